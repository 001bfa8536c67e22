import { useIntl } from 'react-intl';

import type { Coverage } from '../../../../contracts/coverage';
import type { Alignment, CoverageDemand } from '../../../../contracts/coverage-demand';
import { displayShare } from '../../ui/display-share';
import { useReasonText } from '../DemandFigures';
import { figureParts } from '../figures';
import { FigureGrid } from './sheet-styles';

interface ScorecardFiguresProps {
  coverage: Coverage;
  demand: CoverageDemand;
}

/** The figures of the coverage page, each with its inputs. */
export function ScorecardFigures({ coverage, demand }: ScorecardFiguresProps) {
  const intl = useIntl();
  const reasonText = useReasonText();
  const { documents, tagged, coverage: onTarget, fill } = coverage.totals;
  const parts = figureParts(coverage);
  const fresh = freshOnTarget(coverage);
  const percent = (share: number | null) =>
    share === null ? '–' : intl.formatNumber(displayShare(share), { style: 'percent' });
  const ofCells = (met: number) =>
    parts.cellsInScope === 0
      ? intl.formatMessage({
          id: 'buyer-journey.figure.noTarget',
          defaultMessage: 'No cell has a target',
        })
      : intl.formatMessage(
          {
            id: 'buyer-journey.figure.onTarget.inputs',
            defaultMessage: '{met, number} of {all, plural, one {# cell} other {# cells}}',
          },
          { met, all: parts.cellsInScope }
        );
  const aligned = (by: string, { figure, reason }: Alignment) =>
    figure === null ? reasonText(reason, demand.items) : by;

  return (
    <>
      <FigureGrid>
        <Entry
          name={intl.formatMessage({
            id: 'buyer-journey.figure.onTarget',
            defaultMessage: 'On target',
          })}
          value={percent(onTarget)}
          inputs={ofCells(parts.cellsOnTarget)}
        />
        <Entry
          name={intl.formatMessage({
            id: 'buyer-journey.scorecard.fresh',
            defaultMessage: 'On target, fresh alone',
          })}
          value={percent(parts.cellsInScope === 0 ? null : fresh / parts.cellsInScope)}
          inputs={ofCells(fresh)}
        />
        <Entry
          name={intl.formatMessage({
            id: 'buyer-journey.figure.filled',
            defaultMessage: 'Filled',
          })}
          value={percent(fill)}
          inputs={intl.formatMessage(
            {
              id: 'buyer-journey.figure.filled.inputs',
              defaultMessage: '{filled, number} of {wanted, number} wanted',
            },
            { filled: parts.filled, wanted: parts.wanted }
          )}
        />
        <Entry
          name={intl.formatMessage({
            id: 'buyer-journey.figure.tagged',
            defaultMessage: 'Tagged',
          })}
          value={percent(documents === 0 ? null : tagged / documents)}
          inputs={intl.formatMessage(
            {
              id: 'buyer-journey.figure.tagged.inputs',
              defaultMessage: '{tagged, number} of {documents, number}',
            },
            { tagged, documents }
          )}
        />
        <Entry
          name={intl.formatMessage({
            id: 'buyer-journey.figure.alignment',
            defaultMessage: 'Alignment',
          })}
          value={percent(demand.alignmentByStage.figure)}
          inputs={aligned(
            intl.formatMessage({
              id: 'buyer-journey.scorecard.byStage',
              defaultMessage: 'by stage',
            }),
            demand.alignmentByStage
          )}
        />
        <Entry
          name={intl.formatMessage({
            id: 'buyer-journey.figure.alignment',
            defaultMessage: 'Alignment',
          })}
          value={percent(demand.alignmentByCell.figure)}
          inputs={aligned(
            intl.formatMessage({ id: 'buyer-journey.scorecard.byCell', defaultMessage: 'by cell' }),
            demand.alignmentByCell
          )}
        />
        <OpenDemand demand={demand} />
      </FigureGrid>
      <StageMixLine coverage={coverage} demand={demand} percent={percent} />
    </>
  );
}

/** Cells in scope whose fresh documents alone reach the target. */
function freshOnTarget({ cells }: Coverage): number {
  return cells.filter(({ target, fresh }) => target > 0 && fresh >= target).length;
}

function OpenDemand({ demand: { stages, unplaced } }: { demand: CoverageDemand }) {
  const intl = useIntl();
  const everywhere = [...stages, unplaced];
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  return (
    <Entry
      name={intl.formatMessage({
        id: 'buyer-journey.scorecard.openDemand',
        defaultMessage: 'Open demand',
      })}
      value={intl.formatNumber(sum(everywhere.map(({ openDemand }) => openDemand)), {
        maximumFractionDigits: 1,
      })}
      inputs={intl.formatMessage(
        {
          id: 'buyer-journey.scorecard.openItems',
          defaultMessage:
            '{count, plural, one {# open item} other {# open items}}, {unplaced, number} without a stage',
        },
        { count: sum(everywhere.map(({ openItems }) => openItems)), unplaced: unplaced.openItems }
      )}
    />
  );
}

interface StageMixLineProps extends ScorecardFiguresProps {
  percent: (share: number | null) => string;
}

function StageMixLine({ coverage, demand, percent }: StageMixLineProps) {
  const intl = useIntl();
  const { shares, topHeavy } = demand.stageMix;
  const names = new Map(coverage.stages.map(({ slug, name }) => [slug, name]));
  const spread = shares.map(({ stage, share }) => `${names.get(stage) ?? stage} ${percent(share)}`);
  return (
    <p>
      {intl.formatMessage(
        { id: 'buyer-journey.scorecard.mix', defaultMessage: 'Stage mix: {spread}' },
        { spread: intl.formatList(spread, { type: 'unit' }) }
      )}
      {topHeavy && (
        <span className="warning">
          {' · ⚠ '}
          {intl.formatMessage({
            id: 'buyer-journey.figure.mix.topHeavy',
            defaultMessage: 'top-heavy: later stages lack documents',
          })}
        </span>
      )}
    </p>
  );
}

function Entry({ name, value, inputs }: { name: string; value: string; inputs: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="value">{value}</dd>
      <dd className="small">{inputs}</dd>
    </div>
  );
}
