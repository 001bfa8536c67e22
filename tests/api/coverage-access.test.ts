/** Who sees what of coverage: permissions of the plugin, of content types, fields, locales, and conditions. */
import type { CoverageEntries, CoverageEntry } from '../../contracts/coverage';
import { documentsOf } from '../../server/src/strapi';
import { call, get, signIn } from '../site/client';
import { aPersona, aStage } from '../site/people';
import type { Site } from '../site/site';
import { READ_COVERAGE, search, startWorldSite } from '../worlds/site';

const FAQ = 'api::faq.faq';
const ARTICLE = 'api::article.article';
const ALL_FIELDS = ['title', 'journeyStage', 'personas', 'contributors'];

interface Permission {
  action: string;
  subject: string;
  properties: { fields: string[]; locales?: string[] };
  conditions?: string[];
}

const mayRead = (subject: string, more: Partial<Permission['properties']> = {}): Permission => ({
  action: 'plugin::content-manager.explorer.read',
  subject,
  properties: { fields: ALL_FIELDS, ...more },
});

const localized = (properties: Partial<Permission['properties']> = {}) =>
  mayRead(ARTICLE, { locales: ['en', 'de', 'fr'], ...properties });

let site: Site;
let superAdmin: string;
let tags: { journeyStage: string; personas: string[] };
beforeAll(async () => {
  ({ site, token: superAdmin } = await startWorldSite());
  tags = {
    journeyStage: (await aStage(site, 'Decision')).documentId,
    personas: [(await aPersona(site, 'CFO')).documentId],
  };
  for (const title of ['First', 'Second']) {
    await documentsOf(site.strapi, FAQ).create({ data: { title, ...tags } });
  }
  await liveArticle('en', 'de');
  await liveArticle('en');
});
afterAll(() => site.remove());

/** An article with a live version in each of the locales. */
async function liveArticle(...locales: string[]): Promise<void> {
  const articles = documentsOf(site.strapi, ARTICLE) as unknown as {
    create(params: object): Promise<{ documentId: string }>;
    update(params: object): Promise<unknown>;
    publish(params: object): Promise<unknown>;
  };
  const [first, ...others] = locales;
  const title = (locale?: string) => `Of ${locales.join(' and ')}, in ${locale}`;
  const { documentId } = await articles.create({
    locale: first,
    data: { title: title(first), ...tags },
  });
  for (const locale of others) {
    await articles.update({ documentId, locale, data: { title: title(locale) } });
  }
  for (const locale of locales) await articles.publish({ documentId, locale });
}

async function entriesFor(token: string, asked: Record<string, string> = {}) {
  const { status, body } = await get(
    site,
    `/buyer-journey/coverage/entries?${search({ stage: 'decision', ...asked })}`,
    token
  );
  expect(status).toBe(200);
  const { data, meta } = body as unknown as CoverageEntries;
  return { data, total: meta.pagination.total, hidden: meta.hidden };
}

const titles = (entries: CoverageEntry[]) => entries.map(({ title }) => title).sort();

describe('coverage', () => {
  test('counts for everyone alike, whatever types they may read', async () => {
    const matrix = async (token: string) =>
      (await get(site, '/buyer-journey/coverage', token)).body;
    expect(await matrix(await signIn(site, [READ_COVERAGE]))).toEqual(await matrix(superAdmin));
  });
});

