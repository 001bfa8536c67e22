import {
  cellState,
  EVERYONE,
  type CellState,
  type Coverage,
  type CoverageFromSales,
  type FromSales,
} from '../../../../contracts/coverage';
import type { CoverageDemand, GapPriority } from '../../../../contracts/coverage-demand';

export { cellState, type CellState };

/** What is known of a cell, or of the total of a stage. */
export interface GridCell {
  /** Slug of the stage. */
  stage: string;
  documents: number;
  fresh: number;
  /** 0 when out of scope; null for totals, which have no target. */
  target: number | null;
  state: CellState | null;
  /** Null while it is not known. */
  openDemand: number | null;
  openItems: number | null;
  /** Null for totals, and where nothing is asked for and nothing is short. */
  priority: GapPriority | null;
  /** Null while it is not known. */
  sales: FromSales | null;
}

/** A row of the grid. `persona` is what the address calls it: a slug, `everyone`, or null for the totals. */
export type GridRow = { cells: GridCell[] } & (
  | {
      kind: 'persona';
      persona: string;
      name: string;
      buyingRole: string | null;
      retired: boolean;
    }
  | { kind: 'everyone'; persona: typeof EVERYONE }
  | { kind: 'total'; persona: null }
);

const cellKey = (stage: string, persona: string | null) => JSON.stringify([stage, persona]);

/**
 * Turns the matrix into rows of cells in the order of personas and stages, then Everyone, then totals.
 * @param demand left out while it is not known: cells have none then; the same with `fromSales`.
 */
export function buildGrid(
  { stages, personas, cells, stageTotals }: Coverage,
  demand?: CoverageDemand,
  fromSales?: CoverageFromSales
): GridRow[] {
  const supplies = new Map(cells.map((cell) => [cellKey(cell.stage, cell.persona), cell]));
  const sales = new Map(fromSales?.cells.map((cell) => [cellKey(cell.stage, cell.persona), cell]));
  const demands = new Map(demand?.cells.map((cell) => [cellKey(cell.stage, cell.persona), cell]));

  const row = (persona: string | null): GridCell[] =>
    stages.map(({ slug }) => {
      const { documents, fresh, target } = supplies.get(cellKey(slug, persona)) ?? {
        ...{ documents: 0, fresh: 0, target: 0 },
      };
      const heard = demands.get(cellKey(slug, persona));
      return {
        ...{ stage: slug, documents, fresh, target, state: cellState({ documents, target }) },
        openDemand: heard?.openDemand ?? null,
        openItems: heard?.openItems ?? null,
        priority: heard?.priority ?? null,
        sales: sales.get(cellKey(slug, persona)) ?? null,
      };
    });

  return [
    ...personas.map(({ slug, name, buyingRole, retired }) => ({
      kind: 'persona' as const,
      persona: slug,
      name,
      buyingRole,
      retired,
      cells: row(slug),
    })),
    { kind: 'everyone', persona: EVERYONE, cells: row(null) },
    {
      kind: 'total',
      persona: null,
      cells: stages.map(({ slug }): GridCell => {
        const total = stageTotals.find(({ stage }) => stage === slug);
        const heard = demand?.stages.find(({ stage }) => stage === slug);
        return {
          ...{ stage: slug, target: null, state: null, priority: null },
          documents: total?.documents ?? 0,
          fresh: total?.fresh ?? 0,
          openDemand: heard?.openDemand ?? null,
          openItems: heard?.openItems ?? null,
          sales: fromSales?.stageTotals.find(({ stage }) => stage === slug) ?? null,
        };
      }),
    },
  ];
}
