import { useState } from 'react';

import type { Versions } from '../../../../contracts/tag-change';
import type { QueueEntry } from '../../../../contracts/tagging-queue';
import { firstChoice, keyOf, tagsOf, toggled, type Choice } from './choice';
import { useSaves, type Save } from './useSaves';

/** A decision that can be undone. */
interface Decision {
  entry: QueueEntry;
  index: number;
  before: Choice;
  after: Choice;
  save: Save;
}

/** An entry that was decided about and could not be saved, or brought back. */
export interface Failure {
  entry: QueueEntry;
  reason: string;
}

interface Options {
  entries: QueueEntry[];
  /** The tag that entries of the queue lack. */
  without: 'stage' | 'persona' | 'any';
  versions: Versions;
}

type ByKey = ReadonlyMap<string, Choice>;
const withKey = (map: ByKey, entry: QueueEntry, choice: Choice): ByKey =>
  new Map(map).set(keyOf(entry), choice);

/** Going through the queue: where one is, what is chosen, and what was decided. Nothing waits for the server. */
export function useQueueWork({ entries, without, versions }: Options) {
  const [index, setIndex] = useState(0);
  const [chosen, setChosen] = useState<ByKey>(new Map());
  const [saved, setSaved] = useState<ByKey>(new Map());
  const [decisions, setDecisions] = useState<Decision[]>([]);
  const [failures, setFailures] = useState<Failure[]>([]);
  const [isChoiceMissing, setIsChoiceMissing] = useState(false);

  const fail = (entry: QueueEntry, reason: string) => {
    setFailures((before) => [...withoutEntry(before, entry), { entry, reason }]);
    // What was not saved can be neither undone nor counted.
    setDecisions((before) => withoutEntry(before, entry));
    setSaved((before) => {
      const after = new Map(before);
      after.delete(keyOf(entry));
      return after;
    });
  };
  const saves = useSaves(fail);

  const entry = entries[index];
  const tagsNow = (of: QueueEntry) => saved.get(keyOf(of)) ?? tagsOf(of);
  const choice =
    entry && (chosen.get(keyOf(entry)) ?? saved.get(keyOf(entry)) ?? firstChoice(entry));

  const goTo = (to: number) => {
    setIsChoiceMissing(false);
    setIndex(Math.min(Math.max(to, 0), entries.length));
  };
  const choose = (next: Choice) => {
    if (!entry) return;
    setIsChoiceMissing(false);
    setChosen((before) => withKey(before, entry, next));
  };

  const accept = () => {
    if (!entry || !choice) return;
    if (isIncomplete(choice, without)) {
      setIsChoiceMissing(true);
      return;
    }
    const before = tagsNow(entry);
    const save = saves.save(entry, before, choice, versions);
    if (save) {
      setSaved((known) => withKey(known, entry, choice));
      setFailures((known) => withoutEntry(known, entry));
      setDecisions((known) => [...known, { entry, index, before, after: choice, save }]);
    }
    goTo(index + 1);
  };

  const undo = () => {
    const last = decisions.at(-1);
    if (!last) return;
    setDecisions(decisions.slice(0, -1));
    setSaved((known) => withKey(known, last.entry, last.before));
    // As it was chosen, to be corrected.
    setChosen((known) => withKey(known, last.entry, last.after));
    saves.takeBack(last.entry, last.save, (reason) => {
      setSaved((known) => withKey(known, last.entry, last.after));
      setFailures((known) => [...withoutEntry(known, last.entry), { entry: last.entry, reason }]);
    });
    goTo(last.index);
  };

  return {
    ...{ entry, index, choice, failures, accept, undo, isChoiceMissing },
    last: decisions.at(-1) ?? null,
    /** How many of the entries have the tag by now that they lacked. */
    given: entries.filter(
      (of) => isIncomplete(tagsOf(of), without) && !isIncomplete(tagsNow(of), without)
    ).length,
    chooseStage: (stage: string) => {
      if (choice) choose({ ...choice, stage });
    },
    togglePersona: (persona: string) => {
      if (choice) choose(toggled(choice, persona));
    },
    chooseEveryone: () => {
      if (choice) choose({ ...choice, personas: [] });
    },
    skip: () => {
      goTo(index + 1);
    },
    back: () => {
      goTo(index - 1);
    },
    forgetDecisions: () => {
      setDecisions([]);
    },
    reopen: (failed: QueueEntry) => {
      goTo(entries.findIndex((of) => keyOf(of) === keyOf(failed)));
    },
  };
}

export type QueueWork = ReturnType<typeof useQueueWork>;

/** Whether the choice still lacks what the queue is about. */
function isIncomplete({ stage, personas }: Choice, without: Options['without']): boolean {
  if (without === 'any') return false;
  return without === 'stage' ? stage === null : personas.length === 0;
}

function withoutEntry<Item extends { entry: QueueEntry }>(
  items: Item[],
  entry: QueueEntry
): Item[] {
  return items.filter((item) => keyOf(item.entry) !== keyOf(entry));
}
