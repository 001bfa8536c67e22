/** Setting targets: what holds for which look, what is refused, and that a target is a use. */
import type { CoverageCell } from '../../contracts/coverage';
import type { CellTarget } from '../../contracts/targets';
import { call, get, signIn } from '../site/client';
import { aPersona, aStage, type Doc } from '../site/people';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

const READ = { action: 'plugin::buyer-journey.coverage.read' };
const ARTICLE = 'api::article.article';

let site: Site;
let token: string;
let decision: Doc;
let cfo: Doc;
beforeAll(async () => {
  site = await startSite({
    types: [contentType('article', { localized: true }), contentType('faq')],
  });
  token = await signIn(site);
  await aStage(site, 'Awareness');
  decision = await aStage(site, 'Decision', { position: 1 });
  cfo = await aPersona(site, 'CFO');
});
afterAll(() => site.remove());
afterEach(() => site.strapi.db.query('plugin::buyer-journey.target').deleteMany({}));

const put = (body: object, as = token) =>
  call(site, 'PUT', '/buyer-journey/coverage/targets', { token: as, body });
const set = (target: number | null, more: object = {}) =>
  put({ targets: [{ stage: 'decision', persona: 'cfo', target }], ...more });
async function cells(query = ''): Promise<CoverageCell[]> {
  const { body } = await get(site, `/buyer-journey/coverage?${query}`, token);
  return (body.data as { cells: CoverageCell[] }).cells;
}
async function target(query = ''): Promise<number | undefined> {
  const found = (await cells(query)).find(
    ({ stage, persona }) => stage === 'decision' && persona === 'cfo'
  );
  return found?.target;
}

test('a target holds for its cell until it is taken away', async () => {
  expect(await target()).toBe(1);
  expect((await set(5)).status).toBe(200);
  expect(await target()).toBe(5);
  expect((await cells()).filter(({ target: other }) => other === 5)).toHaveLength(1);
  await set(null);
  expect(await target()).toBe(1);
});

test('the narrowest one holds, and the unfiltered view has the general one', async () => {
  await set(2);
  await set(3, { locale: 'en' });
  await set(4, { type: ARTICLE });
  await set(6, { type: ARTICLE, locale: 'en' });
  expect(await target()).toBe(2);
  expect(await target('locale=en')).toBe(3);
  expect(await target(`type=${ARTICLE}`)).toBe(4);
  expect(await target(`type=${ARTICLE}&locale=en`)).toBe(6);
  expect(await target('type=api::faq.faq')).toBe(2);
  expect(await target('type=api::faq.faq&locale=en')).toBe(3);
  // Two types at once are none of them alone.
  expect(await target(`type=${ARTICLE},api::faq.faq`)).toBe(2);
  await set(null, { type: ARTICLE, locale: 'en' });
  expect(await target(`type=${ARTICLE}&locale=en`)).toBe(4);
});

test('the answer tells what was there, and sent again it undoes the change', async () => {
  await set(3);
  const targets = [
    { stage: 'decision', persona: 'cfo', target: 7 },
    { stage: 'decision', persona: null, target: 2 },
    { stage: 'awareness', persona: 'cfo', target: 0 },
  ];
  const before = ((await put({ targets })).body.data as { before: CellTarget[] }).before;
  expect(before).toEqual([
    { stage: 'decision', persona: 'cfo', target: 3 },
    { stage: 'decision', persona: null, target: null },
    { stage: 'awareness', persona: 'cfo', target: null },
  ]);
  expect((await cells()).map(({ target: value }) => value)).toEqual([0, 0, 7, 2]);
  await put({ targets: before });
  expect((await cells()).map(({ target: value }) => value)).toEqual([1, 0, 3, 0]);
});

test('0 puts a cell out of scope', async () => {
  const totals = async () => {
    const { body } = await get(site, '/buyer-journey/coverage', token);
    return (body.data as { totals: { coverage: number | null } }).totals.coverage;
  };
  expect(await totals()).toBe(0);
  await put({
    targets: ['awareness', 'decision'].map((stage) => ({ stage, persona: 'cfo', target: 0 })),
  });
  expect(await totals()).toBe(null);
});

