import { useCallback, useEffect, useRef } from 'react';

import { isDialogOpen } from '../ui/key-presses';

/** Marks the link of an item in the list. */
export const itemLinkMark = (documentId: string) => ({ 'data-item-link': documentId });
/** Marks the heading of the opened item. */
export const itemHeadingMark = (documentId: string) => ({ 'data-item-heading': documentId });

/** Where an item is focused: at its link in the list, or at its heading where there is no list. */
export function findItem(documentId: string): HTMLElement | null {
  const id = CSS.escape(documentId);
  return document.querySelector(`[data-item-link="${id}"], [data-item-heading="${id}"]`);
}

/** The heading of the opened item. */
export function findHeading(documentId: string): HTMLElement | null {
  return document.querySelector(`[data-item-heading="${CSS.escape(documentId)}"]`);
}

/** The field in which an answer is being written. */
export const findAnswerField = () => document.querySelector<HTMLElement>('textarea[name="answer"]');

/** Document id of the item in whose row the focus is; null when it is elsewhere. */
export function focusedItem(): string | null {
  const row = document.activeElement?.closest('[data-item-row]');
  return row?.getAttribute('data-item-row') ?? null;
}

/**
 * Moves the focus to an item as soon as the page shows it and no dialog is in the way.
 * @returns says which item
 */
export function useItemFocus(): (documentId: string) => void {
  const wanted = useRef<string | null>(null);

  const focusWanted = useCallback(() => {
    const target = wanted.current === null ? null : findItem(wanted.current);
    if (!target || isDialogOpen()) return;
    wanted.current = null;
    target.focus();
  }, []);

  // What is wanted may appear with any drawing: of the list, of the opened item, of a closed dialog.
  useEffect(() => {
    focusWanted();
  });

  return useCallback(
    (documentId) => {
      wanted.current = documentId;
      focusWanted();
    },
    [focusWanted]
  );
}
