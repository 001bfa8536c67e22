/** Coverage as CSV: the same figures and entries as the admin API, for the same eyes. */
import fc from 'fast-check';

import { cellState, type Coverage, type CoverageEntries } from '../../contracts/coverage';
import type { CoverageDemand } from '../../contracts/coverage-demand';
import { documentsOf } from '../../server/src/strapi';
import { get, signIn, type Permission } from '../site/client';
import { exported } from '../site/csv';
import { aPersona, aRep, aStage } from '../site/people';
import type { Site } from '../site/site';
import { buildWorld, clearWorld } from '../worlds/build';
import { checkWorlds, worldCount } from '../worlds/check-worlds';
import { buildItems, clearItems, itemPlans, type ItemPlan } from '../worlds/items';
import { worldPlan, type WorldPlan } from '../worlds/plan';
import { READ_COVERAGE, search, startWorldSite } from '../worlds/site';
import { LOCALES, TAGGED_UIDS } from '../worlds/site-types';

const FAQ = 'api::faq.faq';
const WORLDS = worldCount(4);
const ALL_FIELDS = ['title', 'journeyStage', 'personas', 'contributors'];

let site: Site;
let token: string;
beforeAll(async () => {
  ({ site, token } = await startWorldSite());
});
afterAll(() => site.remove());
afterEach(() => {
  jest.restoreAllMocks();
});

const STATES = {
  ...{ onTarget: 'on target', overTarget: 'over target', under: 'under' },
  ...{ empty: 'empty', outOfScope: 'out of scope' },
};
const digits = (value: number | undefined) => String(Number((value ?? 0).toFixed(4)));

/** The rows that a grid must have, from the answers of the admin API. */
function expectedGrid(
  { stages, personas, cells, stageTotals }: Coverage,
  demand: CoverageDemand
): string[][] {
  const nameOf = (terms: { slug: string; name: string }[], slug: string) =>
    terms.find((term) => term.slug === slug)?.name ?? '';
  const { unplaced } = demand;
  return [
    ...cells.map((cell, index) => {
      const heard = demand.cells[index];
      return [
        ...['cell', nameOf(stages, cell.stage)],
        cell.persona === null ? 'Everyone' : nameOf(personas, cell.persona),
        ...[cell.documents, cell.fresh, cell.target, cell.gap].map(String),
        STATES[cellState(cell)],
        ...[digits(heard?.demand), digits(heard?.openDemand), String(heard?.openItems)],
        heard?.priority ? digits(heard.priority.figure) : '',
      ];
    }),
    ...stageTotals.map(({ stage, documents, fresh }, index) => {
      const heard = demand.stages[index];
      return [
        ...['stage', nameOf(stages, stage), '', String(documents), String(fresh), '', '', ''],
        ...[digits(heard?.demand), digits(heard?.openDemand), String(heard?.openItems), ''],
      ];
    }),
    [
      ...['unplaced', '', '', '', '', '', '', ''],
      ...[digits(unplaced.demand), digits(unplaced.openDemand), String(unplaced.openItems), ''],
    ],
  ];
}

/** All pages of the entries, as the rows that an export must have but for contributors. */
async function listed(asked: object, as = token) {
  const rows: Record<string, string>[] = [];
  for (let page = 1; ; page += 1) {
    const query = search({ ...asked, page, pageSize: 100 });
    const { body } = await get(site, `/buyer-journey/coverage/entries?${query}`, as);
    const { data, meta } = body as unknown as CoverageEntries;
    for (const entry of data) {
      rows.push({
        ...{ contentType: entry.type, type: entry.typeName, documentId: entry.documentId },
        ...{ locale: entry.locale ?? '', title: entry.title ?? '' },
        stage: entry.stage?.name ?? '',
        personas: entry.personas.map(({ name }) => name).join(' | '),
        publishedAt: entry.publishedAt ?? '',
      });
    }
    if (page >= meta.pagination.pageCount) return { rows, hidden: meta.hidden };
  }
}

