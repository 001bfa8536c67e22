/** No byline without consent, whatever the way: the rows themselves are looked at, not the answers. */
import { documentsOf, modelOf, pluginService, type JoinTable } from '../../server/src/strapi';
import { call, signIn } from '../site/client';
import { aRep, changeRep } from '../site/people';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

const ARTICLE = 'api::article.article';
const FAQ = 'api::faq.faq';
const ITEM = 'plugin::buyer-journey.sales-sourced';

interface Doc {
  id: number;
  documentId: string;
}
interface Article extends Doc {
  contributors?: { displayName: string }[];
}
interface Versions {
  publish(params: object): Promise<unknown>;
  discardDraft(params: object): Promise<unknown>;
  clone(params: object): Promise<{ documentId: string }>;
}

const types = [
  contentType('article', { localized: true }),
  contentType('faq', { draftAndPublish: false }),
];

let site: Site;
beforeAll(async () => {
  site = await startSite({ types });
  const locales = pluginService<{
    create(locale: object): Promise<unknown>;
  }>(site.strapi, 'i18n', 'locales');
  await locales.create({ code: 'de', name: 'German' });
});
afterAll(() => site.remove());

const articles = () => documentsOf<Article>(site.strapi, ARTICLE);
const versions = (uid: string) => documentsOf(site.strapi, uid) as unknown as Versions;

/** Rep names behind every contributors row of a type, in any version and locale. */
async function bylines(uid: string): Promise<string[]> {
  const joinTable = modelOf(site.strapi, uid)?.attributes.contributors?.joinTable as JoinTable;
  const rows = await site.strapi.db
    .connection(`${joinTable.name} as link`)
    .join('buyer_journey_reps as rep', 'rep.id', `link.${joinTable.inverseJoinColumn.name}`)
    .select<{ name: string }[]>('rep.display_name as name');
  return rows.map(({ name }) => name).sort();
}

/** Writes a byline past all checks, as an import does. */
async function smuggle(uid: string, rowId: number, repId: number): Promise<void> {
  const joinTable = modelOf(site.strapi, uid)?.attributes.contributors?.joinTable as JoinTable;
  await site.strapi.db.connection(joinTable.name).insert({
    [joinTable.joinColumn.name]: rowId,
    [joinTable.inverseJoinColumn.name]: repId,
  });
}

afterEach(async () => {
  for (const uid of [ARTICLE, FAQ, ITEM]) {
    await site.strapi.db.query(uid).deleteMany({});
  }
});

