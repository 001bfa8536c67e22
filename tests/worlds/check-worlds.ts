/**
 * Runs a check on many random worlds. A failure prints the world and its seed:
 * `WORLD_SEED=<seed>` repeats it, `WORLDS=<n>` asks for more worlds than a test does by itself.
 */
import fc from 'fast-check';

import { worldPlan, type WorldPlan } from './plan';

/** How many worlds a test looks at, given how many it does by default. */
export function worldCount(byDefault: number): number {
  return process.env.WORLDS === undefined ? byDefault : Number(process.env.WORLDS);
}

/**
 * @param worlds how many.
 * @param check builds the planned world and throws when a figure is wrong.
 * @param plans kinds of worlds, all of them by default.
 */
export async function checkWorlds<Plan = WorldPlan>(
  worlds: number,
  check: (plan: Plan) => Promise<void>,
  plans: fc.Arbitrary<Plan> = worldPlan as unknown as fc.Arbitrary<Plan>
): Promise<void> {
  const seed = process.env.WORLD_SEED;
  await fc.assert(fc.asyncProperty(plans, check), {
    numRuns: worlds,
    // Each smaller world would have to be built anew: the first one that fails is told as it is.
    endOnFailure: true,
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  });
}
