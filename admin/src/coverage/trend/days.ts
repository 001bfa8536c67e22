import type { Trend } from '../../../../contracts/coverage-trend';

const DAY_IN_MS = 24 * 60 * 60 * 1000;

/** A day on the chart's axis. */
export interface ChartDay {
  day: string;
  /** Null on a day without a snapshot, and where there was nothing to have the figure of. */
  value: number | null;
  /** Whether both neighbours are missing: a line needs two points, this one needs a dot. */
  isAlone: boolean;
}

/** The day so many days later, YYYY-MM-DD in UTC; a negative number goes back. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_IN_MS).toISOString().slice(0, 10);
}

/** Every day from the first to the last one that was asked for: what is missing stays a gap. */
export function everyDay({ points, from, to }: Trend): ChartDay[] {
  const values = new Map(points.map(({ day, value }) => [day, value]));
  const days: ChartDay[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) {
    const [before, value, after] = [-1, 0, 1].map((by) => values.get(dayAfter(day, by)) ?? null);
    days.push({ day, value: value ?? null, isAlone: before === null && after === null });
  }
  return days;
}
