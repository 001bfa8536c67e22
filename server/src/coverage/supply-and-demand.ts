/** Formulas that set supply beside demand (docs/metrics.md). No database in here. */
import type { Coverage } from '../../../contracts/coverage';
import type {
  Alignment,
  CellDemand,
  CoverageDemand,
  GapPriority,
  ItemsByKind,
  StageMix,
} from '../../../contracts/coverage-demand';

/** Items below which an alignment would say nothing. */
const FEWEST_ITEMS = 10;

/** What is heard in a cell or stage, by slugs. */
export interface HeardAt {
  stage: string;
  /** Null is Everyone. */
  persona: string | null;
  demand: number;
  openDemand: number;
  openItems: number;
  openByKind: ItemsByKind;
}

export interface HeardByStage {
  /** Slug; null is what has no stage. */
  stage: string | null;
  demand: number;
  openDemand: number;
  items: number;
  openItems: number;
}

/** Demand per cell beside the matrix, with what to do first and how far both sides match. */
export function setBeside(
  coverage: Coverage,
  heard: { stages: HeardByStage[]; cells: HeardAt[] }
): CoverageDemand {
  const keyOf = ({ stage, persona }: { stage: string; persona: string | null }) =>
    JSON.stringify([stage, persona]);
  const byKey = new Map(heard.cells.map((cell) => [keyOf(cell), cell]));
  const cells = coverage.cells.map((cell) => ({ ...cell, heard: byKey.get(keyOf(cell)) }));
  const priorities = gapPriorities(
    cells.map(({ target, fresh, heard: at }) => ({
      openDemand: at?.openDemand ?? 0,
      shortage: Math.max(0, target - fresh),
    }))
  );
  const items = sum(heard.stages.map((stage) => stage.items));
  const unplaced = heard.stages.find(({ stage }) => stage === null);
  return {
    cells: cells.map(({ stage, persona, heard: at }, index): CellDemand => ({
      ...{ stage, persona, demand: at?.demand ?? 0, openDemand: at?.openDemand ?? 0 },
      ...{ openItems: at?.openItems ?? 0, openByKind: at?.openByKind ?? {} },
      priority: priorities[index] ?? null,
    })),
    stages: coverage.stages.map(({ slug }) => {
      const at = heard.stages.find(({ stage }) => stage === slug);
      return {
        stage: slug,
        demand: at?.demand ?? 0,
        openDemand: at?.openDemand ?? 0,
        openItems: at?.openItems ?? 0,
      };
    }),
    items,
    unplaced: {
      demand: unplaced?.demand ?? 0,
      openDemand: unplaced?.openDemand ?? 0,
      items: unplaced?.items ?? 0,
      openItems: unplaced?.openItems ?? 0,
    },
    alignmentByStage: alignment(
      items,
      coverage.stageTotals.map(({ stage, documents }) => ({
        supply: documents,
        demand: heard.stages.find((at) => at.stage === stage)?.demand ?? 0,
      }))
    ),
    alignmentByCell: alignment(
      items,
      cells
        .filter(({ persona }) => persona !== null)
        .map(({ documents, heard: at }) => ({ supply: documents, demand: at?.demand ?? 0 }))
    ),
    stageMix: stageMix(coverage),
  };
}

/**
 * Half the cell's share of open demand, half its share of shortage. A part that is 0 everywhere is left
 * out, and the other one counts whole; null when both are.
 * @param cells shortage is 0 out of scope.
 */
export function gapPriorities(
  cells: { openDemand: number; shortage: number }[]
): (GapPriority | null)[] {
  const [demand, shortage] = [
    sum(cells.map((cell) => cell.openDemand)),
    sum(cells.map((cell) => cell.shortage)),
  ];
  if (demand === 0 && shortage === 0) return cells.map(() => null);
  return cells.map((cell) => {
    const demandShare = demand === 0 ? null : cell.openDemand / demand;
    const shortageShare = shortage === 0 ? null : cell.shortage / shortage;
    const figure =
      demandShare === null || shortageShare === null
        ? (demandShare ?? shortageShare ?? 0)
        : (demandShare + shortageShare) / 2;
    return { figure, demandShare, shortageShare };
  });
}

/**
 * How far two spreads match: the sum of the smaller shares, 0..1.
 * @param items valid items: under 10 there is no figure, nor without supply or demand.
 */
export function alignment(items: number, places: { supply: number; demand: number }[]): Alignment {
  const supply = sum(places.map((place) => place.supply));
  const demand = sum(places.map((place) => place.demand));
  if (items < FEWEST_ITEMS) return { figure: null, reason: 'fewItems' };
  if (supply === 0) return { figure: null, reason: 'noDocuments' };
  if (demand === 0) return { figure: null, reason: 'noDemand' };
  const shared = places.map((place) => Math.min(place.supply / supply, place.demand / demand));
  return { figure: sum(shared), reason: null };
}

/** Share of the tagged documents per stage; top-heavy when the first holds more than half while a later one lacks. */
export function stageMix({ stages, stageTotals, cells, totals }: Coverage): StageMix {
  const shares = stageTotals.map(({ stage, documents }) => ({
    stage,
    documents,
    share: totals.tagged === 0 ? null : documents / totals.tagged,
  }));
  const [first] = stages;
  const later = new Set(stages.slice(1).map(({ slug }) => slug));
  const lacks = cells.some(
    ({ stage, documents, target }) => later.has(stage) && documents < target
  );
  const share = shares.find(({ stage }) => stage === first?.slug)?.share ?? 0;
  return { shares, topHeavy: share > 0.5 && lacks };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
