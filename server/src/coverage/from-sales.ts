/** The sales-sourced share by cell (docs/metrics.md). No database in here. */
import type { Coverage, CoverageFromSales, FromSales } from '../../../contracts/coverage';

/**
 * Sets a matrix of what sales has a part in beside the matrix of everything.
 * @param part made from the same stages and personas as `all`.
 */
export function setSalesBeside(all: Coverage, part: Coverage): CoverageFromSales {
  const beside = (documents: number, ofSales: number | undefined): FromSales => ({
    documents,
    fromSales: ofSales ?? 0,
    share: documents === 0 ? null : (ofSales ?? 0) / documents,
  });
  return {
    cells: all.cells.map(({ stage, persona, documents }, index) => ({
      ...{ stage, persona },
      ...beside(documents, part.cells[index]?.documents),
    })),
    stageTotals: all.stageTotals.map(({ stage, documents }, index) => ({
      stage,
      ...beside(documents, part.stageTotals[index]?.documents),
    })),
    total: beside(all.totals.documents, part.totals.documents),
  };
}
