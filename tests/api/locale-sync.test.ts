/** Tags of a document's locales stay in step, and nothing else of the other locales changes. */
import { rowsOf } from '../../server/src/strapi';
import { call, get, signIn } from '../site/client';
import {
  createDocument,
  emptyTypes,
  publishDocument,
  updateDocument,
  versionsOf,
  type Doc,
} from '../site/documents';
import { addLocales } from '../site/locales';
import { aPersona, aRep, aStage } from '../site/people';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

const ARTICLE = 'api::article.article';
const FAQ = 'api::faq.faq';
const TAGS = ['journeyStage', 'personas', 'contributors'];

const types = [
  contentType('article', { localized: true }),
  contentType('faq', { localized: true, draftAndPublish: false }),
];

interface TaggedRow {
  locale: string;
  title: string;
  updatedAt: string;
  publishedAt: string | null;
  journeyStage: { slug: string } | null;
  personas: { slug: string }[];
  contributors: { slug: string }[];
}

let site: Site;
let token: string;
let awareness: Doc;
let decision: Doc;
let cfo: Doc;
let champion: Doc;
let maya: Doc;
beforeAll(async () => {
  site = await startSite({ types });
  token = await signIn(site);
  await addLocales(site, 'de', 'fr');
  awareness = await aStage(site, 'Awareness');
  decision = await aStage(site, 'Decision');
  cfo = await aPersona(site, 'CFO');
  champion = await aPersona(site, 'Champion');
  maya = await aRep(site, 'Maya');
});
afterAll(() => site.remove());
afterEach(() => emptyTypes(site, ARTICLE, FAQ));

const rows = (documentId: string) =>
  rowsOf<TaggedRow>(site.strapi, ARTICLE).findMany({ where: { documentId }, populate: TAGS });

/** Tags by version: `{ 'en draft': 'decision | cfo | maya' }`. */
async function tagsOf(documentId: string): Promise<Record<string, string>> {
  const slugs = (list: { slug: string }[]) => list.map(({ slug }) => slug).join(' ');
  return Object.fromEntries(
    (await rows(documentId)).map(
      ({ locale, publishedAt, journeyStage, personas, contributors }) => [
        `${locale} ${publishedAt ? 'published' : 'draft'}`,
        [journeyStage?.slug ?? '', slugs(personas), slugs(contributors)].join(' | '),
      ]
    )
  );
}

const save = (documentId: string, locale: string, data: object, more: object = {}) =>
  updateDocument(site, ARTICLE, documentId, data, { locale, ...more });

/** An article in English, German and French, without tags. */
async function inThreeLocales(): Promise<string> {
  const { documentId } = await createDocument(site, ARTICLE, { title: 'en' });
  await save(documentId, 'de', { title: 'de' });
  await save(documentId, 'fr', { title: 'fr' });
  return documentId;
}

const tags = () => ({
  journeyStage: decision.documentId,
  personas: [cfo.documentId, champion.documentId],
  contributors: [maya.documentId],
});
const TAGGED = 'decision | cfo champion | maya';

describe('tagging in one locale', () => {
  test('tags the drafts of the others, whichever it is, and leaves all else as it was', async () => {
    for (const locale of ['en', 'de']) {
      const documentId = await inThreeLocales();
      const before = await rows(documentId);
      await save(documentId, locale, tags());
      expect(await tagsOf(documentId)).toEqual({
        'en draft': TAGGED,
        'de draft': TAGGED,
        'fr draft': TAGGED,
      });
      for (const row of await rows(documentId)) {
        if (row.locale === locale) continue;
        const { title, updatedAt } = before.find((other) => other.locale === row.locale) ?? row;
        expect([row.title, row.updatedAt]).toEqual([title, updatedAt]);
      }
    }
  });

  test('does not make the others look modified in the Content Manager', async () => {
    const documentId = await inThreeLocales();
    await publishDocument(site, ARTICLE, documentId);
    await save(documentId, 'en', tags());
    const path = `/content-manager/collection-types/${ARTICLE}/${documentId}`;
    const statusIn = async (locale: string) =>
      ((await get(site, `${path}?locale=${locale}`, token)).body.data as { status: string }).status;
    expect([await statusIn('en'), await statusIn('de')]).toEqual(['modified', 'published']);
  });

  test('changes what the public sees of another locale only when that one is published', async () => {
    const documentId = await inThreeLocales();
    await publishDocument(site, ARTICLE, documentId);
    await save(documentId, 'en', tags(), { status: 'published' });
    expect(await tagsOf(documentId)).toMatchObject({
      'en published': TAGGED,
      'de draft': TAGGED,
      'de published': ' |  | ',
      'fr published': ' |  | ',
    });
    await versionsOf(site, ARTICLE).publish({ documentId, locale: 'de' });
    expect(await tagsOf(documentId)).toMatchObject({
      'de published': TAGGED,
      'fr published': ' |  | ',
    });
  });

  test('changes one tag and keeps the others', async () => {
    const documentId = await inThreeLocales();
    await save(documentId, 'en', tags());
    await save(documentId, 'fr', { journeyStage: awareness.documentId });
    await save(documentId, 'de', { personas: { disconnect: [cfo.documentId] } });
    const changed = 'awareness | champion | maya';
    expect(await tagsOf(documentId)).toEqual({
      'en draft': changed,
      'de draft': changed,
      'fr draft': changed,
    });
  });

  test('with null or nothing clears the tag everywhere', async () => {
    const documentId = await inThreeLocales();
    await save(documentId, 'en', tags());
    await save(documentId, 'de', { journeyStage: null, personas: [] });
    expect(await tagsOf(documentId)).toEqual({
      'en draft': ' |  | maya',
      'de draft': ' |  | maya',
      'fr draft': ' |  | maya',
    });
  });

  test('works for types without draft & publish', async () => {
    const { documentId } = await createDocument(site, FAQ, { title: 'en' });
    await updateDocument(site, FAQ, documentId, { title: 'de' }, { locale: 'de' });
    await updateDocument(site, FAQ, documentId, { journeyStage: decision.documentId });
    const faqs = await rowsOf<TaggedRow>(site.strapi, FAQ).findMany({
      populate: TAGS,
      orderBy: { locale: 'desc' },
    });
    expect(faqs.map(({ locale, journeyStage }) => [locale, journeyStage?.slug])).toEqual([
      ['en', 'decision'],
      ['de', 'decision'],
    ]);
  });

  test('through the Content Manager’s form does the same', async () => {
    const documentId = await inThreeLocales();
    const path = `/content-manager/collection-types/${ARTICLE}/${documentId}?locale=de`;
    const body = {
      title: 'de',
      journeyStage: { connect: [{ id: decision.id, documentId: decision.documentId }] },
      personas: { connect: [], disconnect: [] },
    };
    expect((await call(site, 'PUT', path, { token, body })).status).toBe(200);
    expect(await tagsOf(documentId)).toMatchObject({
      'en draft': 'decision |  | ',
      'fr draft': 'decision |  | ',
    });
  });
});

