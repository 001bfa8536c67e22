/** Databases limit the values in one statement. */
const AT_ONCE = 500;

/** Does something with so many at a time, one chunk after the other. */
export async function inChunks<Item>(
  items: Item[],
  work: (some: Item[]) => Promise<void>,
  size = AT_ONCE
): Promise<void> {
  for (let start = 0; start < items.length; start += size) {
    await work(items.slice(start, start + size));
  }
}
