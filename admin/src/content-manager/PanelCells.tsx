import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { EVERYONE, type Coverage } from '../../../contracts/coverage';
import { coverageLink } from '../coverage/address';
import { useCellTitle } from '../coverage/useCellTitle';
import { PageLink } from '../ui/PageLink';

interface PanelCellsProps {
  coverage: Coverage;
  stageSlug: string;
  /** Document ids of the entry's personas; none puts it into the Everyone row. */
  personaIds: string[];
}

/** What exists already in the cells that the entry belongs to. */
export function PanelCells({ coverage, stageSlug, personaIds }: PanelCellsProps) {
  const intl = useIntl();
  const cellTitle = useCellTitle();
  const chosen = coverage.personas.filter(({ documentId }) => personaIds.includes(documentId));
  const rows = personaIds.length > 0 ? chosen.map(({ slug }) => slug) : [null];

  return (
    <Box tag="ul">
      {rows.map((persona) => {
        const cell = coverage.cells.find(
          (one) => one.stage === stageSlug && one.persona === persona
        );
        if (!cell) return null;
        const rowParameter = persona ?? EVERYONE;
        const title = cellTitle(coverage, { stage: stageSlug, persona: rowParameter, page: 1 });
        return (
          <Box tag="li" key={rowParameter} paddingBottom={2}>
            <Typography tag="p">
              {intl.formatMessage(
                {
                  id: 'buyer-journey.panel.cell',
                  defaultMessage:
                    '{documents, plural, =0 {No live documents} one {# live document} other {# live documents}} in {cell}{target, plural, =0 {} other {, target #}}',
                },
                { documents: cell.documents, target: cell.target, cell: title }
              )}
            </Typography>
            <PageLink to={coverageLink(stageSlug, rowParameter)}>
              {intl.formatMessage(
                { id: 'buyer-journey.panel.open', defaultMessage: 'Show {cell} in coverage' },
                { cell: title }
              )}
            </PageLink>
          </Box>
        );
      })}
    </Box>
  );
}
