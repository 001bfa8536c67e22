import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { EVERYONE, type Coverage, type CoverageCell } from '../../../contracts/coverage';
import { coverageLink } from '../coverage/address';
import { useCellTitle } from '../coverage/useCellTitle';
import { PageLink } from '../ui/PageLink';

interface PanelCellsProps {
  coverage: Coverage;
  stageSlug: string;
  /** Document ids of the entry's personas; none puts it into the Everyone row. */
  personaIds: string[];
  /** The same of what is live, where it is live at this stage; null where it is not. */
  livePersonaIds: string[] | null;
}

/** What exists already in the cells that the entry belongs to, and what publishing it does there. */
export function PanelCells({ coverage, stageSlug, personaIds, livePersonaIds }: PanelCellsProps) {
  const cellTitle = useCellTitle();
  const rowsOf = (ids: string[]): (string | null)[] =>
    ids.length === 0
      ? [null]
      : coverage.personas
          .filter(({ documentId }) => ids.includes(documentId))
          .map(({ slug }) => slug);
  const liveRows = livePersonaIds === null ? [] : rowsOf(livePersonaIds);

  return (
    <Box tag="ul">
      {rowsOf(personaIds).map((persona) => {
        const cell = coverage.cells.find(
          (one) => one.stage === stageSlug && one.persona === persona
        );
        if (!cell) return null;
        const row = persona ?? EVERYONE;
        return (
          <Box tag="li" key={row} paddingBottom={2}>
            <CellEffect cell={cell} isCounted={liveRows.includes(persona)} />
            <PageLink to={coverageLink(stageSlug, row)}>
              {cellTitle(coverage, { stage: stageSlug, persona: row, page: 1 })}
            </PageLink>
          </Box>
        );
      })}
    </Box>
  );
}

/** The figures of one cell as they are, and as they will be where publishing adds to them. */
function CellEffect({ cell, isCounted }: { cell: CoverageCell; isCounted: boolean }) {
  const intl = useIntl();
  const { documents, target } = cell;
  const fillsGap = !isCounted && documents < target;
  const text = fillsGap
    ? intl.formatMessage(
        {
          id: 'buyer-journey.panel.fillsGap',
          defaultMessage: 'Fills a gap: {documents, number} of {target, number}',
        },
        { documents: documents + 1, target }
      )
    : isCounted
      ? intl.formatMessage(
          {
            id: 'buyer-journey.panel.counted',
            defaultMessage:
              'Counts here: {target, plural, =0 {{documents, number}} other {{documents, number} of {target, number}}}',
          },
          { documents, target }
        )
      : intl.formatMessage(
          {
            id: 'buyer-journey.panel.onTarget',
            defaultMessage:
              '{target, plural, =0 {{documents, plural, =0 {No live documents} one {# live document} other {# live documents}}, no target} other {Already on target: {documents, number} of {target, number}}}',
          },
          { documents, target }
        );
  return (
    <Typography
      tag="p"
      variant="pi"
      textColor={fillsGap ? 'success700' : 'neutral700'}
      fontWeight="bold"
    >
      {text}
    </Typography>
  );
}
