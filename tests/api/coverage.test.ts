/** The coverage matrix, against its brute-force twin in random worlds. */
import fc from 'fast-check';

import type { Coverage } from '../../contracts/coverage';
import { PERSONA_UID } from '../../server/src/constants';
import { tablesOf } from '../../server/src/type-tables';
import { getService } from '../../server/src/services';
import {
  inTransaction,
  tableIn,
  tableNameOf,
  type ContentTypeSchema,
} from '../../server/src/strapi';
import { get } from '../site/client';
import { DATABASE_CLIENT } from '../site/database';
import type { Site } from '../site/site';
import { bruteForceCoverage } from '../worlds/brute-force';
import { buildWorld } from '../worlds/build';
import { checkWorlds, worldCount } from '../worlds/check-worlds';
import { documentFilters } from '../worlds/filters';
import { readWorld } from '../worlds/live-documents';
import { worldPlanWith, type WorldPlan } from '../worlds/plan';
import { search, startWorldSite } from '../worlds/site';
import { LOCALES, TAGGED_UIDS } from '../worlds/site-types';

const WORLDS = worldCount(12);
const ALL_TYPES = undefined;
const ANY_LOCALE = undefined;

let site: Site;
let token: string;
beforeAll(async () => {
  ({ site, token } = await startWorldSite());
});
afterAll(() => site.remove());
afterEach(() => {
  jest.restoreAllMocks();
});

const coverage = (parameters: string) => get(site, `/buyer-journey/coverage?${parameters}`, token);

/** Two types of the site, others in another world. */
function twoTypes(plan: WorldPlan): [string, string] {
  const [one, two] = fc.sample(fc.shuffledSubarray(TAGGED_UIDS, { minLength: 2 }), {
    numRuns: 1,
    seed: plan.staleAfterDays,
  })[0] as [string, string];
  return [one, two];
}

/** Compares every figure of a world, for each choice of locale, types and documents. */
async function expectTwin(plan: WorldPlan, now: number): Promise<void> {
  const world = await readWorld(site);
  const [one, two] = twoTypes(plan);
  for (const locale of [ANY_LOCALE, ...LOCALES]) {
    for (const types of [ALL_TYPES, [one], [one, two]]) {
      for (const filter of documentFilters(plan, world, now)) {
        const asked = { locale, type: types?.join(), ...filter };
        const { status, body } = await coverage(search(asked));
        const look = { locale, types, now, defaultTarget: 1, staleAfterDays: 180, ...filter };
        const data = bruteForceCoverage(world, look);
        expect({ asked, status, body }).toEqual({ asked, status: 200, body: { data } });
      }
    }
  }
}

/** Builds the world, and stops the server's clock while it is looked at: borders are exact then. */
async function checkWorld(plan: WorldPlan): Promise<void> {
  const now = Date.now();
  await buildWorld(site, plan, { now, defaultStaleAfterDays: 180 });
  const clock = jest.spyOn(Date, 'now').mockReturnValue(now);
  await expectTwin(plan, now);
  clock.mockRestore();
}

describe('every figure equals its brute-force twin', () => {
  test(
    `in ${WORLDS} random worlds`,
    async () => {
      await checkWorlds(WORLDS, checkWorld);
    },
    WORLDS * 15_000
  );

  test.each([50, 51, 60])(
    'in a world with %i personas',
    async (personas) => {
      await checkWorlds(2, checkWorld, worldPlanWith({ stages: 3, personas }));
    },
    60_000
  );

  test.each([
    [0, 0],
    [0, 3],
    [3, 0],
  ])(
    'in a world with %i stages and %i personas',
    async (stages, personas) => {
      await checkWorlds(1, checkWorld, worldPlanWith({ stages, personas }));
    },
    60_000
  );
});

describe('many personas whose row ids lie far apart', () => {
  test('are counted as others are', async () => {
    const [plan] = fc.sample(worldPlanWith({ stages: 3, personas: 3 }), { numRuns: 1, seed: 1 });
    const now = Date.now();
    await buildWorld(site, plan as WorldPlan, { now, defaultStaleAfterDays: 180 });
    await addPersonas(60, 60);
    jest.spyOn(Date, 'now').mockReturnValue(now);
    await expectTwin(plan as WorldPlan, now);
  }, 60_000);

  /** Copies of a persona, each for the versions of one document or another. */
  async function addPersonas(count: number, apart: number): Promise<void> {
    const { strapi } = site;
    const type: ContentTypeSchema = strapi.contentType('api::article.article');
    const tables = tablesOf(strapi, type, getService(strapi, 'tagging').fieldNames());
    await inTransaction(strapi, async (trx) => {
      const personas = () => tableIn(strapi, trx, tableNameOf(strapi, PERSONA_UID));
      const some = await personas().first<object>();
      const versions: { id: number }[] = await tableIn(strapi, trx, tables.table).select('id');
      const { name, joinColumn, inverseJoinColumn } = tables.personaLink;
      for (let index = 0; index < count; index++) {
        const id = 1_000_000 + index * apart;
        const slug = `far-${index}`;
        await personas().insert({ ...some, id, document_id: slug, slug, name: slug });
        const version = versions[index % versions.length]?.id;
        await tableIn(strapi, trx, name).insert({
          [joinColumn.name]: version,
          [inverseJoinColumn.name]: id,
        });
      }
    });
  }
});

