/** The entries behind a cell: which, in what order, in which locale, and for whom. */
import type { Coverage, CoverageEntries, CoverageEntry } from '../../contracts/coverage';
import { documentsOf } from '../../server/src/strapi';
import { get } from '../site/client';
import { aPersona, aStage } from '../site/people';
import type { Site } from '../site/site';
import { bruteForceEntries } from '../worlds/brute-force';
import { buildWorld, clearWorld, DAY } from '../worlds/build';
import { checkWorlds, worldCount } from '../worlds/check-worlds';
import { documentFilters, type DocumentFilter } from '../worlds/filters';
import { readWorld, type LiveDocument, type LiveWorld } from '../worlds/live-documents';
import type { WorldPlan } from '../worlds/plan';
import { search, startWorldSite } from '../worlds/site';
import { LOCALES, TAGGED_UIDS } from '../worlds/site-types';

const FAQ = 'api::faq.faq';
const WORLDS = worldCount(6);

let site: Site;
let token: string;
beforeAll(async () => {
  ({ site, token } = await startWorldSite());
});
afterAll(() => site.remove());
afterEach(() => {
  jest.restoreAllMocks();
});

interface Asked extends DocumentFilter {
  stage?: string;
  persona?: string;
  locale?: string;
  type?: string;
  page?: number;
  pageSize?: number;
}

const ask = (asked: Asked, as = token) =>
  get(site, `/buyer-journey/coverage/entries?${search({ ...asked })}`, as);

/** All pages of a cell, and the counts that come with the last. */
async function entriesOf(asked: Asked): Promise<CoverageEntries> {
  const data: CoverageEntry[] = [];
  for (let page = 1; ; page += 1) {
    const { status, body } = await ask({ ...asked, page, pageSize: 7 });
    expect({ asked, status }).toEqual({ asked, status: 200 });
    const { data: entries, meta } = body as unknown as CoverageEntries;
    data.push(...entries);
    if (page >= meta.pagination.pageCount) return { data, meta };
  }
}

const lastPublished = ({ versions }: LiveDocument) =>
  Math.max(...versions.map(({ publishedAt }) => publishedAt.getTime()));

/** An entry as it must look: the version of the first locale that is in the cell speaks for it. */
function expectedEntry(world: LiveWorld, document: LiveDocument): CoverageEntry {
  const { type, documentId, versions } = document;
  const [shown] = versions.sort(
    (a, b) => LOCALES.indexOf(a.locale as 'en') - LOCALES.indexOf(b.locale as 'en')
  );
  const term = (tag: { slug: string; name: string }) => ({ slug: tag.slug, name: tag.name });
  return {
    type,
    typeName: world.types.find(({ uid }) => uid === type)?.displayName ?? '',
    kind: type === 'api::homepage.homepage' ? 'singleType' : 'collectionType',
    documentId,
    locale: shown?.locale ?? null,
    title: shown?.title ?? null,
    stage: shown?.stage ? term(shown.stage) : null,
    personas: shown?.personas.map(term) ?? [],
    publishedAt: new Date(lastPublished(document)).toISOString(),
  };
}

function expectedEntries(world: LiveWorld, { type, ...cell }: Asked, now: number): CoverageEntry[] {
  const freshFrom = cell.freshOnly ? now - (cell.staleAfterDays ?? 180) * DAY : undefined;
  return bruteForceEntries(world, { ...cell, freshFrom, types: type?.split(',') })
    .sort(
      (a, b) =>
        lastPublished(b) - lastPublished(a) ||
        (a.type < b.type ? -1 : a.type > b.type ? 1 : 0) ||
        (a.documentId < b.documentId ? -1 : 1)
    )
    .map((document) => expectedEntry(world, document));
}

/** What the matrix says about a cell, a column or all. */
function inMatrix(matrix: Coverage, { stage, persona }: Asked): number | undefined {
  const { cells, stageTotals, totals } = matrix;
  if (persona === undefined) {
    if (stage === undefined) return totals.documents;
    if (stage === 'none') return totals.untagged;
    return stageTotals.find((total) => total.stage === stage)?.documents;
  }
  const row = persona === 'everyone' ? null : persona;
  return cells.find((cell) => cell.stage === stage && cell.persona === row)?.documents;
}

