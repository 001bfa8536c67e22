import { useState } from 'react';

/** What is selected among the documents that are shown. */
export interface Selection<Item> {
  items: Item[];
  has: (documentId: string) => boolean;
  toggle: (documentId: string) => void;
  /** All that are shown, or none of them. */
  selectPage: (isSelected: boolean) => void;
  clear: () => void;
}

/** Remembers what is selected. Only what is shown counts: nothing happens to documents out of sight. */
export function useSelection<Item extends { documentId: string }>(onPage: Item[]): Selection<Item> {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const items = onPage.filter(({ documentId }) => selected.has(documentId));
  return {
    items,
    has: (documentId) => selected.has(documentId),
    toggle: (documentId) => {
      setSelected((before) => {
        const after = new Set(before);
        if (!after.delete(documentId)) after.add(documentId);
        return after;
      });
    },
    selectPage: (isSelected) => {
      setSelected(new Set(isSelected ? onPage.map(({ documentId }) => documentId) : []));
    },
    clear: () => {
      setSelected(new Set());
    },
  };
}
