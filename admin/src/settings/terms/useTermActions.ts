import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { MergeResult, TermKind } from '../../../../contracts/taxonomy-terms';
import { isConflict, useErrorMessage } from '../../api/errors';
import { useOrderTerms, useRetireTerm, useUndoMerge } from '../../api/terms';
import type { Undoable } from '../../ui/UndoBar';
import type { Term } from './term';

/** Ordering, retiring and merging, each with a way back for as long as the page is open. */
export function useTermActions(kind: TermKind) {
  const intl = useIntl();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const ordering = useOrderTerms(kind);
  const retiring = useRetireTerm(kind);
  const undoing = useUndoMerge();
  const [undoable, setUndoable] = useState<Undoable | null>(null);

  const fail = (error: unknown) => {
    toggleNotification({ type: 'danger', message: errorMessage(error) });
  };
  const tellUndone = () => {
    toggleNotification({
      type: 'success',
      message: intl.formatMessage({ id: 'buyer-journey.undone', defaultMessage: 'Undone' }),
    });
  };

  const order = (wanted: string[], seen: string[], isUndo = false) => {
    setUndoable(null);
    ordering.mutate(
      { order: wanted, seen },
      {
        onSuccess: () => {
          if (isUndo) {
            tellUndone();
            return;
          }
          setUndoable({
            text: intl.formatMessage({
              id: 'buyer-journey.sort.done',
              defaultMessage: 'The order is saved.',
            }),
            undo: () => {
              order(seen, wanted, true);
            },
          });
        },
        onError: (error) => {
          if (!isConflict(error)) {
            fail(error);
            return;
          }
          toggleNotification({
            type: 'warning',
            message: intl.formatMessage({
              id: 'buyer-journey.sort.conflict',
              defaultMessage:
                'Somebody else changed the order meanwhile. This is how it is now: move it again.',
            }),
          });
        },
      }
    );
  };

  const retire = (term: Term, wanted: boolean, isUndo = false) => {
    setUndoable(null);
    retiring.mutate(
      { documentId: term.documentId, retire: wanted },
      {
        onSuccess: () => {
          if (isUndo) {
            tellUndone();
            return;
          }
          setUndoable({
            text: intl.formatMessage(
              {
                id: 'buyer-journey.term.retire.done',
                defaultMessage:
                  '{retired, select, yes {“{name}” is retired: it stays on what has it, and is not offered for anything new.} other {“{name}” is offered again.}}',
              },
              { retired: wanted ? 'yes' : 'no', name: term.name }
            ),
            undo: () => {
              retire(term, !wanted, true);
            },
          });
        },
        onError: fail,
      }
    );
  };

  /** Takes merges back, the last one first: each by its list. Where that fails, the others can still be. */
  const undoMerges = async (text: string, lists: Blob[]) => {
    setUndoable(null);
    const left = [...lists];
    try {
      for (let last = left.at(-1); last; last = left.at(-1)) {
        await undoing.mutateAsync(last);
        left.pop();
      }
      tellUndone();
    } catch (error) {
      fail(error);
      offerUndo(left.length === lists.length ? text : leftText(left.length), left);
    }
  };
  const offerUndo = (text: string, lists: Blob[]) => {
    setUndoable({ text, undo: () => void undoMerges(text, lists) });
  };
  const leftText = (count: number) =>
    intl.formatMessage(
      {
        id: 'buyer-journey.term.undo.left',
        defaultMessage:
          '{count, plural, one {# merge is not undone yet.} other {# merges are not undone yet.}}',
      },
      { count }
    );

  return {
    undoable,
    dismissUndo: () => {
      setUndoable(null);
    },
    order,
    retire,
    /** Offers to take merges back, by the lists that were exported before them. */
    offerUndo,
    mergedText: ({ merged, into, settledTargets }: MergeResult) =>
      intl.formatMessage(
        {
          id: 'buyer-journey.term.merge.done',
          defaultMessage:
            '“{merged}” is part of “{into}” now.{targets, plural, =0 {} one { In # cell both had a target: the larger one holds.} other { In # cells both had a target: the larger ones hold.}}',
        },
        { merged: merged.name, into: into.name, targets: settledTargets.length }
      ),
    tellUndone,
    fail,
  };
}

export type TermActions = ReturnType<typeof useTermActions>;