describe('the cost', () => {
  /** Statements that one request runs, and those of them that count documents. */
  async function statements(stages: number, personas: number) {
    const [plan] = fc.sample(worldPlanWith({ stages, personas }), { numRuns: 1, seed: 1 });
    await buildWorld(site, plan as WorldPlan, { now: Date.now(), defaultStaleAfterDays: 180 });
    const all: string[] = [];
    const listen = ({ sql }: { sql: string }) => {
      all.push(sql);
    };
    await coverage('');
    site.strapi.db.connection.on('query', listen);
    const { body } = await coverage('');
    site.strapi.db.connection.off('query', listen);
    const counting = all.filter((sql) => sql.includes('mask0'));
    return { all: all.length, counting: counting.length, cells: (body.data as Coverage).cells };
  }

  test('is one statement per content type, whatever the number of cells', async () => {
    const few = await statements(3, 3);
    const many = await statements(12, 12);
    expect([few.cells.length, many.cells.length]).toEqual([3 * 4, 12 * 13]);
    expect(few.counting).toBe(TAGGED_UIDS.length);
    expect(many.counting).toBe(TAGGED_UIDS.length);
    expect(many.all).toBe(few.all);
  });
});

// Elsewhere there is nothing to cut off: the test is left out there, not skipped.
if (DATABASE_CLIENT === 'mysql') {
  describe('a server that cuts long texts off', () => {
    test('does not cut the places of a document off', async () => {
      const [plan] = fc.sample(worldPlanWith({ stages: 5, personas: 5 }), { numRuns: 1, seed: 1 });
      await buildWorld(site, plan as WorldPlan, { now: Date.now(), defaultStaleAfterDays: 180 });
      const { body } = await coverage('');
      const matrix = await inTransaction(site.strapi, async (trx) => {
        await trx.raw('set session group_concat_max_len = 4');
        return getService(site.strapi, 'coverage').matrix({});
      });
      expect(matrix).toEqual(body.data);
    });
  });
}

describe('the query', () => {
  test.each([
    ['locale', 'locale=xx'],
    ['locale', 'locale='],
    ['locale', 'locale=en&locale=de'],
    ['locale', 'locale[]=en'],
    ['type', 'type=api::nothing.nothing'],
    ['type', 'type=api::faq.faq,api::nothing.nothing'],
    ['type', 'type=plugin::buyer-journey.stage'],
    ['type', 'type=api::faq.faq&type=api::guide.guide'],
    ['type', 'type[$in]=api::faq.faq'],
    ['staleAfterDays', 'staleAfterDays=0'],
    ['staleAfterDays', 'staleAfterDays=1.5'],
    ['staleAfterDays', 'staleAfterDays=soon'],
    ['staleAfterDays', 'staleAfterDays=1e99'],
    ['staleAfterDays', 'staleAfterDays=36501'],
    ['staleAfterDays', 'staleAfterDays=90&staleAfterDays=91'],
    ['contributor', 'contributor=nobody'],
    ['contributor', 'contributor='],
    ['contributor', 'contributor[slug]=ines-abel'],
    ['publishedFrom', 'publishedFrom=yesterday'],
    ['publishedFrom', 'publishedFrom=2026-02-30'],
    ['publishedTo', 'publishedTo=2026-01-31T10:00:00Z'],
    ['publishedTo', 'publishedTo=9999-12-31'],
    ['publishedFrom', 'publishedFrom=0000-01-01'],
    ['publishedTo', 'publishedTo=2026-01-31&publishedTo=2026-02-01'],
    ['freshOnly', 'freshOnly=yes'],
    ['stage', 'stage=awareness'],
  ])('is refused with a 400 that names %s: %s', async (name, parameters) => {
    const { status, body } = await coverage(parameters);
    expect({ status, data: body.data, message: body.error?.message }).toEqual({
      status: 400,
      data: null,
      message: expect.stringContaining(name) as string,
    });
  });

  test('says of a locale and a type that the site does not have which they are', async () => {
    expect((await coverage('locale=xx')).body.error?.message).toContain('xx');
    // Opted out: its tags do not count, and nobody can ask for them.
    expect((await coverage('type=api::memo.memo')).body.error?.message).toContain('api::memo.memo');
  });
});
