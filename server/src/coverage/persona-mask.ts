/** A set of personas as numbers: one bit each, so that the database can group by the whole set. */

/** Bits in one number that every database and JavaScript hold exactly. */
const BITS = 50;

/** Row ids from `first` to `last`: each has its bit in one mask, the lowest id the lowest bit. */
export interface IdWindow {
  first: number;
  last: number;
}

/**
 * Windows that hold all personas, one mask each and one at least. Row ids lie close together, so that one
 * is enough for most sites; ids far apart take more masks, never a wrong one.
 */
export function personaWindows(personaIds: number[]): IdWindow[] {
  const windows: IdWindow[] = [];
  for (const id of [...personaIds].sort((a, b) => a - b)) {
    const last = windows.at(-1);
    if (!last || id > last.last) windows.push({ first: id, last: id + BITS - 1 });
  }
  return windows.length > 0 ? windows : [{ first: 1, last: BITS }];
}

/**
 * Reads masks, one per window as `mask:mask…`: indexes in `personaIds` of the personas whose bits are set.
 * Many documents are for the same personas, so each text is read once.
 */
export function personaReader(personaIds: number[]): (masks: string) => number[] {
  const windows = personaWindows(personaIds);
  const bits = personaIds.map((id) => {
    const mask = windows.findIndex(({ first, last }) => first <= id && id <= last);
    return { mask, weight: 2 ** (id - (windows[mask]?.first ?? 0)) };
  });
  const known = new Map<string, number[]>();
  return (text) => {
    const read = known.get(text);
    if (read) return read;
    const masks = text.split(':').map(Number);
    const isSet = ({ mask, weight }: (typeof bits)[number]) =>
      Math.floor((masks[mask] ?? 0) / weight) % 2 === 1;
    const indexes = bits.flatMap((bit, index) => (isSet(bit) ? [index] : []));
    known.set(text, indexes);
    return indexes;
  };
}