async function checkWorld(plan: WorldPlan): Promise<void> {
  const now = Date.now();
  await buildWorld(site, plan, { now, defaultStaleAfterDays: 180 });
  const world = await readWorld(site);
  const clock = jest.spyOn(Date, 'now').mockReturnValue(now);
  const oneType = TAGGED_UIDS[plan.staleAfterDays % TAGGED_UIDS.length];
  const stages = [undefined, 'none', ...world.stages.map(({ slug }) => slug)];
  const personas = [undefined, 'everyone', ...world.personas.map(({ slug }) => slug)];
  // Each way to narrow once; the matrix is compared for all of them together.
  const inLocale = LOCALES.map((locale) => ({ locale }));
  for (const filter of [{ type: oneType }, ...inLocale, ...documentFilters(plan, world, now)]) {
    const { body } = await get(site, `/buyer-journey/coverage?${search({ ...filter })}`, token);
    for (const stage of stages) {
      for (const persona of personas) {
        const asked = { ...filter, stage, persona };
        const { data, meta } = await entriesOf(asked);
        const expected = expectedEntries(world, asked, now);
        expect({ asked, data }).toEqual({ asked, data: expected });
        expect({ asked, total: meta.pagination.total, hidden: meta.hidden }).toEqual({
          asked,
          total: expected.length,
          hidden: 0,
        });
        const count = inMatrix(body.data as Coverage, asked);
        if (count !== undefined) expect({ asked, count }).toEqual({ asked, count: data.length });
      }
    }
  }
  clock.mockRestore();
}

describe('the entries of every cell', () => {
  test(
    `are the brute-force twin's, and as many as the matrix says, in ${WORLDS} random worlds`,
    async () => {
      await checkWorlds(WORLDS, checkWorld);
    },
    WORLDS * 30_000
  );
});

describe('a list', () => {
  beforeAll(async () => {
    await clearWorld(site);
    const journeyStage = (await aStage(site, 'Decision')).documentId;
    const personas = [(await aPersona(site, 'CFO')).documentId];
    for (let index = 0; index < 7; index += 1) {
      await documentsOf(site.strapi, FAQ).create({
        data: { title: `Question ${index}`, journeyStage, personas },
      });
    }
    await site.strapi.db
      .query(FAQ)
      .updateMany({ where: {}, data: { publishedAt: new Date('2026-01-31T10:00:00.000Z') } });
  });

  test('shows entries of the same moment once each over its pages, in the same order again', async () => {
    const walk = async () => {
      const ids: string[] = [];
      for (const page of [1, 2, 3, 4]) {
        const { body } = await ask({ page, pageSize: 2 });
        ids.push(...(body.data as CoverageEntry[]).map(({ documentId }) => documentId));
      }
      return ids;
    };
    const first = await walk();
    expect(new Set(first).size).toBe(7);
    expect(await walk()).toEqual(first);
  });

  test('is empty beyond its end, with the totals it has', async () => {
    const { status, body } = await ask({ page: 5, pageSize: 2 });
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        data: [],
        meta: { pagination: { page: 5, pageSize: 2, pageCount: 4, total: 7 }, hidden: 0 },
      },
    });
  });

  test.each([
    ['stage', { stage: 'no-such-stage' }],
    ['persona', { persona: 'no-such-persona' }],
    ['stage that Strapi would have to escape', { stage: "'; drop table faqs; --" }],
  ])('is empty for an unknown %s', async (_what, asked) => {
    const { status, body } = await ask(asked);
    expect(status).toBe(200);
    expect(body).toEqual({
      data: [],
      meta: { pagination: { page: 1, pageSize: 25, pageCount: 0, total: 0 }, hidden: 0 },
    });
  });

  test.each([
    ['locale', 'locale=xx'],
    ['locale', 'locale=en&locale=de'],
    ['type', 'type=api::nothing.nothing'],
    ['type', 'type=api::memo.memo'],
    ['type', 'type=,'],
    ['stage', 'stage=a&stage=b'],
    ['persona', 'persona[]=a'],
    ['persona', 'persona='],
    ['page', 'page=0'],
    ['page', 'page=1&page=2'],
    ['page', 'page=1e99'],
    ['page', 'page=9007199254740993'],
    ['pageSize', 'pageSize=101'],
    ['pageSize', 'pageSize=many'],
    ['nonsense', 'nonsense=1'],
  ])('is refused with a 400 that names %s: %s', async (name, parameters) => {
    const { status, body } = await get(
      site,
      `/buyer-journey/coverage/entries?${parameters}`,
      token
    );
    expect({ status, message: body.error?.message }).toEqual({
      status: 400,
      message: expect.stringContaining(name) as string,
    });
  });
});