describe('a new locale', () => {
  let documentId: string;
  beforeEach(async () => {
    documentId = (await createDocument(site, ARTICLE, { title: 'en', ...tags() })).documentId;
  });

  test('starts with the tags of the others', async () => {
    await save(documentId, 'de', { title: 'de' });
    expect(await tagsOf(documentId)).toEqual({ 'en draft': TAGGED, 'de draft': TAGGED });
  });

  test('starts with them in both versions when it is published at once', async () => {
    await save(documentId, 'de', { title: 'de' }, { status: 'published' });
    expect(await tagsOf(documentId)).toEqual({
      'en draft': TAGGED,
      'de draft': TAGGED,
      'de published': TAGGED,
    });
  });

  test('starts with them when the Content Manager’s empty form makes and publishes it', async () => {
    const empty = { connect: [], disconnect: [] };
    const body = { title: 'de', journeyStage: empty, personas: empty, contributors: empty };
    const path = `/content-manager/collection-types/${ARTICLE}/${documentId}/actions/publish`;
    const { status } = await call(site, 'POST', `${path}?locale=de`, { token, body });
    expect(status).toBe(200);
    expect(await tagsOf(documentId)).toMatchObject({ 'de draft': TAGGED, 'de published': TAGGED });
  });

  test('that brings tags of its own keeps them, and the others follow', async () => {
    await save(documentId, 'de', { title: 'de', journeyStage: awareness.documentId });
    const followed = 'awareness | cfo champion | maya';
    expect(await tagsOf(documentId)).toEqual({ 'en draft': followed, 'de draft': followed });
  });
});

describe('discarding the draft of one locale', () => {
  test('takes its changed tags back in all of them', async () => {
    const documentId = await inThreeLocales();
    await save(documentId, 'en', tags());
    await publishDocument(site, ARTICLE, documentId);
    await save(documentId, 'de', { journeyStage: awareness.documentId });
    await versionsOf(site, ARTICLE).discardDraft({ documentId, locale: 'de' });
    expect(await tagsOf(documentId)).toMatchObject({
      'en draft': TAGGED,
      'de draft': TAGGED,
      'fr draft': TAGGED,
    });
  });
});

describe('when something fails after the save', () => {
  test('nothing is saved and nothing is half tagged', async () => {
    const documentId = await inThreeLocales();
    const before = await rows(documentId);
    let fail = true;
    // A middleware of the site, registered after ours and so inside of it.
    site.strapi.documents.use(async (context, next) => {
      const result = await next();
      if (fail && context.action === 'update') throw new Error('The site failed.');
      return result;
    });
    await expect(save(documentId, 'en', { title: 'new', ...tags() })).rejects.toThrow(
      'The site failed.'
    );
    expect(await rows(documentId)).toEqual(before);
    await expect(save(documentId, 'it', { title: 'it', ...tags() })).rejects.toThrow();
    expect(await rows(documentId)).toHaveLength(3);
    fail = false;
    await save(documentId, 'en', tags());
    expect(await tagsOf(documentId)).toMatchObject({ 'fr draft': TAGGED });
  });
});

describe('with syncLocales: false', () => {
  test('each locale is tagged on its own', async () => {
    await site.restart({ types, plugin: { syncLocales: false } });
    const documentId = await inThreeLocales();
    await save(documentId, 'en', tags());
    expect(await tagsOf(documentId)).toEqual({
      'en draft': TAGGED,
      'de draft': ' |  | ',
      'fr draft': ' |  | ',
    });
  });
});
