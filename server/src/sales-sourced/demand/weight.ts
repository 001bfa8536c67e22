/**
 * Demand that can be stored. The decayed sum of docs/metrics.md changes with every day, but it changes
 * for all items alike: 0.5^((now - t) / H) = 2^((t - fixed) / H) * 2^((fixed - now) / H). The first
 * factor is summed and stored, and orders items as the demand itself does; the second one makes it today's.
 */
import { DAY_IN_MS } from '../../days';

const FIXED_DAY = Date.UTC(2025, 0, 1);

/** Weight of something heard at a moment. @param halfLife in days. */
export function weightAt(at: Date, halfLife: number): number {
  return 2 ** ((at.getTime() - FIXED_DAY) / DAY_IN_MS / halfLife);
}

/** Factor that turns weights into demand as of `now`. @param halfLife in days. */
export function decayTo(now: Date, halfLife: number): number {
  return 2 ** ((FIXED_DAY - now.getTime()) / DAY_IN_MS / halfLife);
}

/** What remains at `now` of something heard at a moment: 1 at once, 0.5 after the half-life. */
export function remaining(at: Date, now: Date, halfLife: number): number {
  return weightAt(at, halfLife) * decayTo(now, halfLife);
}
