/** What a snapshot keeps of a day. No database in here. */
import type { TrendFigure } from '../../../../contracts/coverage-trend';
import type { Coverage } from '../../../../contracts/coverage';
import type { CoverageDemand } from '../../../../contracts/coverage-demand';

/** Order of the figures of a cell; days that are kept have it too, so it never changes. */
const IN_CELL = ['documents', 'fresh', 'target', 'openDemand'] as const;
/** The same of a stage. */
const IN_STAGE = ['documents', 'fresh', 'openDemand'] as const;

type InOrder<Names extends readonly string[]> = { -readonly [Index in keyof Names]: number };

/** Figures as docs/metrics.md defines them, at the moment of the snapshot. */
export interface SnapshotFigures {
  documents: number;
  tagged: number;
  untagged: number;
  coverage: number | null;
  fill: number | null;
  freshCoverage: number | null;
  alignmentByStage: number | null;
  alignmentByCell: number | null;
  /** Of all valid items, unplaced ones too; items have neither type nor locale. */
  demand: number;
  openDemand: number;
  /** Document ids of the personas of that day. */
  personas: string[];
  /** By document id of the stage: a document with two personas counts once in here. */
  stages: Record<string, InOrder<typeof IN_STAGE>>;
  /** By document ids of stage and persona, the latter empty for Everyone; all-zero cells are left out. */
  cells: Record<string, Record<string, InOrder<typeof IN_CELL>>>;
}

/** @param demand is set beside just this coverage. */
export function snapshotFigures(coverage: Coverage, demand: CoverageDemand): SnapshotFigures {
  const stageIds = new Map(coverage.stages.map(({ slug, documentId }) => [slug, documentId]));
  const personaIds = new Map(coverage.personas.map(({ slug, documentId }) => [slug, documentId]));
  const stages: SnapshotFigures['stages'] = {};
  for (const [index, { stage, documents, fresh }] of coverage.stageTotals.entries()) {
    const openDemand = brief(demand.stages[index]?.openDemand ?? 0);
    stages[stageIds.get(stage) ?? ''] = [documents, fresh, openDemand];
  }
  const cells: SnapshotFigures['cells'] = {};
  for (const [index, { stage, persona, documents, fresh, target }] of coverage.cells.entries()) {
    const openDemand = brief(demand.cells[index]?.openDemand ?? 0);
    const figures: InOrder<typeof IN_CELL> = [documents, fresh, target, openDemand];
    if (figures.every((figure) => figure === 0)) continue;
    const row = (cells[stageIds.get(stage) ?? ''] ??= {});
    row[persona === null ? '' : (personaIds.get(persona) ?? '')] = figures;
  }
  const { documents, tagged, untagged, coverage: share, fill } = coverage.totals;
  const heard = [...demand.stages, demand.unplaced];
  return {
    ...{ documents, tagged, untagged, coverage: share, fill },
    freshCoverage: freshCoverage(coverage),
    alignmentByStage: demand.alignmentByStage.figure,
    alignmentByCell: demand.alignmentByCell.figure,
    demand: brief(heard.reduce((sum, at) => sum + at.demand, 0)),
    openDemand: brief(heard.reduce((sum, at) => sum + at.openDemand, 0)),
    personas: coverage.personas.map(({ documentId }) => documentId),
    ...{ stages, cells },
  };
}

/** Coverage, counting only fresh documents: 0..1, or null when no cell is in scope. */
export function freshCoverage({ cells }: Pick<Coverage, 'cells'>): number | null {
  const inScope = cells.filter(({ target }) => target > 0);
  if (inScope.length === 0) return null;
  return inScope.filter(({ fresh, target }) => fresh >= target).length / inScope.length;
}

/** Whose figure is looked up: document ids, the persona empty for Everyone. */
export interface Place {
  stage?: string;
  persona?: string;
}

/**
 * A figure of a day; null where the stage or persona was not there yet. A cell that a snapshot does not
 * hold was empty.
 * @param figure one of those that `figuresOf` lists for the place.
 */
export function figureIn(
  kept: SnapshotFigures,
  figure: TrendFigure,
  { stage, persona }: Place
): number | null {
  if (stage !== undefined) {
    const isThere = stage in kept.stages && (!persona || kept.personas.includes(persona));
    if (!isThere) return null;
    const [names, figures]: [readonly string[], number[] | undefined] =
      persona === undefined
        ? [IN_STAGE, kept.stages[stage]]
        : [IN_CELL, kept.cells[stage]?.[persona]];
    return figures?.[names.indexOf(figure)] ?? 0;
  }
  if (figure === 'tagCompleteness') {
    return kept.documents === 0 ? null : kept.tagged / kept.documents;
  }
  // Cells alone have these.
  return figure === 'fresh' || figure === 'target' ? null : kept[figure];
}

/** Weights of demand have no end of digits; six of them tell all. */
function brief(weight: number): number {
  return Number(weight.toFixed(6));
}
