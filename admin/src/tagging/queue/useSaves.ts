import { useRef } from 'react';

import type { Versions } from '../../../../contracts/tag-change';
import type { QueueEntry, TaggedEntries } from '../../../../contracts/tagging-queue';
import { useErrorMessage } from '../../api/errors';
import { useTagEntries } from '../../api/tagging-queue';
import { useProblemText } from '../problem-text';
import { changeBetween, type Choice } from './choice';

/** What was sent: to be taken back, or told that it failed. */
export interface Save {
  /** Run to undo; null where nothing was changed, or it failed. */
  run: Promise<number | null>;
}

/**
 * Writes tags one after the other in the background, in the order of the decisions, so that nobody waits for one.
 * @param onFailure is told in words why an entry was not saved, or not taken back
 */
export function useSaves(onFailure: (entry: QueueEntry, reason: string) => void) {
  const { tag, undo } = useTagEntries();
  const errorMessage = useErrorMessage();
  const problemText = useProblemText();
  const last = useRef<Promise<unknown>>(Promise.resolve());

  const inOrder = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.current.then(work, work);
    last.current = result.catch(() => undefined);
    return result;
  };

  return {
    /** Null where both are the same. */
    save: (entry: QueueEntry, from: Choice, to: Choice, versions: Versions): Save | null => {
      const change = changeBetween(from, to);
      if (!change) return null;
      const { type, documentId, locale } = entry;
      const saved = inOrder(() =>
        tag({ entries: [{ type, documentId, locale }], change, versions })
      );
      return {
        run: saved.then(
          (result) => told(result, entry),
          (error: unknown) => {
            onFailure(entry, errorMessage(error));
            return null;
          }
        ),
      };

      function told({ run, failed }: TaggedEntries, about: QueueEntry): number | null {
        for (const { problem } of failed) onFailure(about, problemText(problem));
        return run;
      }
    },

    takeBack: (entry: QueueEntry, save: Save): void => {
      void inOrder(async () => {
        const run = await save.run;
        if (run === null) return;
        try {
          for (const { problem } of (await undo(run)).left) onFailure(entry, problemText(problem));
        } catch (error) {
          onFailure(entry, errorMessage(error));
        }
      });
    },
  };
}
