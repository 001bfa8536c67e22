import { EVERYONE, type Coverage, type CoverageCell } from '../../../../contracts/coverage';

/** How a cell stands against its target. */
export type CellState = 'onTarget' | 'overTarget' | 'under' | 'empty' | 'outOfScope';

/** Strength of a cell's tint: 0 for nothing there, 5 for the fullest cells. */
export type Tint = 0 | 1 | 2 | 3 | 4 | 5;

export interface GridCell {
  /** Slug of the stage. */
  stage: string;
  documents: number;
  /** 0 when out of scope; null for totals, which have no target. */
  target: number | null;
  state: CellState | null;
  tint: Tint;
}

/** A row of the grid. `persona` is what the address calls it: a slug, `everyone`, or null for the totals. */
export type GridRow = { cells: GridCell[] } & (
  | { kind: 'persona'; persona: string; name: string; buyingRole: string | null }
  | { kind: 'everyone'; persona: typeof EVERYONE }
  | { kind: 'total'; persona: null }
);

/** The state of a cell from its two numbers. */
export function cellState({
  documents,
  target,
}: Pick<CoverageCell, 'documents' | 'target'>): CellState {
  if (target === 0) return 'outOfScope';
  if (documents === 0) return 'empty';
  if (documents < target) return 'under';
  return documents === target ? 'onTarget' : 'overTarget';
}

/** Grows with the square root, so that one very full cell does not bleach all others. */
function tintOf(documents: number, most: number): Tint {
  if (documents === 0 || most === 0) return 0;
  return Math.max(1, Math.ceil(5 * Math.sqrt(documents / most))) as Tint;
}

/** Turns the matrix into rows of cells in the order of personas and stages, then Everyone, then totals. */
export function buildGrid({ stages, personas, cells, stageTotals }: Coverage): GridRow[] {
  const cellKey = (stage: string, persona: string | null) => JSON.stringify([stage, persona]);
  const byKey = new Map(cells.map((cell) => [cellKey(cell.stage, cell.persona), cell]));
  const totals = new Map(stageTotals.map((total) => [total.stage, total.documents]));
  const most = Math.max(0, ...cells.map((cell) => cell.documents));

  const row = (persona: string | null): GridCell[] =>
    stages.map(({ slug }) => {
      const { documents, target } = byKey.get(cellKey(slug, persona)) ?? {
        documents: 0,
        target: 0,
      };
      const state = cellState({ documents, target });
      return { stage: slug, documents, target, state, tint: tintOf(documents, most) };
    });

  return [
    ...personas.map(({ slug, name, buyingRole }) => ({
      kind: 'persona' as const,
      persona: slug,
      name,
      buyingRole,
      cells: row(slug),
    })),
    { kind: 'everyone', persona: EVERYONE, cells: row(null) },
    {
      kind: 'total',
      persona: null,
      cells: stages.map(({ slug }) => ({
        stage: slug,
        documents: totals.get(slug) ?? 0,
        target: null,
        state: null,
        tint: 0 as const,
      })),
    },
  ];
}
