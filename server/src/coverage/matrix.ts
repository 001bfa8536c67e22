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
import { readPlaces, type PlacesGroup } from './places';

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
  const standOf = standReader(stages, personas);
  const cells = new Counter();
  const stageTotals = new Counter();
  const perType = types.map(({ uid, displayName, groups }) => {
    let documents = 0;
    let untagged = 0;
    for (const group of groups) {
      const stand = standOf(group.places);
      documents += group.documents;
      if (stand.stages.size === 0) untagged += group.documents;
      stageTotals.add(group.documents, stand.stages);
      cells.add(group.documents, stand.cells);
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
    stages: stages.map(({ documentId, slug, name, position, alwaysOn, buyerQuestion, color }) => ({
      ...{ documentId, slug, name, position, alwaysOn, buyerQuestion, color },
    })),
    personas: personas.map(({ documentId, slug, name, buyingRole }) => ({
      ...{ documentId, slug, name, buyingRole },
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

/** A stage or a cell by its index, and whether the document is fresh there. */
type Stood = Map<number, boolean>;

/** Where a document counts: once in each, however many of its versions stand there. */
interface Stand {
  stages: Stood;
  cells: Stood;
}

/**
 * Reads texts of places into indexes: of the stage, and of the cell as stage by stage, persona by persona,
 * Everyone last. Many documents of all types stand in the same places, so each text is read once.
 */
function standReader(stages: { id: number }[], personas: { id: number }[]) {
  const columns = new Map(stages.map(({ id }, index) => [id, index]));
  const rows = new Map(personas.map(({ id }, index) => [id, index]));
  const personasIn = personaReader([...rows.keys()]);
  const known = new Map<string, Stand>();

  const read = (places: string): Stand => {
    const stand: Stand = { stages: new Map(), cells: new Map() };
    const standAt = (stood: Stood, index: number, fresh: boolean) =>
      stood.set(index, fresh || stood.get(index) === true);
    for (const { stageId, fresh, masks } of readPlaces(places)) {
      const column = stageId === null ? undefined : columns.get(stageId);
      if (column === undefined) continue;
      standAt(stand.stages, column, fresh);
      const named = personasIn(masks).map((id) => rows.get(id) ?? 0);
      for (const row of named.length > 0 ? named : [rows.size]) {
        standAt(stand.cells, column * (rows.size + 1) + row, fresh);
      }
    }
    return stand;
  };

  return (places: string): Stand => {
    const stand = known.get(places) ?? read(places);
    known.set(places, stand);
    return stand;
  };
}

/** Counts documents by index. */
class Counter {
  private readonly counts = new Map<number, Count>();

  add(documents: number, stood: Stood): void {
    for (const [index, fresh] of stood) {
      const count = this.counts.get(index) ?? { documents: 0, fresh: 0 };
      count.documents += documents;
      if (fresh) count.fresh += documents;
      this.counts.set(index, count);
    }
  }

  get(index: number): Count {
    return this.counts.get(index) ?? { documents: 0, fresh: 0 };
  }
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** A share of 0..1, or null where there is nothing to have a share of. */
function fraction(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
