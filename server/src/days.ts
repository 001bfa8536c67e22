/** Length of a day in UTC. */
export const DAY_IN_MS = 24 * 60 * 60 * 1000;

/** The day of a moment in UTC, as YYYY-MM-DD. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