test('many instances that set the same cell at once leave one target', async () => {
  const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((value) => set(value)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  expect(await site.strapi.db.query('plugin::buyer-journey.target').count({})).toBe(1);
});

describe('is refused with a 400 that names what is wrong, and changes nothing', () => {
  const good = { stage: 'awareness', persona: 'cfo', target: 9 };
  const cases: [string, object][] = [
    ['targets.1.stage', { targets: [good, { ...good, stage: 'nowhere' }] }],
    ['targets.1.persona', { targets: [good, { ...good, persona: 'nobody' }] }],
    ['targets.1.stage', { targets: [good, good] }],
    ['targets.0.target', { targets: [{ ...good, target: -1 }] }],
    ['targets.0.target', { targets: [{ ...good, target: 1.5 }] }],
    ['targets.0.target', { targets: [{ ...good, target: 10_001 }] }],
    ['targets.0.target', { targets: [{ ...good, target: '3' }] }],
    ['targets.0.persona', { targets: [{ stage: 'awareness', target: 1 }] }],
    ['targets.0.stage', { targets: [{ ...good, stage: 'a\0b' }] }],
    ['targets.0.id', { targets: [{ ...good, id: 1 }] }],
    ['targets', { targets: [] }],
    ['targets', {}],
    ['targets', { targets: good }],
    ['type', { targets: [good], type: 'api::nothing.nothing' }],
    ['type', { targets: [good], type: [ARTICLE] }],
    ['locale', { targets: [good], locale: 'xx' }],
    ['scope', { targets: [good], scope: 'type:a' }],
  ];
  test.each(cases)('%s %#', async (name, body) => {
    const answer = await put(body);
    expect([answer.status, answer.body.error?.message]).toEqual([
      400,
      expect.stringContaining(name),
    ]);
    expect(await site.strapi.db.query('plugin::buyer-journey.target').count({})).toBe(0);
  });
});

test('is for who may set targets', async () => {
  const reader = await signIn(site, [READ]);
  const body = { targets: [{ stage: 'decision', persona: 'cfo', target: 4 }] };
  expect((await put(body, reader)).status).toBe(403);
  const setter = await signIn(site, [
    READ,
    { action: 'plugin::buyer-journey.coverage.set-targets' },
  ]);
  expect((await put(body, setter)).status).toBe(200);
});

test.each([
  ['stage', () => decision],
  ['persona', () => cfo],
])('a %s with targets is in use, and is not deleted', async (name, doc) => {
  await set(4);
  await set(5, { locale: 'en' });
  const uid = `plugin::buyer-journey.${name}`;
  const { documentId } = doc();
  const path = `/content-manager/collection-types/${uid}/${documentId}`;
  const refused = await call(site, 'DELETE', path, { token });
  expect([refused.status, refused.body.error?.message]).toEqual([
    400,
    expect.stringContaining('2 times'),
  ]);
  const { body } = await get(site, '/buyer-journey/taxonomy', token);
  const terms = body.data as Record<string, { documentId: string; uses: number }[]>;
  expect(terms[`${name}s`]?.find((term) => term.documentId === documentId)?.uses).toBe(2);
});

test('targets for what the site no longer has keep nothing from being deleted', async () => {
  const { documentId } = await aPersona(site, 'Passing');
  const row = { stage: decision.documentId, persona: documentId, value: 3 };
  const targets = site.strapi.db.query('plugin::buyer-journey.target');
  await targets.create({ data: { ...row, scope: 'type:api::gone.gone' } });
  await targets.create({ data: { ...row, scope: 'locale:xx' } });
  const path = `/content-manager/collection-types/plugin::buyer-journey.persona/${documentId}`;
  expect((await call(site, 'DELETE', path, { token })).status).toBe(200);
});
