import { useState } from 'react';

import type { Item } from '../../../../contracts/sales-sourced/items';

/** Items that are selected among those on the page. */
export interface Selection {
  items: Item[];
  has: (documentId: string) => boolean;
  toggle: (documentId: string) => void;
  /** All items of the page, or none of them. */
  selectPage: (isSelected: boolean) => void;
  clear: () => void;
}

/** Remembers what is selected. Only what is on the page counts: nothing happens to items out of sight. */
export function useSelection(onPage: Item[]): Selection {
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