const withoutContributors = (rows: Record<string, string>[]) =>
  rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'contributors'))
  );

async function checkPlan({ world, items }: { world: WorldPlan; items: ItemPlan[] }): Promise<void> {
  const now = Date.now();
  await clearItems(site);
  await buildWorld(site, world, { now, defaultStaleAfterDays: 180 });
  await buildItems(site, items, now);
  const clock = jest.spyOn(Date, 'now').mockReturnValue(now);
  const oneType = TAGGED_UIDS[world.staleAfterDays % TAGGED_UIDS.length];
  const filters = [
    {},
    { locale: LOCALES[1] },
    { type: oneType, freshOnly: 'true' },
    { publishedFrom: new Date(now - 300 * 86_400_000).toISOString().slice(0, 10) },
  ];
  for (const asked of filters) {
    const query = search(asked);
    const data = async (path: string) =>
      (await get(site, `/buyer-journey/coverage${path}?${query}`, token)).body.data;
    const grid = await exported(site, 'grid', query, token);
    const coverage = (await data('')) as Coverage;
    expect({ asked, rows: grid.rows.map((row) => Object.values(row)) }).toEqual({
      asked,
      rows: expectedGrid(coverage, (await data('/demand')) as CoverageDemand),
    });
    const stage = coverage.stages[0]?.slug;
    for (const place of [{}, { stage }, { stage: 'none' }, { stage, persona: 'everyone' }]) {
      const entries = await exported(site, 'entries', search({ ...asked, ...place }), token);
      expect({ asked, place, rows: withoutContributors(entries.rows) }).toEqual({
        ...{ asked, place },
        rows: (await listed({ ...asked, ...place })).rows,
      });
    }
  }
  clock.mockRestore();
}

test(
  `the exports say what the admin API says in ${WORLDS} random worlds with items`,
  async () => {
    await checkWorlds(
      WORLDS,
      checkPlan,
      fc.record<{ world: WorldPlan; items: ItemPlan[] }>({ world: worldPlan, items: itemPlans })
    );
    await clearItems(site);
  },
  WORLDS * 60_000
);