describe('naming a contributor', () => {
  test.each([
    ['who did not consent', { bylineConsent: false }],
    ['who is no longer active', { active: false }],
    ['who never said', { bylineConsent: undefined }],
  ])('refuses a rep %s, and saves nothing', async (_who, more) => {
    const rep = await aRep(
      site,
      `Nora ${Object.keys(more)[0]}${String(Object.values(more)[0])}`,
      more
    );
    for (const uid of [ARTICLE, FAQ, ITEM]) {
      const data = { title: 'T', buyerWords: 'W', contributors: [rep.documentId] };
      if (uid === ITEM) Reflect.deleteProperty(data, 'title');
      else Reflect.deleteProperty(data, 'buyerWords');
      await expect(documentsOf(site.strapi, uid).create({ data })).rejects.toThrow(
        /Nora.*consented/
      );
      expect(await site.strapi.db.query(uid as typeof ARTICLE).count({})).toBe(0);
    }
  });

  test('accepts a rep who consented', async () => {
    const rep = await aRep(site, 'Maya Roth');
    await articles().create({ data: { title: 'T', contributors: [rep.documentId] } });
    expect(await bylines(ARTICLE)).toEqual(['Maya Roth']);
  });

  test('is refused in the Content Manager with a sentence that names the rep', async () => {
    const rep = await aRep(site, 'Kim Quiet', { bylineConsent: false });
    const answer = await call(site, 'POST', `/content-manager/collection-types/${ARTICLE}`, {
      token: await signIn(site),
      body: { title: 'T', contributors: { connect: [{ id: rep.id, documentId: rep.documentId }] } },
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error?.message).toContain('Kim Quiet');
  });
});

describe('withdrawing consent', () => {
  test('takes the byline off drafts, published versions, all locales, items and opted-out types, and names the documents', async () => {
    const rep = await aRep(site, 'Tom Berg');
    const other = await aRep(site, 'Ana Paz');
    const data = { title: 'T', contributors: [rep.documentId, other.documentId] };
    const article = await articles().create({ data });
    await versions(ARTICLE).publish({ documentId: article.documentId });
    await documentsOf(site.strapi, ARTICLE).update({
      documentId: article.documentId,
      locale: 'de',
      data,
    } as never);
    const faq = await documentsOf<Doc>(site.strapi, FAQ).create({ data });
    const item = await documentsOf<Doc>(site.strapi, ITEM).create({
      data: { buyerWords: 'W', contributors: data.contributors },
    });
    await site.restart({
      types: [
        contentType('article', { localized: true, enabled: false }),
        contentType('faq', { draftAndPublish: false, enabled: undefined }),
      ],
    });

    const events: unknown[] = [];
    site.strapi.eventHub.on('buyer-journey.consent-withdrawn', (payload: unknown) => {
      events.push(payload);
      return Promise.resolve();
    });
    await changeRep(site, rep.documentId, { bylineConsent: false });
    await changeRep(site, rep.documentId, { bio: 'Says nothing twice' });

    await site.restart({ types });
    for (const uid of [ARTICLE, FAQ, ITEM]) {
      expect(new Set(await bylines(uid))).toEqual(new Set(['Ana Paz']));
    }
    expect(events).toHaveLength(1);
    expect(events[0]).toEqual({
      reps: expect.arrayContaining([{ documentId: rep.documentId, slug: 'tom-berg' }]) as unknown,
      documents: expect.arrayContaining([
        { uid: ARTICLE, documentId: article.documentId },
        { uid: FAQ, documentId: faq.documentId },
        { uid: ITEM, documentId: item.documentId },
      ]) as unknown,
    });
  });

  test('works for deactivating too, and through the query layer', async () => {
    const rep = await aRep(site, 'Lea Lind');
    await articles().create({ data: { title: 'T', contributors: [rep.documentId] } });
    await site.strapi.db
      .query('plugin::buyer-journey.rep')
      .updateMany({ where: { slug: 'lea-lind' }, data: { active: false } });
    expect(await bylines(ARTICLE)).toEqual([]);
  });

  test.each(['a new document', 'a document that had none'])(
    'at the very moment of saving %s leaves no byline, and goes through',
    async (what) => {
      for (let round = 0; round < 15; round += 1) {
        const rep = await aRep(site, `Race ${round} ${what}`);
        const data = { title: 'T', contributors: [rep.documentId] };
        const { documentId } = await articles().create({ data: { title: 'T' } });
        const isNew = what === 'a new document';
        const [saved, withdrawn] = await Promise.allSettled([
          isNew ? articles().create({ data }) : articles().update({ documentId, data }),
          changeRep(site, rep.documentId, { bylineConsent: false }),
        ]);
        expect(await bylines(ARTICLE)).toEqual([]);
        expect(withdrawn.status).toBe('fulfilled');
        // Refused for want of consent, or saved and stripped; never a fault of the database.
        if (saved.status === 'rejected') expect(String(saved.reason)).toContain('consented');
      }
    }
  );
});

describe('copies of what was named before', () => {
  async function staleDraft(name: string): Promise<{ article: Article; rep: Doc }> {
    const rep = await aRep(site, name, { bylineConsent: false });
    const article = await articles().create({ data: { title: 'T' } });
    await smuggle(ARTICLE, article.id, rep.id);
    return { article, rep };
  }

  test('publishing leaves out who no longer consents, and goes through', async () => {
    const { article } = await staleDraft('Pia Publish');
    await versions(ARTICLE).publish({ documentId: article.documentId });
    expect(await bylines(ARTICLE)).toEqual([]);
    expect(await articles().count({ status: 'published' })).toBe(1);
  });

  test('cloning leaves out who no longer consents', async () => {
    const { article } = await staleDraft('Cleo Clone');
    await versions(ARTICLE).clone({ documentId: article.documentId });
    expect(await bylines(ARTICLE)).toEqual(['Cleo Clone']);
  });

  test('an import is swept at boot', async () => {
    await staleDraft('Ivo Import');
    await site.restart({ types });
    expect(await bylines(ARTICLE)).toEqual([]);
  });
});
