/** What is in use stays: nobody deletes a stage, persona or rep that content or items point at. */
import type { Taxonomy } from '../../contracts/taxonomy';
import { linkTableOf, rowsOf, tableNameOf } from '../../server/src/strapi';
import { call, get, signIn } from '../site/client';
import { DATABASE_CLIENT } from '../site/database';
import {
  createDocument,
  emptyTypes,
  publishDocument,
  updateDocument,
  versionsOf,
  type Doc,
} from '../site/documents';
import { addLocales } from '../site/locales';
import { openTransaction, untilSomebodyWaits } from '../site/locks';
import { aPersona, aRep, aStage } from '../site/people';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

const STAGE = 'plugin::buyer-journey.stage';
const PERSONA = 'plugin::buyer-journey.persona';
const REP = 'plugin::buyer-journey.rep';
const ITEM = 'plugin::buyer-journey.sales-sourced';
const TARGET = 'plugin::buyer-journey.target';
const ARTICLE = 'api::article.article';
const FAQ = 'api::faq.faq';
const NOTE = 'api::note.note';

/** A localized type and two without locales, one of them without draft & publish. */
const types = (faq: boolean, note: boolean | undefined) => [
  contentType('article', { localized: true }),
  contentType('faq', { draftAndPublish: false, enabled: faq }),
  contentType('note', { enabled: note }),
];

let site: Site;
let token: string;
beforeAll(async () => {
  site = await startSite({ types: types(true, true) });
  token = await signIn(site);
  await addLocales(site, 'de');
});
afterAll(() => site.remove());

afterEach(() => emptyTypes(site, ARTICLE, FAQ, NOTE, ITEM, STAGE, PERSONA, REP));

const slugs = async (uid: string) =>
  (await rowsOf<{ slug: string }>(site.strapi, uid).findMany({ orderBy: { id: 'asc' } })).map(
    ({ slug }) => slug
  );
const overview = async () =>
  (await get(site, '/buyer-journey/taxonomy', token)).body.data as Taxonomy;

const create = (uid: string, data: object) => createDocument(site, uid, data);
const update = (...[uid, documentId, data, more]: [string, string, object, object?]) =>
  updateDocument(site, uid, documentId, data, more);
const publish = (uid: string, documentId: string) => publishDocument(site, uid, documentId);

