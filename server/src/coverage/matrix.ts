/** Folding counted rows into the matrix of stages and personas. No database in here. */
import type {
  Coverage,
  CoverageCell,
  CoveragePersona,
  CoverageStage,
  CoverageTotals,
} from '../../../contracts/coverage';
import type { TargetOf } from './targets';
import { personaReader } from './persona-mask';
import { readPlaces, type Place, type PlacesGroup } from './places';

export interface CountedType {
  uid: string;
  displayName: string;
  groups: PlacesGroup[];
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
  const standsOf = standReader(stages, personas);
  const cells = new Counter(stages.length * (personas.length + 1));
  const stageTotals = new Counter(stages.length);
  const perType = types.map(({ uid, displayName, groups }) => {
    let documents = 0;
    let untagged = 0;
    for (const group of groups) {
      const stands = standsOf(group.places);
      documents += group.documents;
      if (stands.length === 0) untagged += group.documents;
      for (const stand of stands) {
        stageTotals.add(group.documents, stand.stages, stand.fresh);
        cells.add(group.documents, stand.cells, stand.fresh);
      }
    }
    return { uid, displayName, documents, untagged };
  });

  const rows = [...personas, null];
  const matrix = stages.flatMap((stage, column) =>
    rows.map((persona, row): CoverageCell => {
      const { documents, fresh } = cells.get(column * rows.length + row);
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
    stages: stages.map(({ documentId, slug, name, position, alwaysOn, ...more }) => ({
      ...{ documentId, slug, name, position, alwaysOn },
      ...{ buyerQuestion: more.buyerQuestion, color: more.color, retired: more.retired },
    })),
    personas: personas.map(({ documentId, slug, name, buyingRole, retired }) => ({
      ...{ documentId, slug, name, buyingRole, retired },
    })),
    types: perType,
    cells: matrix,
    stageTotals: stages.map(({ slug }, index) => ({ stage: slug, ...stageTotals.get(index) })),
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

/** Where a document counts, by index, and whether it is fresh there: once in each stage and cell. */
interface Stand {
  fresh: boolean;
  stages: number[];
  cells: number[];
}

/**
 * Reads texts of places into indexes: of the stage, and of the cell as stage by stage, persona by persona,
 * Everyone last. Where a document stands with a fresh version and a stale one, it is fresh.
 */
function standReader(stages: { id: number }[], personas: { id: number }[]) {
  const columns = new Map(stages.map(({ id }, index) => [id, index]));
  const rowsIn = personaReader(personas.map(({ id }) => id));
  const everyone = [personas.length];

  const standAt = ({ stageId, fresh, masks }: Place): Stand | undefined => {
    const column = stageId === null ? undefined : columns.get(stageId);
    if (column === undefined) return undefined;
    const named = rowsIn(masks);
    const rows = named.length > 0 ? named : everyone;
    const first = column * (personas.length + 1);
    return { fresh, stages: [column], cells: rows.map((row) => first + row) };
  };

  /** Stands that share no index, the fresh one first. */
  return (places: string): Stand[] => {
    const stands = readPlaces(places).flatMap((place) => standAt(place) ?? []);
    return stands.length > 1 ? united(stands) : stands;
  };
}

/** Merges stands of one document into a fresh one and a stale one; what is in the first is not in the second. */
function united(stands: Stand[]): Stand[] {
  const fresh: Stand = { fresh: true, stages: [], cells: [] };
  const stale: Stand = { fresh: false, stages: [], cells: [] };
  const add = (part: 'stages' | 'cells', to: Stand, indexes: number[]) => {
    for (const index of indexes) {
      if (!fresh[part].includes(index) && !stale[part].includes(index)) to[part].push(index);
    }
  };
  for (const to of [fresh, stale]) {
    for (const stand of stands) {
      if (stand.fresh !== to.fresh) continue;
      add('stages', to, stand.stages);
      add('cells', to, stand.cells);
    }
  }
  return [fresh, stale];
}

/** Counts documents by index. */
class Counter {
  private readonly counts: Count[];

  constructor(length: number) {
    this.counts = Array.from({ length }, () => ({ documents: 0, fresh: 0 }));
  }

  add(documents: number, indexes: number[], isFresh: boolean): void {
    for (const index of indexes) {
      const count = this.get(index);
      count.documents += documents;
      if (isFresh) count.fresh += documents;
    }
  }

  get(index: number): Count {
    return this.counts[index] as Count;
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** A share of 0..1, or null where there is nothing to have a share of. */
function fraction(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
