import { useMemo } from 'react';
import { useIntl, type IntlShape } from 'react-intl';

import { displayShare } from '../../ui/display-share';
import type { CoverageView } from '../address';
import type { CellState, GridCell, GridRow } from './build-grid';
import { useCellStateTexts } from './CellStateMark';

/** Strength of a cell's tint: 0 for nothing there, 5 for the fullest cells. */
export type Tint = 0 | 1 | 2 | 3 | 4 | 5;

/** What a cell shows. */
export interface CellFace {
  value: string;
  /** Shown after the value and a slash. */
  of: string | null;
  /** Its icon is shown before the note. */
  state: CellState | null;
  note: string | null;
  tint: Tint;
  /** Whether it sums up a stage. */
  isTotal: boolean;
}

/** What makes a cell stand out in a view. */
const STRENGTHS: Record<CoverageView, (cell: GridCell) => number> = {
  documents: ({ documents }) => documents,
  priority: ({ priority }) => priority?.figure ?? 0,
  demand: ({ openDemand }) => openDemand ?? 0,
  freshness: ({ documents, fresh }) => documents - fresh,
  sales: ({ sales }) => sales?.fromSales ?? 0,
};

/** Grows with the square root, so that one very full cell does not bleach all others. */
export function tintOf(strength: number, most: number): Tint {
  if (strength <= 0 || most <= 0) return 0;
  return Math.max(1, Math.ceil(5 * Math.sqrt(strength / most))) as Tint;
}

/** How cells look in a view. Totals have no tint: they would be the deepest of all. */
export function useCellFaces(view: CoverageView, rows: GridRow[]): (cell: GridCell) => CellFace {
  const intl = useIntl();
  const stateTexts = useCellStateTexts();
  return useMemo(() => {
    const strength = STRENGTHS[view];
    const cells = rows.flatMap((row) => (row.kind === 'total' ? [] : row.cells));
    const most = Math.max(0, ...cells.map(strength));
    return (cell) => ({
      ...FACES[view](intl, cell, stateTexts),
      isTotal: cell.target === null,
      tint: cell.target === null ? 0 : tintOf(strength(cell), most),
    });
  }, [intl, stateTexts, view, rows]);
}

type Face = (
  intl: IntlShape,
  cell: GridCell,
  stateTexts: Record<CellState, string>
) => Omit<CellFace, 'tint' | 'isTotal'>;

const FACES: Record<CoverageView, Face> = {
  documents: (intl, { documents, target, state }, stateTexts) => ({
    value: intl.formatNumber(documents),
    of: target ? intl.formatNumber(target) : null,
    state,
    note: state && stateTexts[state],
  }),

  priority: (intl, { priority }) => {
    if (priority === null) return { value: '–', of: null, state: null, note: null };
    const percent = (share: number | null) =>
      share === null ? '–' : intl.formatNumber(displayShare(share), { style: 'percent' });
    return {
      value: percent(priority.figure),
      of: null,
      state: null,
      note: intl.formatMessage(
        {
          id: 'buyer-journey.cell.priority',
          defaultMessage: 'demand {demand}, short {shortage}',
        },
        { demand: percent(priority.demandShare), shortage: percent(priority.shortageShare) }
      ),
    };
  },

  demand: (intl, { openDemand, openItems }) => {
    if (openDemand === null) return { value: '–', of: null, state: null, note: null };
    return {
      value: intl.formatNumber(openDemand, { maximumFractionDigits: 1 }),
      of: null,
      state: null,
      note: intl.formatMessage(
        {
          id: 'buyer-journey.cell.open',
          defaultMessage: '{count, plural, =0 {nothing open} other {# open}}',
        },
        { count: openItems }
      ),
    };
  },

  freshness: (intl, { documents, fresh }) => ({
    value: intl.formatNumber(fresh),
    of: intl.formatNumber(documents),
    state: null,
    note:
      documents === fresh
        ? null
        : intl.formatMessage(
            {
              id: 'buyer-journey.cell.stale',
              defaultMessage: '{count, plural, other {# stale}}',
            },
            { count: documents - fresh }
          ),
  }),

  sales: (intl, { sales }) => {
    if (sales === null) return { value: '–', of: null, state: null, note: null };
    return {
      value:
        sales.share === null
          ? '–'
          : intl.formatNumber(displayShare(sales.share), { style: 'percent' }),
      of: null,
      state: null,
      note: intl.formatMessage(
        {
          id: 'buyer-journey.cell.sales',
          defaultMessage:
            '{documents, plural, =0 {no documents} other {{fromSales, number} of {documents, number}}}',
        },
        { fromSales: sales.fromSales, documents: sales.documents }
      ),
    };
  },
};
