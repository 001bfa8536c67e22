/** A random world with what sales heard in it. */
import fc from 'fast-check';

import type { Site } from '../site/site';
import { buildWorld } from './build';
import { buildItems, clearItems, itemPlans, type ItemPlan } from './items';
import { readWorld, type LiveWorld } from './live-documents';
import { worldPlan, type WorldPlan } from './plan';
import { readSalesWorld, type SalesWorld } from './sales-brute-force';

export interface PlanWithItems {
  world: WorldPlan;
  items: ItemPlan[];
}

export const plansWithItems: fc.Arbitrary<PlanWithItems> = fc.record({
  world: worldPlan,
  items: itemPlans,
});

/** Replaces what the site holds, and reads it back as the twins do. */
export async function buildWithItems(
  site: Site,
  { world: plan, items }: PlanWithItems,
  now: number
): Promise<{ world: LiveWorld; sales: SalesWorld }> {
  await clearItems(site);
  await buildWorld(site, plan, { now, defaultStaleAfterDays: 180 });
  await buildItems(site, items, now);
  const world = await readWorld(site);
  const live = world.documents.map(({ type, documentId, versions }) => ({
    ...{ id: 0, type, documentId, journeyStage: null, contributors: [] },
    publishedAt: versions[0]?.publishedAt.toISOString() ?? '',
  }));
  return { world, sales: { ...(await readSalesWorld(site, [])), live } };
}
