/** Folding counted rows into the matrix of stages and personas. No database in here. */
import type {
  Coverage,
  CoverageCell,
  CoveragePersona,
  CoverageStage,
  CoverageTotals,
} from '../../../contracts/coverage';
import type { TargetOf } from './targets';
import { personasIn, type MaskedGroup } from './persona-mask';

export interface CountedType {
  uid: string;
  displayName: string;
  groups: MaskedGroup[];
}

type WithId<Entity> = Entity & { id: number };

interface Count {
  documents: number;
  fresh: number;
}

/**
 * The coverage matrix (coverage, target, gap, coverage %, fill % and tag completeness as defined in
 * docs/metrics.md). A document counts once per cell, once per stage and once in the totals, wherever
 * its live versions stand.
 * @param targetOf how many documents a cell should have, by document ids.
 */
export function foldCoverage(
  stages: WithId<CoverageStage>[],
  personas: WithId<CoveragePersona>[],
  types: CountedType[],
  targetOf: TargetOf
): Coverage {
  const personaIds = personas.map(({ id }) => id);
  const knownStages = new Set(stages.map(({ id }) => id));
  const cells = new Counter();
  const stageTotals = new Counter();
  const perType = types.map(({ uid, displayName, groups }) => {
    let documents = 0;
    let untagged = 0;
    for (const group of groups) {
      const placed = group.placements.filter(
        ({ stageId }) => stageId !== null && knownStages.has(stageId)
      );
      documents += group.documents;
      if (placed.length === 0) untagged += group.documents;
      stageTotals.add(group.documents, placed, ({ stageId }) => [String(stageId)]);
      cells.add(group.documents, placed, ({ stageId, masks }) => {
        const rows = personasIn(masks, personaIds);
        return (rows.length > 0 ? rows : [null]).map((row) => cellKey(stageId, row));
      });
    }
    return { uid, displayName, documents, untagged };
  });

  const matrix = stages.flatMap((stage) =>
    [...personas, null].map((persona): CoverageCell => {
      const { documents, fresh } = cells.get(cellKey(stage.id, persona?.id ?? null));
      const target = targetOf(stage.documentId, persona?.documentId ?? null);
      return {
        stage: stage.slug,
        persona: persona?.slug ?? null,
        documents,
        fresh,
        target,
        gap: Math.max(0, target - documents),
      };
    })
  );
  return {
    stages: stages.map(({ documentId, slug, name, position, alwaysOn, buyerQuestion, color }) => ({
      ...{ documentId, slug, name, position, alwaysOn, buyerQuestion, color },
    })),
    personas: personas.map(({ documentId, slug, name, buyingRole }) => ({
      ...{ documentId, slug, name, buyingRole },
    })),
    types: perType,
    cells: matrix,
    stageTotals: stages.map(({ id, slug }) => ({ stage: slug, ...stageTotals.get(String(id)) })),
    totals: totalsOf(perType, matrix),
  };
}

function totalsOf(
  types: { documents: number; untagged: number }[],
  cells: CoverageCell[]
): CoverageTotals {
  const documents = sum(types.map((type) => type.documents));
  const untagged = sum(types.map((type) => type.untagged));
  const inScope = cells.filter(({ target }) => target > 0);
  const reached = inScope.filter((cell) => cell.documents >= cell.target);
  const wanted = sum(inScope.map(({ target }) => target));
  const filled = sum(inScope.map((cell) => Math.min(cell.documents, cell.target)));
  return {
    documents,
    tagged: documents - untagged,
    untagged,
    coverage: fraction(reached.length, inScope.length),
    fill: fraction(filled, wanted),
  };
}

/** Counts documents by key; a group adds to each key once, however many of its versions stand there. */
class Counter {
  private readonly counts = new Map<string, Count>();

  add<Placement extends { fresh: boolean }>(
    documents: number,
    placements: Placement[],
    keysOf: (placement: Placement) => string[]
  ): void {
    // Nearly all documents stand in one place: thousands of groups in a large matrix, and no key twice.
    const [only] = placements;
    if (only && placements.length === 1) {
      for (const key of keysOf(only)) this.count(key, documents, only.fresh);
      return;
    }
    const freshByKey = new Map<string, boolean>();
    for (const placement of placements) {
      for (const key of keysOf(placement)) {
        freshByKey.set(key, placement.fresh || freshByKey.get(key) === true);
      }
    }
    for (const [key, fresh] of freshByKey) this.count(key, documents, fresh);
  }

  private count(key: string, documents: number, fresh: boolean): void {
    const count = this.counts.get(key) ?? { documents: 0, fresh: 0 };
    count.documents += documents;
    if (fresh) count.fresh += documents;
    this.counts.set(key, count);
  }

  get(key: string): Count {
    return this.counts.get(key) ?? { documents: 0, fresh: 0 };
  }
}

function cellKey(stageId: number | null, personaId: number | null): string {
  return `${stageId}:${personaId ?? 'everyone'}`;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** A share of 0..1, or null where there is nothing to have a share of. */
function fraction(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
