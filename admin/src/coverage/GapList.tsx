import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { EVERYONE, type Coverage } from '../../../contracts/coverage';
import type { CoverageDemand } from '../../../contracts/coverage-demand';
import { Section } from '../ui/Section';
import { CellLink } from './CellLink';
import type { OpenCell } from './address';
import { rankGaps, type Gap } from './gaps';
import { useCellTitle } from './useCellTitle';

interface GapListProps {
  coverage: Coverage;
  demand: CoverageDemand;
  onOpen: (cell: OpenCell) => void;
}

/** What to do first: the gaps that matter most, a sentence each. */
export function GapList({ coverage, demand, onOpen }: GapListProps) {
  const intl = useIntl();
  const cellTitle = useCellTitle();
  const gaps = rankGaps(coverage, demand);

  return (
    <Section
      title={intl.formatMessage({
        id: 'buyer-journey.gaps.title',
        defaultMessage: 'What to do first',
      })}
    >
      {gaps.length === 0 && (
        <Typography tag="p" textColor="neutral600">
          {intl.formatMessage({
            id: 'buyer-journey.gaps.none',
            defaultMessage: 'Nothing is short, and no buyer waits for an answer.',
          })}
        </Typography>
      )}
      <Flex tag="ol" direction="column" alignItems="stretch">
        {gaps.map((gap) => {
          const cell = { stage: gap.stage, persona: gap.persona ?? EVERYONE, page: 1 };
          return (
            <Box
              key={`${gap.stage} ${String(gap.persona)}`}
              tag="li"
              paddingTop={2}
              paddingBottom={2}
            >
              <Typography tag="p">
                {intl.formatMessage(
                  {
                    id: 'buyer-journey.gaps.gap',
                    defaultMessage: '<cell>{title}</cell>: {sentence}',
                  },
                  {
                    title: cellTitle(coverage, cell),
                    sentence: <GapSentence gap={gap} />,
                    cell: (title) => (
                      <CellLink
                        onClick={() => {
                          onOpen(cell);
                        }}
                      >
                        {title}
                      </CellLink>
                    ),
                  }
                )}
              </Typography>
            </Box>
          );
        })}
      </Flex>
    </Section>
  );
}

/** What is missing in a cell, in words. */
export function GapSentence({ gap: { documents, fresh, target, openItems } }: { gap: Gap }) {
  const intl = useIntl();
  const parts = [
    target > 0
      ? intl.formatMessage(
          {
            id: 'buyer-journey.gaps.documents',
            defaultMessage:
              '{reached, select, yes {{documents, plural, one {# document} other {# documents}}} other {{documents, number} of {target, number}}}',
          },
          { documents, target, reached: documents >= target ? 'yes' : 'no' }
        )
      : intl.formatMessage(
          {
            id: 'buyer-journey.gaps.noTarget',
            defaultMessage:
              '{documents, plural, =0 {no documents} one {# document} other {# documents}}, out of scope',
          },
          { documents }
        ),
    documents > 0 &&
      fresh < documents &&
      intl.formatMessage(
        {
          id: 'buyer-journey.gaps.stale',
          defaultMessage: '{fresh, plural, =0 {none fresh} other {only # fresh}}',
        },
        { fresh }
      ),
    openItems > 0 &&
      intl.formatMessage(
        {
          id: 'buyer-journey.gaps.open',
          defaultMessage: '{count, plural, one {# open item} other {# open items}} from buyers',
        },
        { count: openItems }
      ),
  ].filter((part) => part !== false);
  return <>{intl.formatList(parts, { type: 'unit' })}</>;
}
