/** Formulas over items (docs/metrics.md). No database in here. */
import type { Percentiles, Share } from '../../../../contracts/sales-sourced/figures';
import { DAY_IN_MS } from '../../days';

/** Whole milliseconds as days. */
export function inDays(milliseconds: number): number {
  return milliseconds / DAY_IN_MS;
}

/** Median and 90th percentile, between neighbours where they fall between two. */
export function percentiles(values: number[]): Percentiles {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9), count: sorted.length };
}

function quantile(sorted: number[], share: number): number | null {
  if (sorted.length === 0) return null;
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? 0;
  return below + (above - below) * (position - Math.floor(position));
}

/** A fraction with its parts; null when there is nothing to divide by. */
export function share(part: number, of: number): Share {
  return { figure: of === 0 ? null : part / of, part, of };
}