describe('an export', () => {
  const TITLES = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\tTab',
    '\rReturn',
    '=1\r\n+2',
    'A "quote", too',
  ];

  beforeAll(async () => {
    await clearWorld(site);
    const stage = await aStage(site, 'Decision', { name: '=Decision', slug: 'decision' });
    const persona = await aPersona(site, 'CFO');
    const reps = [
      await aRep(site, '@Ana Holt', { slug: 'ana-holt' }),
      await aRep(site, 'Tom Berg'),
    ];
    for (const title of TITLES) {
      await documentsOf(site.strapi, FAQ).create({
        data: {
          ...{ title, journeyStage: stage.documentId, personas: [persona.documentId] },
          contributors: reps.map(({ documentId }) => documentId),
        },
      });
    }
  });

  const mayRead = (fields = ALL_FIELDS, more: Partial<Permission> = {}): Permission => ({
    action: 'plugin::content-manager.explorer.read',
    subject: FAQ,
    properties: { fields },
    ...more,
  });
  const rowsFor = async (permission: Permission) =>
    exported(site, 'entries', '', await signIn(site, [READ_COVERAGE, permission]));

  test('holds back what a spreadsheet would run, and keeps quotes and lines', async () => {
    const { rows } = await exported(site, 'entries', '', token);
    const held = TITLES.map((title) => (title.startsWith('A') ? title : `'${title}`));
    expect(rows.map(({ title }) => title).sort()).toEqual(held.sort());
    for (const row of rows) {
      expect(row).toMatchObject({ stage: "'=Decision", contributors: "'@Ana Holt | Tom Berg" });
    }
    expect((await exported(site, 'grid', '', token)).rows[0]).toMatchObject({
      stage: "'=Decision",
    });
  });

  test('is a file with a mark of its encoding, and says how many entries it has', async () => {
    for (const [what, total] of [
      ['grid', null],
      ['entries', String(TITLES.length)],
    ] as const) {
      const response = await fetch(`${site.url}/buyer-journey/coverage/export/${what}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(response.headers.get('content-disposition')).toContain(`coverage-${what}.csv`);
      expect(response.headers.get('x-total-count')).toBe(total);
      expect(response.headers.get('access-control-expose-headers')).toBe(total && 'X-Total-Count');
    }
  });

  test('tells its day, its filters and what its columns mean', async () => {
    const now = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(now);
    const asked = { type: FAQ, locale: 'de', contributor: 'tom-berg', publishedTo: '2027-01-31' };
    const entries = await exported(
      ...([
        site,
        'entries',
        search({ ...asked, freshOnly: 'true', stage: 'decision' }),
        token,
      ] as const)
    );
    expect(entries.head).toMatchObject({
      'date (UTC)': new Date(now).toISOString().slice(0, 16).replace('T', ' '),
      ...{ 'content types': 'Faq', locale: 'de', contributor: 'Tom Berg' },
      ...{ 'last published': 'to 2027-01-31 (UTC)', 'fresh only': 'yes', stage: "'=Decision" },
      'fresh means': expect.stringContaining('180 days') as string,
      'column contributors': expect.stringContaining('reps') as string,
    });
    const grid = await exported(site, 'grid', '', token);
    expect(grid.head).toMatchObject({
      ...{ 'content types': 'all', locale: 'all', contributor: 'all', 'fresh only': 'no' },
      ...{
        'last published': 'at any time',
        'column gap': expect.stringContaining('missing') as string,
      },
    });
  });

  test('has no entries of a type that the role may not read, and counts them', async () => {
    const { head, rows } = await exported(site, 'entries', '', await signIn(site, [READ_COVERAGE]));
    expect(rows).toEqual([]);
    expect(head).toMatchObject({
      'listed entries': '0',
      'not listed': `${TITLES.length} entries that your role may not read`,
    });
  });

  test.each([
    ['title', 'title'],
    ['journeyStage', 'stage'],
    ['personas', 'personas'],
    ['contributors', 'contributors'],
  ])('leaves the field %s empty for a role without it', async (field, column) => {
    const { rows } = await rowsFor(mayRead(ALL_FIELDS.filter((name) => name !== field)));
    expect(rows).toHaveLength(TITLES.length);
    for (const row of rows) {
      for (const name of ['title', 'stage', 'personas', 'contributors']) {
        expect([name, row[name] === '']).toEqual([name, name === column]);
      }
    }
  });

  test('has the entries that a condition leaves', async () => {
    const { head, rows } = await rowsFor(
      mayRead(ALL_FIELDS, { conditions: ['admin::is-creator'] })
    );
    expect(rows).toEqual([]);
    expect(head['not listed']).toContain(String(TITLES.length));
  });

  test.each([
    ['grid', 'locale', 'locale=xx'],
    ['grid', 'type', 'type=api::memo.memo'],
    ['grid', 'stage', 'stage=decision'],
    ['grid', 'contributor', 'contributor=nobody'],
    ['entries', 'publishedFrom', 'publishedFrom=soon'],
    ['entries', 'fromSales', 'fromSales=1'],
    ['entries', 'page', 'page=1'],
    ['entries', 'pageSize', 'pageSize=10'],
    ['entries', 'contributor', 'contributor=nobody'],
  ])('of %s is refused with a 400 that names %s: %s', async (what, name, query) => {
    const path = `/buyer-journey/coverage/export/${what}?${query}`;
    const { status, body } = await get(site, path, token);
    expect({ status, message: body.error?.message }).toEqual({
      status: 400,
      message: expect.stringContaining(name) as string,
    });
  });
});
