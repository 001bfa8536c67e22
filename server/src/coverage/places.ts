/**
 * Where the live versions of a document stand, as one text that the database can count by:
 * `stage:fresh:mask:mask…` of each version, separated by commas.
 */

/** Where one version stands. */
export interface Place {
  stageId: number | null;
  fresh: boolean;
  /** The set of its personas, as `personaWindows` divides it. */
  masks: number[];
}

/** Documents whose live versions stand in exactly these places. */
export interface PlacesGroup {
  places: string;
  documents: number;
}

/** @param places as the statements of `count-places` write them, one place at least. */
export function readPlaces(places: string): Place[] {
  return places.split(',').map((place) => {
    const [stage = '', fresh, ...masks] = place.split(':');
    return {
      stageId: stage === '' ? null : Number(stage),
      fresh: fresh === '1',
      masks: masks.map(Number),
    };
  });
}
