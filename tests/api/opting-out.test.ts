/** Opting out hides tags and loses none; so does removing the opt-in line, or the whole plugin. */
import { linkTables } from '../../server/src/tagging/link-tables';
import { rowsOf } from '../../server/src/strapi';
import { allowPublic, apiToken, call, get, signIn } from '../site/client';
import {
  createDocument,
  publishDocument,
  updateDocument,
  versionsOf,
  type Doc,
} from '../site/documents';
import { aPersona, aRep, aStage } from '../site/people';
import { startSite, type Site, type SiteOptions } from '../site/site';
import { contentType } from '../site/types';

const ARTICLE = 'api::article.article';
const FAQ = 'api::faq.faq';
const ITEM = 'plugin::buyer-journey.sales-sourced';
const TARGETS = ['stage', 'persona', 'rep'].map((name) => `plugin::buyer-journey.${name}`);
const TAGS = ['journeyStage', 'personas', 'contributors'];
const TAG_NAMES = /journeyStage|personas|contributors/i;

/** @param enabled what the opt-in line of both types says; undefined leaves it out. */
const options = (enabled: boolean | undefined, more: SiteOptions = {}): SiteOptions => ({
  types: [
    contentType('article', { enabled }),
    contentType('faq', { enabled, draftAndPublish: false }),
  ],
  graphql: true,
  ...more,
});

interface TaggedRow extends Doc {
  title: string;
  publishedAt: string | null;
  journeyStage: { slug: string } | null;
  personas: { slug: string }[];
  contributors: { slug: string }[];
}

let site: Site;
let token: string;
let published: Doc;
let draft: Doc;
let faq: Doc;
beforeAll(async () => {
  site = await startSite(options(true));
  token = await signIn(site);
  const reads = [ARTICLE, FAQ, ...TARGETS].map((uid) => `${uid}.find`);
  await allowPublic(site, ...reads);
  const tags = {
    journeyStage: (await aStage(site, 'Decision')).id,
    personas: [(await aPersona(site, 'CFO')).id, (await aPersona(site, 'Champion')).id],
    contributors: [(await aRep(site, 'Maya')).id],
  };
  published = await createDocument(site, ARTICLE, { title: 'Live', ...tags });
  await publishDocument(site, ARTICLE, published.documentId);
  draft = await createDocument(site, ARTICLE, { title: 'Draft', ...tags });
  faq = await createDocument(site, FAQ, { title: 'Faq', ...tags });
  await createDocument(site, ITEM, {
    buyerWords: 'Why?',
    stage: tags.journeyStage,
    personas: tags.personas,
    contributors: tags.contributors,
    rep: tags.contributors[0],
  });
});
afterAll(() => site.remove());

/** Tags of every row of both types, by title: `Draft: decision | cfo champion | maya`. */
async function allTags(): Promise<string[]> {
  const slugs = (list: { slug: string }[]) => list.map(({ slug }) => slug).join(' ');
  const lines: string[] = [];
  for (const uid of [ARTICLE, FAQ]) {
    const rows = await rowsOf<TaggedRow>(site.strapi, uid).findMany({ populate: TAGS });
    for (const { title, publishedAt, journeyStage, personas, contributors } of rows) {
      const version = uid === FAQ || publishedAt ? title : `${title} (draft)`;
      const tags = [journeyStage?.slug ?? '', slugs(personas), slugs(contributors)].join(' | ');
      lines.push(`${version}: ${tags}`);
    }
  }
  return lines.sort();
}

/** Everything of the plugin's own types, relations included. */
async function ownRows(): Promise<unknown> {
  const rows: Record<string, unknown> = {};
  for (const uid of [...TARGETS, ITEM]) {
    const populate = uid === ITEM ? ['stage', 'personas', 'contributors', 'rep'] : [];
    rows[uid] = await rowsOf(site.strapi, uid).findMany({ populate, orderBy: { id: 'asc' } });
  }
  return rows;
}

const TAGGED = 'decision | cfo champion | maya';
const BEFORE = [
  `Draft (draft): ${TAGGED}`,
  `Faq: ${TAGGED}`,
  `Live (draft): ${TAGGED}`,
  `Live: ${TAGGED}`,
];

