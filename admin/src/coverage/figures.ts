import type { Coverage } from '../../../contracts/coverage';

/** What the shares on the tiles are made of. */
export interface FigureParts {
  /** Cells with a target. */
  cellsInScope: number;
  /** Cells in scope with as many documents as their target, or more. */
  cellsOnTarget: number;
  /** Sum of the targets. */
  wanted: number;
  /** Documents that count towards a target; surplus does not. */
  filled: number;
}

/** The inputs of coverage % and fill % (docs/metrics.md), counted from the cells on the screen. */
export function figureParts({ cells }: Pick<Coverage, 'cells'>): FigureParts {
  const inScope = cells.filter((cell) => cell.target > 0);
  return {
    cellsInScope: inScope.length,
    cellsOnTarget: inScope.filter((cell) => cell.documents >= cell.target).length,
    wanted: inScope.reduce((sum, cell) => sum + cell.target, 0),
    filled: inScope.reduce((sum, cell) => sum + Math.min(cell.documents, cell.target), 0),
  };
}
