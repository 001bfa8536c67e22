import { useEffect, useRef, type RefObject } from 'react';

import type { Versions } from '../../../../contracts/tag-change';
import type { QueueEntry, TaggedEntries } from '../../../../contracts/tagging-queue';
import { useErrorMessage } from '../../api/errors';
import { useTagEntries } from '../../api/tagging-queue';
import { useProblemText } from '../problem-text';
import { changeBetween, keyOf, type Choice } from './choice';

/** What was sent: to be taken back, or told that it failed. */
export interface Save {
  /** Run to undo; null where nothing was changed, or it failed. */
  run: Promise<number | null>;
}

/**
 * Writes tags in the background, those of an entry in the order of the decisions, so that nobody waits for one.
 * @param onFailure is told in words why an entry was not saved, or not taken back
 */
export function useSaves(onFailure: (entry: QueueEntry, reason: string) => void) {
  const { tag, undo } = useTagEntries();
  const errorMessage = useErrorMessage();
  const problemText = useProblemText();
  const last = useRef(new Map<string, Promise<unknown>>());
  const underWay = useRef(0);
  useLeaveWarning(underWay);

  const inOrder = <Result>(entry: QueueEntry, work: () => Promise<Result>): Promise<Result> => {
    const before = last.current.get(keyOf(entry)) ?? Promise.resolve();
    underWay.current += 1;
    const result = before.then(work, work).finally(() => {
      underWay.current -= 1;
    });
    last.current.set(
      keyOf(entry),
      result.catch(() => undefined)
    );
    return result;
  };

  return {
    /** Null where both are the same. */
    save: (entry: QueueEntry, from: Choice, to: Choice, versions: Versions): Save | null => {
      const change = changeBetween(from, to);
      if (!change) return null;
      const { type, documentId, locale } = entry;
      const saved = inOrder(entry, () =>
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
      void inOrder(entry, async () => {
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

/** The browser asks whoever closes the page while something is not written yet. */
function useLeaveWarning(underWay: RefObject<number>): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if ((underWay.current ?? 0) > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [underWay]);
}
