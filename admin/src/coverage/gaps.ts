import type { Coverage } from '../../../contracts/coverage';
import type { CoverageDemand } from '../../../contracts/coverage-demand';

/** A cell that lacks fresh documents, or whose buyers wait. */
export interface Gap {
  stage: string;
  /** Null is Everyone. */
  persona: string | null;
  documents: number;
  fresh: number;
  target: number;
  openItems: number;
  /** Gap priority (docs/metrics.md). */
  priority: number;
}

const MOST = 10;

/** The gaps that matter most, the first one first. */
export function rankGaps(coverage: Coverage, demand: CoverageDemand): Gap[] {
  const keyOf = (cell: { stage: string; persona: string | null }) =>
    JSON.stringify([cell.stage, cell.persona]);
  const heardIn = new Map(demand.cells.map((cell) => [keyOf(cell), cell]));
  return coverage.cells
    .flatMap((cell): Gap[] => {
      const { stage, persona, documents, fresh, target } = cell;
      const heard = heardIn.get(keyOf(cell));
      const priority = heard?.priority?.figure ?? 0;
      const openItems = heard?.openItems ?? 0;
      return priority > 0
        ? [{ stage, persona, documents, fresh, target, openItems, priority }]
        : [];
    })
    .sort((a, b) => b.priority - a.priority)
    .slice(0, MOST);
}
