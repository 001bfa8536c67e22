interface Listed {
  documentId: string;
}

/** The item a step away in a list; the first one when `from` is not on it; null at the ends. */
export function itemBeside<Item extends Listed>(
  items: Item[],
  from: string | null,
  step: 1 | -1
): Item | null {
  const index = items.findIndex(({ documentId }) => documentId === from);
  return (index === -1 ? items[0] : items[index + step]) ?? null;
}

/** Where to turn when an item is done with: the next one, else the one before; null when it is alone. */
export function itemAfter<Item extends Listed>(items: Item[], done: string): Item | null {
  if (!items.some(({ documentId }) => documentId === done)) return null;
  return itemBeside(items, done, 1) ?? itemBeside(items, done, -1);
}
