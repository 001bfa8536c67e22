/**
 * Where the live versions of a document stand, as one text that the database can count by:
 * `stage:fresh:mask:mask…` of each version, separated by commas.
 */

/** Where one version stands. */
export interface Place {
  stageId: number | null;
  fresh: boolean;
  /** The set of its personas, `mask:mask…` as `personaWindows` divides it. */
  masks: string;
}

/** Documents whose live versions stand in exactly these places. */
export interface PlacesGroup {
  places: string;
  documents: number;
}

/** @param places as the statements of `count-places` write them, one place at least. */
export function readPlaces(places: string): Place[] {
  // There may be as many texts as documents, most of them of one place: little is split up.
  return (places.includes(',') ? places.split(',') : [places]).map((place) => {
    const end = place.indexOf(':');
    return {
      stageId: end === 0 ? null : Number(place.slice(0, end)),
      fresh: place[end + 1] === '1',
      masks: place.slice(end + 3),
    };
  });
}
