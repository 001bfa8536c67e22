import type { TagChange } from '../../../../contracts/tag-change';
import type { QueueEntry } from '../../../../contracts/tagging-queue';

/** Tags that are chosen for an entry, by slug. */
export interface Choice {
  stage: string | null;
  personas: string[];
}

/** Tells an entry from all others. */
export const keyOf = ({ type, documentId, locale }: QueueEntry): string =>
  `${type} ${documentId} ${locale ?? ''}`;

/** The tags that an entry has. */
export const tagsOf = ({ stage, personas }: QueueEntry): Choice => ({
  stage: stage?.slug ?? null,
  personas: personas.map(({ slug }) => slug),
});

/** What is chosen before anybody chooses: what the entry has, and what is suggested for the rest. */
export function firstChoice(entry: QueueEntry): Choice {
  const { stage, personas } = tagsOf(entry);
  const { suggestion } = entry;
  return {
    stage: stage ?? suggestion?.stage ?? null,
    personas: personas.length > 0 ? personas : (suggestion?.personas ?? []),
  };
}

/** What must be written to get from one choice to another; null when nothing. */
export function changeBetween(from: Choice, to: Choice): TagChange | null {
  const change: TagChange = {};
  if (from.stage !== to.stage) change.stage = to.stage;
  if ([...from.personas].sort().join() !== [...to.personas].sort().join()) {
    change.personas = { mode: 'set', slugs: to.personas };
  }
  return Object.keys(change).length === 0 ? null : change;
}

/** With the persona, or without it where it was chosen. */
export function toggled(choice: Choice, persona: string): Choice {
  const personas = choice.personas.includes(persona)
    ? choice.personas.filter((other) => other !== persona)
    : [...choice.personas, persona];
  return { ...choice, personas };
}
