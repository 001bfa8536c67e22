/** Starting an entry from a cell: what it holds, and who may. */
import type { CoverageFilters } from '../../contracts/coverage';
import type { StartedDraft } from '../../contracts/tagging';
import { documentsOf } from '../../server/src/strapi';
import { call, get, signIn } from '../site/client';
import { aPersona, aStage } from '../site/people';
import type { Site } from '../site/site';
import { READ_COVERAGE, startWorldSite } from '../worlds/site';

const ARTICLE = 'api::article.article';
const PATH = '/buyer-journey/coverage/drafts';
const BODY = { type: ARTICLE, title: 'Decision × CFO', stage: 'decision', persona: 'cfo' };
const mayCreateArticles = {
  action: 'plugin::content-manager.explorer.create',
  subject: ARTICLE,
  properties: { fields: ['title', 'journeyStage', 'personas'], locales: ['en', 'de'] },
};

interface Article {
  title: string | null;
  locale: string;
  publishedAt: string | null;
  journeyStage: { slug: string } | null;
  personas: { slug: string }[];
}

let site: Site;
let token: string;
beforeAll(async () => {
  ({ site, token } = await startWorldSite());
  await aStage(site, 'Decision');
  await aPersona(site, 'CFO');
});
afterAll(() => site.remove());

const start = (body: object, as = token) => call(site, 'POST', PATH, { token: as, body });
const articles = () => documentsOf<Article>(site.strapi, ARTICLE);

test('makes a draft with title, stage and persona in the locale that is looked at', async () => {
  const { status, body } = await start({ ...BODY, locale: 'de' });
  expect(status).toBe(200);
  const { documentId, ...rest } = body.data as StartedDraft;
  expect(rest).toEqual({ type: ARTICLE, kind: 'collectionType', locale: 'de', leftOut: [] });
  const populate = ['journeyStage', 'personas'];
  const entry = await articles().findOne({ documentId, locale: 'de', status: 'draft', populate });
  expect(entry).toMatchObject({
    ...{ title: BODY.title, locale: 'de', publishedAt: null },
    journeyStage: { slug: 'decision' },
    personas: [{ slug: 'cfo' }],
  });
  expect(await articles().findOne({ documentId, locale: 'de', status: 'published' })).toBeNull();
});

test('makes one for everyone, in the default locale', async () => {
  const { body } = await start({ ...BODY, persona: null });
  const { documentId, locale } = body.data as StartedDraft;
  expect(locale).toBe('en');
  const entry = await articles().findOne({ documentId, populate: ['personas'] });
  expect(entry).toMatchObject({ locale: 'en', personas: [] });
});

test('is for those who may create entries of the type, and offers only such types', async () => {
  const reader = await signIn(site, [READ_COVERAGE]);
  const author = await signIn(site, [READ_COVERAGE, mayCreateArticles]);
  const before = await articles().count({});
  expect((await start(BODY, reader)).status).toBe(403);
  expect(await articles().count({})).toBe(before);
  expect((await start(BODY, author)).status).toBe(200);
  expect((await start({ ...BODY, locale: 'de' }, author)).status).toBe(200);
  expect((await start({ ...BODY, locale: 'fr' }, author)).status).toBe(403);
  const german = { ...mayCreateArticles.properties, locales: ['de'] };
  const translator = await signIn(site, [
    READ_COVERAGE,
    { ...mayCreateArticles, properties: german },
  ]);
  expect((await start(BODY, translator)).status).toBe(403);
  expect((await start({ ...BODY, locale: 'de' }, translator)).status).toBe(200);

  const offered = async (as: string) => {
    const { body } = await get(site, '/buyer-journey/coverage/filters', as);
    return (body.data as CoverageFilters).draftTypes.map(({ uid }) => uid);
  };
  expect(await offered(reader)).toEqual([]);
  expect(await offered(author)).toEqual([ARTICLE]);
});

test.each([
  [['title', 'personas'], ['journeyStage'], { title: BODY.title, journeyStage: null }],
  [['title', 'journeyStage'], ['personas'], { journeyStage: { slug: 'decision' }, personas: [] }],
  [['journeyStage'], ['title', 'personas'], { title: null, personas: [] }],
])(
  'leaves empty what a role that may set %j may not, and names it',
  async (fields, leftOut, expected) => {
    const properties = { ...mayCreateArticles.properties, fields };
    const author = await signIn(site, [READ_COVERAGE, { ...mayCreateArticles, properties }]);
    const { status, body } = await start(BODY, author);
    expect([status, body.data]).toMatchObject([200, { leftOut }]);
    const { documentId } = body.data as StartedDraft;
    const populate = ['journeyStage', 'personas'];
    expect(await articles().findOne({ documentId, populate })).toMatchObject(expected);
  }
);

test.each([
  ['type', { type: 'api::memo.memo' }],
  ['type', { type: 'api::nothing.nothing' }],
  // Without drafts it would be live at once.
  ['type', { type: 'api::faq.faq' }],
  ['type', { type: 'api::homepage.homepage' }],
  ['stage', { stage: 'nosuchstage' }],
  ['persona', { persona: 'nobody' }],
  ['locale', { locale: 'xx' }],
  ['title', { title: '  ' }],
  ['title', { title: 'x'.repeat(256) }],
  ['surprise', { surprise: 1 }],
])('is refused with a 400 that names %s: %j', async (name, more) => {
  const before = await articles().count({});
  const { status, body } = await start({ ...BODY, ...more });
  expect([status, body.error?.message]).toEqual([400, expect.stringContaining(name)]);
  expect(await articles().count({})).toBe(before);
});
