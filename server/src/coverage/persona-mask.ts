/** A set of personas as numbers: one bit each, so that the database can group by the whole set. */

/** Bits in one number that every database and JavaScript hold exactly. */
const BITS = 50;

export interface MaskedPlacement {
  stageId: number | null;
  fresh: boolean;
  masks: number[];
}

/** Documents whose live versions stand in exactly these places. */
export interface MaskedGroup {
  placements: MaskedPlacement[];
  documents: number;
}

/** Bit weight of each persona by row id, in as many masks as are needed; one at least. */
export function personaMasks(personaIds: number[]): Map<number, number>[] {
  const count = Math.max(1, Math.ceil(personaIds.length / BITS));
  return Array.from({ length: count }, (_, index) => {
    const ids = personaIds.slice(index * BITS, (index + 1) * BITS);
    return new Map(ids.map((id, bit) => [id, 2 ** bit]));
  }).map((mask) => (mask.size > 0 ? mask : new Map([[0, 0]])));
}

/** Row ids of the personas whose bits are set. */
export function personasIn(masks: number[], personaIds: number[]): number[] {
  return personaIds.filter((_, index) => {
    const mask = masks[Math.floor(index / BITS)] ?? 0;
    return Math.floor(mask / 2 ** (index % BITS)) % 2 === 1;
  });
}
