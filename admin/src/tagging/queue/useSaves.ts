import { useNotification } from '@strapi/strapi/admin';
import { useEffect, useRef, type RefObject } from 'react';
import { useIntl } from 'react-intl';

import type { Versions } from '../../../../contracts/tag-change';
import type { QueueEntry, TaggedEntries } from '../../../../contracts/tagging-queue';
import { useErrorMessage } from '../../api/errors';
import { useTagEntries } from '../../api/tagging-queue';
import { useEntryTitle } from '../entry-words';
import { useProblemText } from '../problem-text';
import { changeBetween, keyOf, type Choice } from './choice';

type Failing = (entry: QueueEntry, reason: string) => void;

/** What was sent: to be taken back, or told that it failed. */
export interface Save {
  /** Run to undo; null where nothing was changed, or it failed. */
  run: Promise<number | null>;
}

/**
 * Writes tags in the background, those of an entry in the order of the decisions, so that nobody waits for one.
 * @param onFailure is told in words why an entry was not saved. Who has left by then is told by a notification
 */
export function useSaves(onFailure: Failing) {
  const { tag, undo } = useTagEntries();
  const errorMessage = useErrorMessage();
  const problemText = useProblemText();
  const last = useRef(new Map<string, Promise<unknown>>());
  const underWay = useRef(0);
  useLeaveWarning(underWay);
  const fail = useTellIfGone(onFailure);

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
            fail(entry, errorMessage(error));
            return null;
          }
        ),
      };

      function told({ run, failed }: TaggedEntries, about: QueueEntry): number | null {
        for (const { problem } of failed) fail(about, problemText(problem));
        return run;
      }
    },

    /** @param onKept is told in words why the tags stay as they were saved */
    takeBack: (entry: QueueEntry, save: Save, onKept: (reason: string) => void): void => {
      void inOrder(entry, async () => {
        const run = await save.run;
        if (run === null) return;
        try {
          for (const { problem } of (await undo(run)).left) onKept(problemText(problem));
        } catch (error) {
          onKept(errorMessage(error));
        }
      });
    },
  };
}

/** The queue goes on while entries are saved, and may be left before it is known what came of the last ones. */
function useTellIfGone(onFailure: Failing): Failing {
  const intl = useIntl();
  const titleOf = useEntryTitle();
  const { toggleNotification } = useNotification();
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  return (entry, reason) => {
    if (!isGone.current) {
      onFailure(entry, reason);
      return;
    }
    toggleNotification({
      type: 'danger',
      message: intl.formatMessage(
        {
          id: 'buyer-journey.tagging.notSaved',
          defaultMessage: '“{title}” was not tagged. {reason}',
        },
        { title: titleOf(entry), reason }
      ),
    });
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
