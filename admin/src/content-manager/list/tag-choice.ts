/** What was chosen in the dialog that tags entries. */
import type { ListChange, TagChange, Versions } from '../../../../contracts/tag-change';

/** Stands for taking the stage away. */
export const NO_STAGE = 'none';

export interface TagChoice {
  /** Slug, or `NO_STAGE`; null leaves stages as they are. */
  stage: string | null;
  mode: ListChange['mode'];
  /** Slugs. */
  personas: string[];
  versions: Versions;
}

export const NO_CHANGE: TagChoice = { stage: null, mode: 'add', personas: [], versions: 'both' };

/** As the server takes it; null where nothing would change. Setting no persona at all makes entries everyone's. */
export function asChange({ stage, mode, personas }: TagChoice): TagChange | null {
  const changesPersonas = mode === 'set' || personas.length > 0;
  if (stage === null && !changesPersonas) return null;
  return {
    ...(stage === null ? {} : { stage: stage === NO_STAGE ? null : stage }),
    ...(changesPersonas ? { personas: { mode, slugs: personas } } : {}),
  };
}
