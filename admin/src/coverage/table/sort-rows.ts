import type { TableColumn, TableSort } from '../address';
import type { GridCell, GridRow } from '../grid/build-grid';

/** A cell as a row of the table, with where it stands. */
export interface TableRow {
  cell: GridCell;
  row: GridRow;
  /** Numbers of stage and persona in their order. */
  place: { stage: number; persona: number };
}

/** Cells of the grid one after the other; totals are left out. */
export function tableRows(rows: GridRow[]): TableRow[] {
  return rows.flatMap((row, persona) =>
    row.kind === 'total'
      ? []
      : row.cells.map((cell, stage) => ({ cell, row, place: { stage, persona } }))
  );
}

/** What a column sorts by; null, where there is no figure, comes last either way. */
const VALUES: Record<TableColumn, (row: TableRow) => number | null> = {
  stage: ({ place }) => place.stage,
  persona: ({ place }) => place.persona,
  documents: ({ cell }) => cell.documents,
  target: ({ cell }) => cell.target,
  gap: ({ cell }) => gapOf(cell),
  fresh: ({ cell }) => cell.fresh,
  openDemand: ({ cell }) => cell.openDemand,
  openItems: ({ cell }) => cell.openItems,
  priority: ({ cell }) => cell.priority?.figure ?? null,
  sales: ({ cell }) => cell.sales?.share ?? null,
};

/** What is missing to the target (docs/metrics.md). */
export function gapOf({ documents, target }: GridCell): number {
  return Math.max(0, (target ?? 0) - documents);
}

/** The rows in the order asked for; equal ones stay in the order of stages, then personas. */
export function sortRows(rows: TableRow[], { column, descending }: TableSort): TableRow[] {
  const valueOf = VALUES[column];
  const direction = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [one, other] = [valueOf(a), valueOf(b)];
    const inPlace = a.place.stage - b.place.stage || a.place.persona - b.place.persona;
    if (one === null || other === null) {
      return Number(one === null) - Number(other === null) || inPlace;
    }
    return direction * (one - other) || inPlace;
  });
}