describe('a type that opted out', () => {
  beforeAll(() => site.restart(options(false)));

  test('shows nothing of its tags in REST', async () => {
    for (const query of ['', '?populate=*']) {
      const answer = await get(site, `/api/articles${query}`);
      expect([query, answer.status, answer.body.data]).toEqual([
        query,
        200,
        [expect.objectContaining({ title: 'Live' })],
      ]);
      expect(answer.text).not.toMatch(TAG_NAMES);
    }
  });

  test.each([
    'filters[journeyStage][slug][$eq]=decision',
    'filters[personas][slug][$eq]=cfo',
    'filters[$or][0][contributors][slug][$eq]=maya',
    'sort=journeyStage.slug',
    'populate=journeyStage',
    'populate[personas][fields]=slug',
  ])('answers 400 to ?%s, as for any field that is not there', async (query) => {
    expect((await get(site, `/api/articles?${query}`)).status).toBe(400);
  });

  test('has no tags in GraphQL', async () => {
    const graphql = (query: string) => call(site, 'POST', '/graphql', { body: { query } });
    const fields = (name: string) => `{ __type(name: "${name}") {
      fields { name } inputFields { name } } }`;
    for (const name of ['Article', 'ArticleFiltersInput', 'ArticleInput']) {
      const { body, text } = await graphql(fields(name));
      expect([name, JSON.stringify(body.data)]).toEqual([name, expect.stringContaining('title')]);
      expect(text).not.toMatch(TAG_NAMES);
    }
  });

  test('has no tags in the Content Manager: not in its settings, lists, forms or entries', async () => {
    const path = `/content-manager/content-types/${ARTICLE}/configuration`;
    const settings = await get(site, path, token);
    expect(settings.status).toBe(200);
    const { contentType: shown } = settings.body.data as {
      contentType: { layouts: object; metadatas: object };
    };
    expect(JSON.stringify(shown.layouts)).not.toMatch(TAG_NAMES);
    const entry = `/content-manager/collection-types/${ARTICLE}/${published.documentId}`;
    expect((await get(site, entry, token)).text).not.toMatch(TAG_NAMES);
    const list = `/content-manager/collection-types/${ARTICLE}`;
    expect((await get(site, list, token)).text).not.toMatch(TAG_NAMES);
  });

  test('shows no rep or persona to an editor, and lets nobody set hidden tags', async () => {
    const fields = ['title'];
    const explorer = 'plugin::content-manager.explorer';
    const editor = await signIn(
      site,
      ['read', 'update'].map((action) => ({
        ...{ action: `${explorer}.${action}`, subject: ARTICLE, properties: { fields } },
      }))
    );
    const path = `/content-manager/collection-types/${ARTICLE}/${draft.documentId}`;
    expect((await get(site, path, editor)).text).not.toMatch(TAG_NAMES);
    const filter = 'filters[contributors][email][$contains]=nobody';
    const list = `/content-manager/collection-types/${ARTICLE}?${filter}`;
    expect((await get(site, list, editor)).body.results).toHaveLength(2);
    for (const token of [editor, await signIn(site)]) {
      const body = { title: 'Draft', journeyStage: null, personas: [] };
      expect((await call(site, 'PUT', path, { token, body })).status).toBe(200);
    }
    const rest = await apiToken(site, 'full-access');
    const data = { title: 'Faq', journeyStage: null };
    await call(site, 'PUT', `/api/faqs/${faq.documentId}`, { token: rest, body: { data } });
  });

  test('is left out of coverage', async () => {
    const { body } = await get(site, '/buyer-journey/coverage', token);
    expect(body.data).toMatchObject({ types: [], totals: { documents: 0 } });
  });

  test('keeps every tag while it is published, changed, unpublished and opted in again', async () => {
    await updateDocument(site, ARTICLE, published.documentId, { title: 'Live again' });
    await publishDocument(site, ARTICLE, published.documentId);
    await publishDocument(site, ARTICLE, draft.documentId);
    await versionsOf(site, ARTICLE).unpublish({ documentId: draft.documentId });
    await publishDocument(site, ARTICLE, draft.documentId);
    await updateDocument(site, ARTICLE, draft.documentId, { title: 'Lost' });
    await versionsOf(site, ARTICLE).discardDraft({ documentId: draft.documentId });
    await updateDocument(site, FAQ, faq.documentId, { title: 'Faq again' });

    await site.restart(options(true));
    expect(await allTags()).toEqual([
      `Draft (draft): ${TAGGED}`,
      `Draft: ${TAGGED}`,
      `Faq again: ${TAGGED}`,
      `Live again (draft): ${TAGGED}`,
      `Live again: ${TAGGED}`,
    ]);
    await versionsOf(site, ARTICLE).unpublish({ documentId: draft.documentId });
    await updateDocument(site, ARTICLE, published.documentId, { title: 'Live' });
    await publishDocument(site, ARTICLE, published.documentId);
    await updateDocument(site, FAQ, faq.documentId, { title: 'Faq' });
    expect(await allTags()).toEqual(BEFORE);
  });
});

