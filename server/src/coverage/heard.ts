/** What is heard, told by slugs as the matrix tells its stages and personas. No database in here. */
import type { HeardAt, HeardByStage } from './supply-and-demand';

/** As the sales-sourced service counts it, by row ids. */
interface HeardById {
  stages: (Omit<HeardByStage, 'stage'> & { stageId: number | null })[];
  cells: (Omit<HeardAt, 'stage' | 'persona'> & { stageId: number; personaId: number | null })[];
}

interface Term {
  id: number;
  slug: string;
}

/** What stands at a stage or persona that is gone by now is left out. */
export function heardBySlug(
  heard: HeardById,
  stages: Term[],
  personas: Term[]
): { stages: HeardByStage[]; cells: HeardAt[] } {
  const stageSlugs = new Map<number | null, string | null>([
    ...stages.map(({ id, slug }): [number, string] => [id, slug]),
    [null, null],
  ]);
  const personaSlugs = new Map<number | null, string | null>([
    ...personas.map(({ id, slug }): [number, string] => [id, slug]),
    [null, null],
  ]);
  return {
    stages: heard.stages.flatMap(({ stageId, ...rest }) => {
      const stage = stageSlugs.get(stageId);
      return stage === undefined ? [] : [{ ...rest, stage }];
    }),
    cells: heard.cells.flatMap(({ stageId, personaId, ...rest }) => {
      const [stage, persona] = [stageSlugs.get(stageId), personaSlugs.get(personaId)];
      return typeof stage !== 'string' || persona === undefined
        ? []
        : [{ ...rest, stage, persona }];
    }),
  };
}
