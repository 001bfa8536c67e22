/** What the site's configuration says about targets, age and field names, in random worlds. */
import { get } from '../site/client';
import { bruteForceCoverage } from '../worlds/brute-force';
import { buildWorld } from '../worlds/build';
import { checkWorlds, worldCount } from '../worlds/check-worlds';
import { namedReps } from '../worlds/filters';
import { readWorld } from '../worlds/live-documents';
import { search, startWorldSite, type WorldSite } from '../worlds/site';

const WORLDS = worldCount(5);

describe.each([
  { defaultTarget: 3, staleAfterDays: 30, syncLocales: true },
  { defaultTarget: 0, staleAfterDays: 365, syncLocales: false },
])('with the configuration %j', ({ syncLocales, ...coverage }) => {
  const fieldNames = { journeyStage: 'step', personas: 'audience', contributors: 'credits' };
  const { defaultTarget, staleAfterDays } = coverage;

  let started: WorldSite;
  beforeAll(async () => {
    started = await startWorldSite({ coverage, fieldNames, syncLocales });
  });
  afterAll(() => started.site.remove());
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test(
    `every figure equals its brute-force twin in ${WORLDS} random worlds`,
    async () => {
      const { site, token } = started;
      await checkWorlds(WORLDS, async (plan) => {
        const now = Date.now();
        await buildWorld(site, plan, { now, defaultStaleAfterDays: staleAfterDays }, fieldNames);
        const world = await readWorld(site, fieldNames);
        const clock = jest.spyOn(Date, 'now').mockReturnValue(now);
        for (const contributor of [undefined, ...namedReps(world)]) {
          const path = `/buyer-journey/coverage?${search({ contributor })}`;
          const { body } = await get(site, path, token);
          const look = { now, staleAfterDays, defaultTarget, contributor };
          expect(body).toEqual({ data: bruteForceCoverage(world, look) });
        }
        clock.mockRestore();
      });
    },
    WORLDS * 15_000
  );

  test('the filters say for how many days a document is fresh', async () => {
    const { body } = await get(started.site, '/buyer-journey/coverage/filters', started.token);
    expect(body.data).toMatchObject({ staleAfterDays });
  });
});