describe('a type whose opt-in line is removed', () => {
  test('has no fields, can be saved, and has all its tags once the line is back', async () => {
    await site.restart(options(undefined));
    expect((await get(site, '/api/articles?populate=*')).text).not.toMatch(TAG_NAMES);
    await updateDocument(site, ARTICLE, draft.documentId, { title: 'Draft' });
    await createDocument(site, FAQ, { title: 'New' });
    await site.restart(options(true));
    expect(await allTags()).toEqual([...BEFORE, 'New:  |  | '].sort());
  });

  test('may change meanwhile: another column is no harm', async () => {
    const [article, faqType] = options(undefined).types ?? [];
    const attributes = { ...(article?.attributes as object), summary: { type: 'text' } };
    const changed = [{ ...article, attributes }, faqType] as SiteOptions['types'];
    await site.restart({ ...options(undefined), types: changed });
    await site.restart(options(true));
    expect(await allTags()).toEqual([...BEFORE, 'New:  |  | '].sort());
  });
});

describe('switching the plugin off', () => {
  test('leaves a site that starts and saves, and on again finds stages, personas, reps, items and tags', async () => {
    const [own, tags] = [await ownRows(), await allTags()];
    await site.restart(options(true, { plugin: null }));
    expect(Object.keys(site.strapi.plugins)).not.toContain('buyer-journey');
    await updateDocument(site, ARTICLE, draft.documentId, { title: 'Draft' });
    const { documentId } = await createDocument(site, ARTICLE, { title: 'New' });
    expect((await publishDocument(site, ARTICLE, documentId)).entries).toHaveLength(1);
    await versionsOf(site, ARTICLE).delete({ documentId });
    expect((await get(site, '/api/articles')).body.data).toHaveLength(1);

    // Another type than above: the Content Manager remembers the fields of a type it has shown for
    // the life of the process, and all starts of this site are in one.
    const admin = await signIn(site);
    const path = `/content-manager/collection-types/${FAQ}/${faq.documentId}`;
    const saved = await call(site, 'PUT', path, { token: admin, body: { title: 'Faq' } });
    expect([saved.status, saved.body.error]).toEqual([200, undefined]);

    await site.restart(options(true));
    expect(await ownRows()).toEqual(own);
    expect(await allTags()).toEqual(tags);
  });
});

describe('a content type that opted in and is removed from the site', () => {
  const without = (name: string, more: SiteOptions = {}): SiteOptions => ({
    ...options(true, more),
    types: options(true).types?.filter(({ info }) => info.singularName !== name),
  });

  test('is named in the log once, and takes its tags along', async () => {
    await site.restart(without('faq'));
    const warned = () => site.warnings.filter((warning) => warning.includes(FAQ));
    expect(warned()).toEqual([expect.stringContaining('its tags went with it')]);
    expect(linkTables(site.strapi).map(({ uid }) => uid)).not.toContain(FAQ);
    await site.restart(without('faq'));
    expect(warned()).toEqual([]);
    expect(await allTagsOf(ARTICLE)).toHaveLength(3);
  });

  test('while the plugin is off, is named in the log when it is on again', async () => {
    await site.restart(without('article', { plugin: null }));
    await site.restart(without('article'));
    expect(site.warnings.filter((warning) => warning.includes(ARTICLE))).toHaveLength(1);
    expect(linkTables(site.strapi).map(({ uid }) => uid)).not.toContain(ARTICLE);
  });

  test('no longer uses anything: the item does, and when it is gone the stage can go', async () => {
    await site.strapi.db.query(FAQ).deleteMany({});
    const stage = site.strapi.db.query(TARGETS[0] ?? '');
    await expect(stage.deleteMany({})).rejects.toThrow('used once');
    await site.strapi.db.query(ITEM).deleteMany({});
    expect(await stage.deleteMany({})).toEqual({ count: 1 });
  });

  test('starts afresh when it is there again', async () => {
    await site.restart(options(true));
    const stage = await aStage(site, 'Anew');
    await createDocument(site, ARTICLE, { title: 'Anew', journeyStage: stage.id });
    expect(await allTags()).toEqual(['Anew (draft): anew |  | ']);
  });

  async function allTagsOf(uid: string) {
    return rowsOf(site.strapi, uid).findMany({ populate: TAGS });
  }
});
