/** Who may tag what from the queue: as the Content Manager would let them edit and publish. */
import type { TaggedEntries } from '../../contracts/tagging-queue';
import { call, signIn } from '../site/client';
import { emptyTypes, versionsOf } from '../site/documents';
import { addLocales } from '../site/locales';
import { aStage } from '../site/people';
import { startSite, type Site } from '../site/site';
import { anEntry, mayTag, TAG, tagEntries, tagsOf } from '../site/tagging';
import { contentType } from '../site/types';

const ARTICLE = 'api::article.article';
const FAQ = 'api::faq.faq';
const GUIDE = 'api::guide.guide';

let site: Site;

beforeAll(async () => {
  site = await startSite({
    types: [
      contentType('article', { localized: true }),
      contentType('faq', { draftAndPublish: false }),
      contentType('guide'),
    ],
  });
  await addLocales(site, 'de');
  await aStage(site, 'Awareness');
  await aStage(site, 'Decision');
});
afterAll(() => site.remove());
afterEach(() => emptyTypes(site, ARTICLE, FAQ, GUIDE));

const done = (answer: { body: { data?: unknown } }) => answer.body.data as TaggedEntries;

describe('who', () => {
  const as = (...permissions: Parameters<typeof signIn>[1] & object) =>
    signIn(site, [{ action: TAG }, ...permissions]);

  test('may not publish tags drafts alone, and is told', async () => {
    const documentId = await anEntry(site, GUIDE, { title: 'One' });
    const draft = await anEntry(site, GUIDE, { title: 'Draft' }, { isLive: false });
    const editor = await as(...mayTag(GUIDE, { publish: false }));
    const entries = [documentId, draft].map((id) => ({ type: GUIDE, documentId: id }));
    const told = done(await tagEntries(site, editor, entries, { stage: 'decision' }));
    expect(told.entries).toMatchObject([
      { documentId, versions: 'draft', draftOnly: true },
      { documentId: draft, versions: 'draft', draftOnly: false },
    ]);
    expect(await tagsOf(site, GUIDE, documentId)).toEqual(['draft: decision', 'live: -']);
    // Types without drafts ask for nothing but the right to edit.
    const faq = await anEntry(site, FAQ, { title: 'One' });
    const faqEditor = await as(...mayTag(FAQ, { publish: false }));
    await tagEntries(site, faqEditor, [{ type: FAQ, documentId: faq }], { stage: 'decision' });
    expect(await tagsOf(site, FAQ, faq)).toEqual(['live: decision']);
  });

  test('may not edit an entry, or its tags, changes nothing', async () => {
    const documentId = await anEntry(site, GUIDE, { title: 'One' });
    const entry = { type: GUIDE, documentId };
    const problemFor = async (by: string) =>
      done(await tagEntries(site, by, [entry], { stage: 'decision' })).failed;
    const reader = await as({
      ...{ action: 'plugin::content-manager.explorer.read', subject: GUIDE },
    });
    expect(await problemFor(reader)).toEqual([{ ...entry, locale: null, problem: 'forbidden' }]);
    const untagging = await as(...mayTag(GUIDE, { fields: ['title', 'personas'] }));
    expect(await problemFor(untagging)).toEqual([{ ...entry, locale: null, problem: 'fields' }]);
    const creator = await as(...mayTag(GUIDE, { conditions: ['admin::is-creator'] }));
    expect(await problemFor(creator)).toEqual([{ ...entry, locale: null, problem: 'forbidden' }]);
    expect(await tagsOf(site, GUIDE, documentId)).toEqual(['draft: -', 'live: -']);
  });

  test('may edit one locale alone does not touch what is live in the others', async () => {
    const documentId = await anEntry(site, ARTICLE, { title: 'One' });
    await versionsOf(site, ARTICLE).update({ documentId, locale: 'de', data: { title: 'Eins' } });
    await versionsOf(site, ARTICLE).publish({ documentId, locale: 'de' });
    const english = await as(...mayTag(ARTICLE, { properties: { locales: ['en'] } }));
    const entry = { type: ARTICLE, documentId, locale: 'en' };
    await tagEntries(site, english, [entry], { stage: 'decision' });
    // The draft follows, as it does when the entry is saved.
    expect(await tagsOf(site, ARTICLE, documentId)).toEqual([
      ...['de draft: decision', 'de live: -', 'en draft: decision', 'en live: decision'],
    ]);
    const german = [{ ...entry, locale: 'de' }];
    const refused = done(await tagEntries(site, english, german, { stage: 'awareness' }));
    expect(refused.failed).toMatchObject([{ problem: 'forbidden' }]);
  });

  describe('where each locale is tagged by itself', () => {
    let documentId: string;
    beforeEach(async () => {
      site.strapi.config.set('plugin::buyer-journey.syncLocales', false);
      documentId = await anEntry(site, ARTICLE, { title: 'One' });
      await versionsOf(site, ARTICLE).update({ documentId, locale: 'de', data: { title: 'Eins' } });
      await versionsOf(site, ARTICLE).publish({ documentId, locale: 'de' });
    });
    afterEach(() => {
      site.strapi.config.set('plugin::buyer-journey.syncLocales', true);
    });
    const both = () => ['en', 'de'].map((locale) => ({ type: ARTICLE, documentId, locale }));
    const untouched = ['de draft: -', 'de live: -', 'en draft: -', 'en live: -'];

    test('may edit one of them does not touch the other, and undoes all that was done', async () => {
      const english = await as(...mayTag(ARTICLE, { properties: { locales: ['en'] } }));
      const told = done(await tagEntries(site, english, both(), { stage: 'decision' }));
      expect(told.entries).toMatchObject([{ locale: 'en', versions: 'both' }]);
      expect(told.failed).toMatchObject([{ locale: 'de', problem: 'forbidden' }]);
      expect(await tagsOf(site, ARTICLE, documentId)).toEqual([
        ...['de draft: -', 'de live: -', 'en draft: decision', 'en live: decision'],
      ]);
      const body = { run: told.run };
      await call(site, 'POST', '/buyer-journey/tagging/undo', { token: english, body });
      expect(await tagsOf(site, ARTICLE, documentId)).toEqual(untouched);
    });

    test('may publish one of them is told of which the live version stayed', async () => {
      const [read, update] = mayTag(ARTICLE, { properties: { locales: ['en', 'de'] } });
      const [, , publish] = mayTag(ARTICLE, { properties: { locales: ['en'] } });
      const editor = await as(...[read, update, publish].filter((one) => one !== undefined));
      const told = done(await tagEntries(site, editor, both(), { stage: 'decision' }));
      expect(told.entries).toMatchObject([
        { locale: 'en', versions: 'both', draftOnly: false },
        { locale: 'de', versions: 'draft', draftOnly: true },
      ]);
    });
  });
});
