/** Databases limit the values in one statement. */

/** Does something with so many at a time, one chunk after the other. */
export async function inChunks<Item>(
  items: Item[],
  size: number,
  work: (some: Item[]) => Promise<void>
): Promise<void> {
  for (let start = 0; start < items.length; start += size) {
    await work(items.slice(start, start + size));
  }
}
