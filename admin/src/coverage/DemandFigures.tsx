import { useIntl } from 'react-intl';

import type { Coverage } from '../../../contracts/coverage';
import type { Alignment, CoverageDemand } from '../../../contracts/coverage-demand';
import { displayShare } from '../ui/display-share';
import { Figure } from '../ui/Figure';
import { useFigureLinks } from './useFigureLinks';

interface DemandFiguresProps {
  coverage: Coverage;
  demand: CoverageDemand;
}

/** How far supply and demand match, and how the documents spread over the stages. */
export function DemandFigures({ coverage, demand }: DemandFiguresProps) {
  return (
    <>
      <AlignmentFigure demand={demand} />
      <StageMixFigure coverage={coverage} demand={demand} />
    </>
  );
}

function AlignmentFigure({ demand }: { demand: CoverageDemand }) {
  const intl = useIntl();
  const { alignmentByStage, alignmentByCell, items, unplaced } = demand;
  const reasonText = useReasonText();
  const links = useFigureLinks();
  const percent = ({ figure }: Alignment) =>
    figure === null ? '–' : intl.formatNumber(displayShare(figure), { style: 'percent' });
  const unplacedText = intl.formatMessage(
    {
      id: 'buyer-journey.figure.alignment.unplaced',
      defaultMessage:
        '{count, plural, =0 {Every item has a stage.} one {# item has no stage and counts nowhere.} other {# items have no stage and count nowhere.}}',
    },
    { count: unplaced.items }
  );
  const reason = alignmentByStage.reason;
  const explanation =
    reason === null
      ? intl.formatMessage(
          {
            id: 'buyer-journey.figure.alignment.formula',
            defaultMessage:
              'For each stage the smaller of its share of demand and its share of the tagged documents, summed up over the stages. {items, plural, one {# item} other {# items}}.',
          },
          { items }
        )
      : reasonText(reason, items);
  return (
    <Figure
      label={intl.formatMessage({
        id: 'buyer-journey.figure.alignment',
        defaultMessage: 'Alignment',
      })}
      value={percent(alignmentByStage)}
      inputs={
        reason === null
          ? intl.formatMessage(
              {
                id: 'buyer-journey.figure.alignment.byCell',
                defaultMessage:
                  '{known, select, yes {by stage; by cell {share}} other {by stage; by cell nothing to compare}}',
              },
              {
                known: alignmentByCell.figure === null ? 'no' : 'yes',
                share: percent(alignmentByCell),
              }
            )
          : reasonText(reason, items)
      }
      more={links.cells('openDemand')}
      explanation={reason === 'fewItems' ? explanation : `${explanation} ${unplacedText}`}
    />
  );
}

/** Why there is no alignment. */
export function useReasonText(): (
  reason: NonNullable<Alignment['reason']>,
  items: number
) => string {
  const intl = useIntl();
  return (reason, items) => {
    switch (reason) {
      case 'fewItems':
        return intl.formatMessage(
          {
            id: 'buyer-journey.figure.alignment.fewItems',
            defaultMessage: '{items, plural, one {# item} other {# items}}; it takes 10.',
          },
          { items }
        );
      case 'noDocuments':
        return intl.formatMessage({
          id: 'buyer-journey.figure.alignment.noDocuments',
          defaultMessage: 'No document is tagged.',
        });
      case 'noDemand':
        return intl.formatMessage({
          id: 'buyer-journey.figure.alignment.noDemand',
          defaultMessage: 'No item has a stage.',
        });
    }
  };
}

function StageMixFigure({ coverage, demand }: DemandFiguresProps) {
  const intl = useIntl();
  const links = useFigureLinks();
  const { shares, topHeavy } = demand.stageMix;
  const nameOf = (slug: string) =>
    coverage.stages.find((stage) => stage.slug === slug)?.name ?? slug;
  const percent = (share: number | null | undefined) =>
    share === null || share === undefined
      ? '–'
      : intl.formatNumber(displayShare(share), { style: 'percent' });
  const spread = shares.map(({ stage, share }) => `${nameOf(stage)} ${percent(share)}`);
  const first = shares[0];
  return (
    <Figure
      label={intl.formatMessage({
        id: 'buyer-journey.figure.mix',
        defaultMessage: 'First stage',
      })}
      value={percent(first?.share)}
      inputs={
        topHeavy
          ? intl.formatMessage({
              id: 'buyer-journey.figure.mix.topHeavy',
              defaultMessage: 'top-heavy: later stages lack documents',
            })
          : intl.formatMessage({
              id: 'buyer-journey.figure.mix.inputs',
              defaultMessage: 'of the tagged documents',
            })
      }
      more={first && links.documents(first.stage)}
      explanation={intl.formatMessage(
        {
          id: 'buyer-journey.figure.mix.formula',
          defaultMessage:
            'Share of the tagged documents per stage: {spread}. Top-heavy is when the first stage holds more than half while a later one has a cell under its target.',
        },
        { spread: intl.formatList(spread, { type: 'unit' }) }
      )}
    />
  );
}
