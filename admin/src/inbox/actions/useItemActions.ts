import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';

import type { EditItemBody } from '../../../../contracts/sales-sourced/inbox';
import type { Item, WorkflowState } from '../../../../contracts/sales-sourced/items';
import {
  useConfirmItem,
  useEditItem,
  useMergeItem,
  useMoveItem,
  useTakeOutMerged,
  type SeenItem,
} from '../../api/inbox-changes';
import { useItemTexts } from '../item-texts';
import { useFeedback } from './feedback';
import type { Undoable } from '../../ui/UndoBar';
import { hasWayBack, mayMove } from './way-back';

/** What an action needs to know of an item. */
export type ActedOn = Pick<Item, 'documentId' | 'revision' | 'state' | 'buyerWords'>;

/** Characters that are enough to know an item by. */
const ENOUGH = 40;

const inShort = (words: string) =>
  words.length > ENOUGH ? `${words.slice(0, ENOUGH).trimEnd()}…` : words;

/**
 * The changes that triage consists of. Each says what came of it, and answers whether it was done.
 * @param comeBack shows an item again that was left when it was done with
 */
export function useItemActions(comeBack: (documentId: string) => void) {
  const intl = useIntl();
  const texts = useItemTexts();
  const feedback = useFeedback();
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const moving = useMoveItem();
  const merging = useMergeItem();
  const takingOut = useTakeOutMerged();
  const editing = useEditItem();
  const confirming = useConfirmItem();
  const underWay = useRef(new Set<string>());

  /** One change at a time per item: a key pressed twice does one thing. Null: refused, and told. */
  const change = async <Result>(
    documentId: string,
    send: () => Promise<Result>
  ): Promise<Result | null> => {
    if (underWay.current.has(documentId)) {
      feedback.noticed(
        intl.formatMessage({
          id: 'buyer-journey.inbox.underWay',
          defaultMessage: 'The last change is still being saved. Try again in a moment.',
        })
      );
      return null;
    }
    underWay.current.add(documentId);
    setUndoable(null);
    try {
      return await send();
    } catch (error) {
      feedback.failed(error);
      return null;
    } finally {
      underWay.current.delete(documentId);
    }
  };

  const tellUndone = () => {
    feedback.succeeded(
      intl.formatMessage({ id: 'buyer-journey.undone', defaultMessage: 'Undone' })
    );
  };

  const moveBack = async (item: SeenItem, to: WorkflowState) => {
    comeBack(item.documentId);
    const done = await change(item.documentId, () => moving.mutateAsync({ item, to }));
    if (done) tellUndone();
  };

  const move = async (item: ActedOn, to: WorkflowState, reason?: string): Promise<boolean> => {
    if (!mayMove(item.state, to)) {
      feedback.noticed(
        intl.formatMessage(
          {
            id: 'buyer-journey.inbox.move.impossible',
            defaultMessage: 'From “{from}” an item cannot go to “{to}”.',
          },
          { from: texts.state(item.state), to: texts.state(to) }
        )
      );
      return false;
    }
    const now = await change(item.documentId, () => moving.mutateAsync({ item, to, reason }));
    if (!now) return false;
    const text = intl.formatMessage(
      { id: 'buyer-journey.inbox.moved', defaultMessage: '{words} is now in “{state}”.' },
      { words: texts.quote(inShort(item.buyerWords)), state: texts.state(to) }
    );
    if (!hasWayBack(item.state, to)) feedback.succeeded(text);
    else setUndoable({ text, undo: () => void moveBack(now, item.state) });
    return true;
  };

  const takeOut = async (documentId: string): Promise<boolean> => {
    const done = await change(documentId, () => takingOut.mutateAsync({ documentId }));
    if (done) tellUndone();
    return done !== null;
  };

  const merge = async (item: ActedOn, into: string): Promise<boolean> => {
    const now = await change(item.documentId, () => merging.mutateAsync({ item, into }));
    if (!now) return false;
    setUndoable({
      text: intl.formatMessage({
        id: 'buyer-journey.inbox.merge.done',
        defaultMessage: 'Merged. Who heard it counts for the other item now.',
      }),
      undo: () => {
        comeBack(item.documentId);
        void takeOut(item.documentId);
      },
    });
    return true;
  };

  const edit = async (item: SeenItem, fields: Omit<EditItemBody, 'revision'>): Promise<boolean> => {
    const now = await change(item.documentId, () => editing.mutateAsync({ item, edit: fields }));
    if (!now) return false;
    feedback.succeeded(
      intl.formatMessage({ id: 'buyer-journey.inbox.saved', defaultMessage: 'Saved' })
    );
    return true;
  };

  const confirm = async (item: SeenItem): Promise<boolean> => {
    const now = await change(item.documentId, () => confirming.mutateAsync({ item }));
    if (!now) return false;
    feedback.succeeded(
      intl.formatMessage({
        id: 'buyer-journey.inbox.confirmed',
        defaultMessage: 'Confirmed',
      })
    );
    return true;
  };

  return {
    move,
    merge,
    takeOut,
    edit,
    confirm,
    undoable,
    dismissUndo: () => {
      setUndoable(null);
    },
  };
}

export type ItemActions = ReturnType<typeof useItemActions>;