describe('the entries of a cell', () => {
  test('are all there for a super admin', async () => {
    const { data, total, hidden } = await entriesFor(superAdmin);
    expect(titles(data)).toEqual(['First', 'Of en and de, in en', 'Of en, in en', 'Second']);
    expect({ total, hidden }).toEqual({ total: 4, hidden: 0 });
  });

  test('are counted but not listed where the role may not read the type', async () => {
    const nothing = await entriesFor(await signIn(site, [READ_COVERAGE]));
    expect(nothing).toEqual({ data: [], total: 0, hidden: 4 });

    const onlyFaqs = await entriesFor(await signIn(site, [READ_COVERAGE, mayRead(FAQ)]));
    expect(titles(onlyFaqs.data)).toEqual(['First', 'Second']);
    expect(onlyFaqs).toMatchObject({ total: 2, hidden: 2 });
  });

  test('have no title for a role without that field', async () => {
    const { data } = await entriesFor(
      await signIn(site, [READ_COVERAGE, mayRead(FAQ, { fields: ['journeyStage', 'personas'] })])
    );
    expect(data).toHaveLength(2);
    for (const entry of data) {
      expect(entry).toMatchObject({
        title: null,
        stage: { slug: 'decision', name: 'Decision' },
        personas: [{ slug: 'cfo', name: 'CFO' }],
      });
    }
  });

  test('have no tags for a role without those fields', async () => {
    const { data } = await entriesFor(
      await signIn(site, [READ_COVERAGE, mayRead(FAQ, { fields: ['title'] })])
    );
    expect(titles(data)).toEqual(['First', 'Second']);
    for (const entry of data) expect(entry).toMatchObject({ stage: null, personas: [] });
  });

  test('are those of the locales that the role may read, in their words', async () => {
    const inGerman = await signIn(site, [READ_COVERAGE, localized({ locales: ['de'] })]);
    const { data, total, hidden } = await entriesFor(inGerman, { type: ARTICLE });
    expect(data).toMatchObject([{ locale: 'de', title: 'Of en and de, in de' }]);
    expect({ total, hidden }).toEqual({ total: 1, hidden: 1 });
    expect(await entriesFor(inGerman, { type: ARTICLE, locale: 'en' })).toEqual({
      data: [],
      total: 0,
      hidden: 2,
    });
  });

  test.each(['admin::is-creator', 'admin::has-same-role-as-creator'])(
    'are those that the condition %s leaves, in full',
    async (condition) => {
      const token = await signIn(site, [
        READ_COVERAGE,
        { ...mayRead(FAQ), conditions: [condition] },
        { ...mayRead(FAQ), action: 'plugin::content-manager.explorer.create' },
      ]);
      const created = await call(site, 'POST', `/content-manager/collection-types/${FAQ}`, {
        token,
        body: { title: `Mine by ${condition}` },
      });
      const { documentId } = created.body.data as { documentId: string };
      await documentsOf(site.strapi, FAQ).update({ documentId, data: tags });

      const { data, total, hidden } = await entriesFor(token, { type: FAQ });
      expect(data).toMatchObject([
        { documentId, title: `Mine by ${condition}`, stage: { slug: 'decision' } },
      ]);
      expect({ total, hidden }).toEqual({ total: 1, hidden: 2 });
      await documentsOf(site.strapi, FAQ).delete({ documentId });
    }
  );

  test('cost the same number of statements however many they are', async () => {
    const reader = await signIn(site, [
      READ_COVERAGE,
      { ...mayRead(FAQ), conditions: ['admin::has-same-role-as-creator'] },
      localized({ locales: ['en', 'de'] }),
    ]);
    for (const token of [superAdmin, reader]) {
      await entriesFor(token);
      const one = await statementsOf(() => entriesFor(token, { type: ARTICLE, pageSize: '1' }));
      const all = await statementsOf(() => entriesFor(token, { type: ARTICLE, pageSize: '100' }));
      expect(all.data.length).toBeGreaterThan(one.data.length);
      expect(all.statements).toBe(one.statements);
    }
  });
});

/** Counts the statements that run meanwhile. */
async function statementsOf<Result extends object>(work: () => Promise<Result>) {
  let statements = 0;
  const count = () => {
    statements += 1;
  };
  site.strapi.db.connection.on('query', count);
  try {
    return { ...(await work()), statements };
  } finally {
    site.strapi.db.connection.off('query', count);
  }
}
