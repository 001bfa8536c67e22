import { lightTheme } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { ThemeProvider } from 'styled-components';

import { EVERYONE, type Coverage } from '../../../../contracts/coverage';
import type { CoverageDemand } from '../../../../contracts/coverage-demand';
import type { CoverageScope } from '../../api/coverage-question';
import { GapSentence } from '../GapList';
import { rankGaps } from '../gaps';
import { useCellTitle } from '../useCellTitle';
import { ScorecardDefinitions } from './ScorecardDefinitions';
import { ScorecardFigures } from './ScorecardFigures';
import { ScorecardGrid } from './ScorecardGrid';
import { densityOf, SHEET, Sheet } from './sheet-styles';
import { useFilterWords } from './useFilterWords';

const MOST_GAPS = 5;

interface ScorecardSheetProps {
  coverage: Coverage;
  demand: CoverageDemand;
  scope: CoverageScope;
}

/** The page that is printed: dark on light whatever the admin looks like, as paper is. */
export function ScorecardSheet({ coverage, demand, scope }: ScorecardSheetProps) {
  const intl = useIntl();
  const filterWords = useFilterWords(scope);
  return (
    <ThemeProvider theme={lightTheme}>
      <Sheet {...SHEET} $density={densityOf(coverage.stages.length, coverage.personas.length)}>
        <h2>
          {intl.formatMessage({
            id: 'buyer-journey.scorecard.heading',
            defaultMessage: 'Buyer journey: coverage by stage and persona',
          })}
        </h2>
        <p className="quiet">
          {intl.formatDate(new Date(), { dateStyle: 'long' })} · {filterWords}
        </p>
        <ScorecardFigures coverage={coverage} demand={demand} />
        <ScorecardGrid coverage={coverage} demand={demand} />
        <Gaps coverage={coverage} demand={demand} />
        <ScorecardDefinitions />
      </Sheet>
    </ThemeProvider>
  );
}

function Gaps({ coverage, demand }: Omit<ScorecardSheetProps, 'scope'>) {
  const intl = useIntl();
  const cellTitle = useCellTitle();
  const gaps = rankGaps(coverage, demand).slice(0, MOST_GAPS);
  return (
    <>
      <h3>
        {intl.formatMessage({
          id: 'buyer-journey.gaps.title',
          defaultMessage: 'What to do first',
        })}
      </h3>
      {gaps.length === 0 && (
        <p>
          {intl.formatMessage({
            id: 'buyer-journey.gaps.none',
            defaultMessage: 'Nothing is short, and no buyer waits for an answer.',
          })}
        </p>
      )}
      <ol>
        {gaps.map((gap) => {
          const cell = { stage: gap.stage, persona: gap.persona ?? EVERYONE, page: 1 };
          return (
            <li key={`${gap.stage} ${String(gap.persona)}`}>
              {intl.formatMessage(
                {
                  id: 'buyer-journey.gaps.gap',
                  defaultMessage: '<cell>{title}</cell>: {sentence}',
                },
                {
                  title: cellTitle(coverage, cell),
                  sentence: <GapSentence gap={gap} />,
                  cell: (title) => <strong>{title}</strong>,
                }
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
