import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';

import type { TrendFigure } from '../../../../contracts/coverage-trend';
import { displayShare } from '../../ui/display-share';

const NAMES: Record<TrendFigure, MessageDescriptor> = defineMessages({
  coverage: { id: 'buyer-journey.trend.coverage', defaultMessage: 'Cells on target' },
  fill: { id: 'buyer-journey.trend.fill', defaultMessage: 'Targets filled' },
  freshCoverage: {
    id: 'buyer-journey.trend.freshCoverage',
    defaultMessage: 'Cells on target, fresh documents only',
  },
  tagCompleteness: { id: 'buyer-journey.trend.tagged', defaultMessage: 'Tagged documents' },
  alignmentByStage: {
    id: 'buyer-journey.trend.alignmentByStage',
    defaultMessage: 'Alignment by stage',
  },
  alignmentByCell: {
    id: 'buyer-journey.trend.alignmentByCell',
    defaultMessage: 'Alignment by cell',
  },
  documents: { id: 'buyer-journey.trend.documents', defaultMessage: 'Live documents' },
  fresh: { id: 'buyer-journey.trend.fresh', defaultMessage: 'Fresh documents' },
  target: { id: 'buyer-journey.trend.target', defaultMessage: 'Target' },
  demand: { id: 'buyer-journey.trend.demand', defaultMessage: 'Demand' },
  openDemand: { id: 'buyer-journey.trend.openDemand', defaultMessage: 'Open demand' },
});

const COUNTS: readonly TrendFigure[] = ['documents', 'fresh', 'target', 'demand', 'openDemand'];

/** Whether the figure is a share of 0..1. */
export const isShare = (figure: TrendFigure) => !COUNTS.includes(figure);

/** Puts figures, their values and days into words. */
export function useFigureWords() {
  const intl = useIntl();
  return {
    name: (figure: TrendFigure) => intl.formatMessage(NAMES[figure]),

    value: (figure: TrendFigure, value: number | null) => {
      if (value === null) return '–';
      return isShare(figure)
        ? intl.formatNumber(displayShare(value), { style: 'percent' })
        : intl.formatNumber(value, { maximumFractionDigits: 1 });
    },

    day: (day: string) => intl.formatDate(day, { dateStyle: 'long', timeZone: 'UTC' }),

    shortDay: (day: string) =>
      intl.formatDate(day, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  };
}
