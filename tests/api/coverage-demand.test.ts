/** Demand beside supply, against its brute-force twin in random worlds. */
import fc from 'fast-check';

import type { Coverage } from '../../contracts/coverage';
import { get } from '../site/client';
import type { Site } from '../site/site';
import { bruteForceCoverage } from '../worlds/brute-force';
import { buildWorld, DAY } from '../worlds/build';
import { checkWorlds, worldCount } from '../worlds/check-worlds';
import { bruteForceCoverageDemand } from '../worlds/demand-brute-force';
import { documentFilters } from '../worlds/filters';
import { bruteForceFromSales } from '../worlds/from-sales-brute-force';
import { buildItems, clearItems, itemPlans } from '../worlds/items';
import { worldPlanWith, type WorldPlan } from '../worlds/plan';
import { search, startWorldSite } from '../worlds/site';
import { buildWithItems, plansWithItems, type PlanWithItems } from '../worlds/with-items';
import { LOCALES, TAGGED_UIDS } from '../worlds/site-types';

const WORLDS = worldCount(12);

let site: Site;
let token: string;
beforeAll(async () => {
  ({ site, token } = await startWorldSite());
});
afterAll(() => site.remove());
afterEach(() => {
  jest.restoreAllMocks();
});

/** Equal, but for the last digits of fractions. */
const rounded = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'number' ? Number(part.toFixed(9)) : part
    )
  ) as unknown;

async function checkPlan(plan: PlanWithItems): Promise<void> {
  const now = Date.now();
  const { world, sales } = await buildWithItems(site, plan, now);
  const clock = jest.spyOn(Date, 'now').mockReturnValue(now);
  const ask = (path: string, asked: Parameters<typeof search>[0]) =>
    get(site, `/buyer-journey/coverage/${path}?${search(asked)}`, token);
  for (const locale of [undefined, LOCALES[1]]) {
    for (const types of [undefined, [TAGGED_UIDS[0] as string]]) {
      for (const filter of documentFilters(plan.world, world, now)) {
        const asked = { locale, type: types?.join(), ...filter };
        const look = { locale, types, now, staleAfterDays: 180, defaultTarget: 1, ...filter };
        const coverage: Coverage = bruteForceCoverage(world, look);
        const expected = {
          asked,
          demand: bruteForceCoverageDemand(coverage, sales, new Date(now)),
          fromSales: bruteForceFromSales(world, sales, {
            ...look,
            ...(filter.freshOnly ? { freshFrom: now - look.staleAfterDays * DAY } : {}),
          }),
        };
        const demand = (await ask('demand', asked)).body.data;
        const fromSales = (await ask('sales-sourced', asked)).body.data;
        expect(rounded({ asked, demand, fromSales })).toEqual(rounded(expected));
      }
    }
  }
  clock.mockRestore();
}

test(
  `every figure equals its brute-force twin in ${WORLDS} random worlds with items`,
  async () => {
    await checkWorlds(WORLDS, checkPlan, plansWithItems);
  },
  WORLDS * 15_000
);

describe('the cost', () => {
  test('is the same number of statements, whatever the number of cells and items', async () => {
    const once = async () => {
      let count = 0;
      const listen = () => {
        count += 1;
      };
      site.strapi.db.connection.on('query', listen);
      await get(site, '/buyer-journey/coverage/demand', token);
      site.strapi.db.connection.off('query', listen);
      return count;
    };
    // Strapi's own timers ask the database too, now and then.
    const statements = async () => Math.min(await once(), await once(), await once());
    const [few, many] = [4, 12].map(
      (size) =>
        fc.sample(worldPlanWith({ stages: size, personas: size }), { numRuns: 1, seed: 7 })[0]
    ) as [WorldPlan, WorldPlan];
    const items = fc.sample(itemPlans, { numRuns: 3, seed: 7 }).flat();
    await clearItems(site);
    await buildWorld(site, few, { now: Date.now(), defaultStaleAfterDays: 180 });
    await buildItems(site, [], Date.now());
    const before = await statements();
    await buildWorld(site, many, { now: Date.now(), defaultStaleAfterDays: 180 });
    await buildItems(site, items, Date.now());
    expect(items.length).toBeGreaterThan(10);
    expect(await statements()).toBe(before);
  });
});

describe.each(['demand', 'sales-sourced'])('%s', (path) => {
  test.each(['locale=xx', 'type=api::nothing.nothing', 'staleAfterDays=0', 'surprise=1'])(
    'is refused with a 400 that names what is wrong: %s',
    async (parameters) => {
      const address = `/buyer-journey/coverage/${path}?${parameters}`;
      const { status, body } = await get(site, address, token);
      expect([status, body.error?.message]).toEqual([
        400,
        expect.stringContaining(parameters.split('=')[0] ?? ''),
      ]);
    }
  );
});
