/** A day such as 2026-01-31 as the date picker takes it: midnight of that day in UTC. */
export const calendarDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The day that the date picker answers with: midnight of that day where the user is. */
export function dayOfLocalDate(date: Date): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