describe('deleting a stage, persona or rep', () => {
  /** Every way to delete; each answers with the message of the refusal, or null when it went through. */
  const ways: Record<string, (uid: string, doc: Doc) => Promise<string | null>> = {
    'the Document Service': (uid, { documentId }) =>
      refusal(versionsOf(site, uid).delete({ documentId })),
    'the Content Manager': (uid, { documentId }) =>
      answered(
        call(site, 'DELETE', `/content-manager/collection-types/${uid}/${documentId}`, { token })
      ),
    'the Content Manager in bulk': (uid, { documentId }) =>
      answered(
        call(site, 'POST', `/content-manager/collection-types/${uid}/actions/bulkDelete`, {
          token,
          body: { documentIds: [documentId] },
        })
      ),
    'a query': (uid, { id }) => refusal(site.strapi.db.query(uid).delete({ where: { id } })),
    'a query for many': (uid, { documentId }) =>
      refusal(site.strapi.db.query(uid).deleteMany({ where: { documentId } })),
  };

  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error))
    );
  async function answered(answer: ReturnType<typeof call>): Promise<string | null> {
    const { status, body } = await answer;
    if (status < 300) return null;
    expect([status, body.error?.details]).toEqual([
      400,
      expect.objectContaining({ path: ['documentId'], uses: expect.any(Number) as unknown }),
    ]);
    return body.error?.message ?? '';
  }

  /** The message of the refusal, which has to be the same whatever the way. */
  async function refusedEveryWay(uid: string, doc: Doc): Promise<string | undefined> {
    const messages = new Set<string | null>();
    for (const remove of Object.values(ways)) messages.add(await remove(uid, doc));
    expect(await rowsOf(site.strapi, uid).count({ where: { id: doc.id } })).toBe(1);
    expect([...messages]).toEqual([expect.any(String)]);
    return [...messages][0] ?? undefined;
  }

  test.each(Object.keys(ways))('goes through by way of %s when nothing uses it', async (way) => {
    expect(await ways[way]?.(STAGE, await aStage(site, 'Free'))).toBeNull();
    expect(await ways[way]?.(PERSONA, await aPersona(site, 'Free'))).toBeNull();
    expect(await ways[way]?.(REP, await aRep(site, 'Free'))).toBeNull();
    expect([...(await slugs(STAGE)), ...(await slugs(PERSONA))]).toEqual([]);
  });

  test('is refused every way while a document uses it, and says how often', async () => {
    const stage = await aStage(site, 'Decision');
    const persona = await aPersona(site, 'CFO');
    const rep = await aRep(site, 'Maya Roth');
    const data = {
      journeyStage: stage.documentId,
      personas: [persona.documentId],
      contributors: [rep.documentId],
    };
    await create(FAQ, { title: 'One', ...data });
    expect(await refusedEveryWay(STAGE, stage)).toBe(
      'The stage “Decision” cannot be deleted: it is used once. Take it off that content, and its targets away, first.'
    );
    await create(FAQ, { title: 'Two', ...data });
    expect(await refusedEveryWay(PERSONA, persona)).toContain('persona “CFO”');
    expect(await refusedEveryWay(PERSONA, persona)).toContain('used 2 times');
    expect(await refusedEveryWay(REP, rep)).toContain('rep “Maya Roth”');

    await emptyTypes(site, FAQ);
    expect(await ways['the Content Manager']?.(STAGE, stage)).toBeNull();
    expect(await ways['the Content Manager']?.(PERSONA, persona)).toBeNull();
    expect(await ways['the Content Manager']?.(REP, rep)).toBeNull();
  });

  test('all at once is refused when one of them is in use', async () => {
    const used = await aStage(site, 'Used');
    await aStage(site, 'Free');
    await create(FAQ, { title: 'One', journeyStage: used.documentId });
    const all = site.strapi.db.query(STAGE).deleteMany({});
    expect(await refusal(all)).toContain('“Used”');
    expect(await slugs(STAGE)).toEqual(['used', 'free']);
  });

  test('in bulk deletes none when one of them is in use', async () => {
    const used = await aStage(site, 'Used');
    const free = await aStage(site, 'Free');
    await create(FAQ, { title: 'One', journeyStage: used.documentId });
    const documentIds = [free.documentId, used.documentId];
    const path = `/content-manager/collection-types/${STAGE}/actions/bulkDelete`;
    const { status } = await call(site, 'POST', path, { token, body: { documentIds } });
    expect([status, await slugs(STAGE)]).toEqual([400, ['used', 'free']]);
  });

  test('counts a document once, whatever its versions and locales', async () => {
    const stage = await aStage(site, 'Decision');
    const data = { title: 'T', journeyStage: stage.documentId };
    const { documentId } = await create(ARTICLE, data);
    await update(ARTICLE, documentId, data, { locale: 'de' });
    await publish(ARTICLE, documentId);
    expect(await rowsOf(site.strapi, ARTICLE).count({})).toBe(4);
    expect((await overview()).stages[0]?.uses).toBe(1);
    expect(await refusedEveryWay(STAGE, stage)).toContain('used once');
  });

  test('is refused for a draft alone, and for a published version alone', async () => {
    const [draftOnly, publishedOnly] = [await aStage(site, 'Draft'), await aStage(site, 'Live')];
    await create(NOTE, { title: 'T', journeyStage: draftOnly.documentId });
    const { documentId } = await create(NOTE, {
      title: 'T',
      journeyStage: publishedOnly.documentId,
    });
    await publish(NOTE, documentId);
    await update(NOTE, documentId, { journeyStage: null });
    expect(await refusedEveryWay(STAGE, draftOnly)).toContain('used once');
    expect(await refusedEveryWay(STAGE, publishedOnly)).toContain('used once');

    await publish(NOTE, documentId);
    expect(await ways['the Document Service']?.(STAGE, publishedOnly)).toBeNull();
  });

  test.each([
    ['stage', STAGE],
    ['resolveByStage', STAGE],
    ['personas', PERSONA],
    ['rep', REP],
    ['contributors', REP],
  ])('is refused for an item that has it as %s', async (field, uid) => {
    const used = {
      [STAGE]: () => aStage(site, 'Decision'),
      [PERSONA]: () => aPersona(site, 'CFO'),
      [REP]: () => aRep(site, 'Maya Roth'),
    }[uid];
    const doc = (await used?.()) as Doc;
    const item = await create(ITEM, { buyerWords: 'Why?', [field]: doc.documentId });
    expect(await refusedEveryWay(uid, doc)).toContain('used once');
    await update(ITEM, item.documentId, { [field]: null });
    expect(await ways['the Document Service']?.(uid, doc)).toBeNull();
  });

  test('counts an item once that has it twice', async () => {
    const stage = await aStage(site, 'Decision');
    const rep = await aRep(site, 'Maya Roth');
    await create(ITEM, {
      buyerWords: 'Why?',
      stage: stage.documentId,
      resolveByStage: stage.documentId,
      rep: rep.documentId,
      contributors: [rep.documentId],
    });
    expect((await overview()).stages[0]?.uses).toBe(1);
    expect(await refusedEveryWay(REP, rep)).toContain('used once');
  });

  test('is refused for content types that opted out, or whose opt-in line is gone', async () => {
    const [out, gone] = [await aStage(site, 'Out'), await aStage(site, 'Gone')];
    await create(FAQ, { title: 'T', journeyStage: out.documentId });
    const note = await create(NOTE, { title: 'T', journeyStage: gone.documentId });
    await publish(NOTE, note.documentId);
    await site.restart({ types: types(false, undefined) });
    try {
      expect((await overview()).stages.map(({ uses }) => uses)).toEqual([1, 1]);
      expect(await refusedEveryWay(STAGE, out)).toContain(
        '“Out” cannot be deleted: it is used once'
      );
      expect(await refusedEveryWay(STAGE, gone)).toContain('used once');
      // The content itself can go, and takes its use along.
      await versionsOf(site, NOTE).delete({ documentId: note.documentId });
      expect(await ways['the Content Manager']?.(STAGE, gone)).toBeNull();
    } finally {
      await site.restart({ types: types(true, true) });
    }
  });

  // With SQLite nobody is at work meanwhile.
  if (DATABASE_CLIENT !== 'sqlite') {
    test('is refused for the tag of who came first', async () => {
      const stage = await aStage(site, 'Decision');
      const { documentId } = await create(NOTE, { title: 'T' });
      const [draft] = await versionsOf(site, NOTE).findMany({ documentId });
      const link = linkTableOf(site.strapi, NOTE, 'journeyStage');
      const tagging = await openTransaction(site);
      await tagging(link.name).insert({
        ...{ [link.joinColumn.name]: draft?.id, [link.inverseJoinColumn.name]: stage.id },
      });
      const deleting = ways['the Content Manager']?.(STAGE, stage);
      await untilSomebodyWaits(site);
      await tagging.commit();
      expect(await deleting).toContain('used once');
      expect(await slugs(STAGE)).toEqual(['decision']);
    });

    test('is refused for the target of who came first', async () => {
      const stage = await aStage(site, 'Decision');
      const setting = await openTransaction(site);
      const held = setting(tableNameOf(site.strapi, STAGE)).where({ id: stage.id });
      await held.forShare().select('id');
      await setting(tableNameOf(site.strapi, TARGET)).insert({
        ...{ stage: stage.documentId, persona: '', scope: '', value: 3 },
      });
      const deleting = ways['the Content Manager']?.(STAGE, stage);
      await untilSomebodyWaits(site);
      await setting.commit();
      expect(await deleting).toContain('used once');
      await emptyTypes(site, TARGET);
    });
  }
});
