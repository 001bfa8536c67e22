/** Types that ask for it publish nothing without a stage, whichever way; drafts are saved all the same. */
import type { BulkErrors, BulkRun } from '../../contracts/bulk-tagging';
import type { TaggedEntries, Undone } from '../../contracts/tagging-queue';
import type { TagsImportReport } from '../../contracts/tagging-csv';
import { allowPublic, call, get, signIn } from '../site/client';
import {
  createDocument,
  emptyTypes,
  publishDocument,
  updateDocument,
  versionsOf,
  type Doc,
} from '../site/documents';
import { addLocales } from '../site/locales';
import { aStage } from '../site/people';
import { startSite, type Site } from '../site/site';
import { anEntry, tagEntries, tagsOf } from '../site/tagging';
import { contentType } from '../site/types';
import { uploadCsv } from '../site/upload';

const ARTICLE = 'api::article.article';
const FAQ = 'api::faq.faq';
const PAGE = 'api::page.page';
const ARTICLES = `/content-manager/collection-types/${ARTICLE}`;
const MESSAGE = 'A journey stage is needed before this can be published.';

const typesWith = (requireStage: boolean) => [
  contentType('article', { localized: true, requireStage }),
  contentType('faq', { draftAndPublish: false, requireStage }),
  contentType('page'),
];

let site: Site;
let token: string;
let stage: Doc;
beforeAll(async () => {
  site = await startSite({ types: typesWith(true) });
  await addLocales(site, 'de');
  await allowPublic(site, ...['create', 'update'].map((action) => `${ARTICLE}.${action}`));
  token = await signIn(site);
  stage = await aStage(site, 'Awareness');
});
afterAll(() => site.remove());
afterEach(() => emptyTypes(site, ARTICLE, FAQ, PAGE));

const count = (uid: string, status: 'draft' | 'published') =>
  versionsOf(site, uid)
    .findMany({ status, locale: '*' })
    .then(({ length }) => length);

const refusal = {
  name: 'ValidationError',
  details: { errors: [{ path: ['journeyStage'], message: MESSAGE, name: 'ValidationError' }] },
};

describe('the Content Manager', () => {
  test('saves a draft, refuses to publish it at the stage field, and publishes it with a stage', async () => {
    const saved = await call(site, 'POST', ARTICLES, { token, body: { title: 'Draft' } });
    expect(saved.status).toBe(201);
    const { documentId } = saved.body.data as Doc;
    const publish = (body: object) =>
      call(site, 'POST', `${ARTICLES}/${documentId}/actions/publish`, { token, body });

    const refused = await publish({ title: 'Changed' });
    expect(refused.status).toBe(400);
    expect(refused.body.error).toMatchObject(refusal);
    expect(refused.body.error?.message).toBe(
      '“Changed” cannot be published: it needs a journey stage.'
    );
    expect(await count(ARTICLE, 'published')).toBe(0);
    // What came with the publication is not half-saved.
    const draft = await get(site, `${ARTICLES}/${documentId}`, token);
    expect(draft.body.data).toMatchObject({ title: 'Draft' });

    const connect = [{ id: stage.id, documentId: stage.documentId }];
    const accepted = await publish({ journeyStage: { connect, disconnect: [] } });
    expect(accepted.status).toBe(200);
    expect(await count(ARTICLE, 'published')).toBe(1);
  });

  test('creates nothing when publishing at once is refused', async () => {
    const refused = await call(site, 'POST', `${ARTICLES}/actions/publish`, {
      token,
      body: { title: 'At once' },
    });
    expect(refused.status).toBe(400);
    expect(await count(ARTICLE, 'draft')).toBe(0);
  });

  test('publishes all of several or none, and names the one that has no stage', async () => {
    const tagged = await createDocument(site, ARTICLE, {
      title: 'A',
      journeyStage: stage.documentId,
    });
    const untagged = await createDocument(site, ARTICLE, { title: 'B' });
    const publish = (...documents: Doc[]) =>
      call(site, 'POST', `${ARTICLES}/actions/bulkPublish`, {
        token,
        body: { documentIds: documents.map(({ documentId }) => documentId) },
      });
    const refused = await publish(tagged, untagged);
    expect(refused.status).toBe(400);
    expect(refused.body.error?.message).toContain('“B”');
    const { errors } = refused.body.error?.details as { errors: { message: string }[] };
    expect(errors[0]?.message).toContain('“B”');
    expect(await count(ARTICLE, 'published')).toBe(0);
    expect((await publish(tagged)).status).toBe(200);
    expect(await count(ARTICLE, 'published')).toBe(1);
  });
});

describe('the content API', () => {
  test('refuses to publish without a stage, and takes a draft', async () => {
    const post = (query: string, data: object) =>
      call(site, 'POST', `/api/articles${query}`, { body: { data } });
    const refused = await post('', { title: 'Live' });
    expect(refused.status).toBe(400);
    expect(refused.body.error).toMatchObject(refusal);
    expect(await count(ARTICLE, 'draft')).toBe(0);

    const draft = await post('?status=draft', { title: 'Draft' });
    expect(draft.status).toBe(201);
    const { documentId } = draft.body.data as Doc;
    const published = await call(site, 'PUT', `/api/articles/${documentId}`, {
      body: { data: { title: 'Live' } },
    });
    expect(published.status).toBe(400);
    expect(await count(ARTICLE, 'published')).toBe(0);
  });
});

describe('the Document Service', () => {
  test('takes a release back as a whole, as Strapi publishes it: one after the other in a transaction', async () => {
    const tagged = await createDocument(site, ARTICLE, {
      title: 'A',
      journeyStage: stage.documentId,
    });
    const untagged = await createDocument(site, ARTICLE, { title: 'B' });
    const events: unknown[] = [];
    const stop = site.strapi.eventHub.on('entry.publish', (event: unknown) => {
      events.push(event);
      return Promise.resolve();
    });
    const release = site.strapi.db.transaction(async () => {
      for (const { documentId } of [tagged, untagged]) {
        await versionsOf(site, ARTICLE).publish({ documentId, locale: 'en' });
      }
    });
    await expect(release).rejects.toThrow('“B” cannot be published: it needs a journey stage.');
    expect(await count(ARTICLE, 'published')).toBe(0);
    stop();
    expect(events).toEqual([]);
  });

  test('looks at the locales that go live, and at no other', async () => {
    const { documentId } = await createDocument(site, ARTICLE, { title: 'en' });
    await updateDocument(site, ARTICLE, documentId, { title: 'de' }, { locale: 'de' });
    // Past the plugin, which would keep the two in step.
    const [german] = await versionsOf(site, ARTICLE).findMany({ locale: 'de' });
    await site.strapi.db
      .query(ARTICLE)
      .update({ where: { id: german?.id }, data: { journeyStage: stage.id } as never });

    await versionsOf(site, ARTICLE).publish({ documentId, locale: 'de' });
    expect(await count(ARTICLE, 'published')).toBe(1);
    await expect(publishDocument(site, ARTICLE, documentId)).rejects.toThrow('“en”');
    await expect(versionsOf(site, ARTICLE).publish({ documentId })).rejects.toThrow('“en”');
    expect(await count(ARTICLE, 'published')).toBe(1);
  });

  test('asks at every save of a type that has no drafts', async () => {
    await expect(createDocument(site, FAQ, { title: 'A' })).rejects.toThrow('journey stage');
    const data = { title: 'A', journeyStage: stage.documentId };
    const { documentId } = await createDocument(site, FAQ, data);
    await updateDocument(site, FAQ, documentId, { title: 'B' });
    await expect(updateDocument(site, FAQ, documentId, { journeyStage: null })).rejects.toThrow(
      '“B”'
    );
    expect(await count(FAQ, 'draft')).toBe(1);
  });

  test('leaves types alone that do not ask for it, and what is not there', async () => {
    const { documentId } = await createDocument(site, PAGE, { title: 'A' });
    await publishDocument(site, PAGE, documentId);
    expect(await count(PAGE, 'published')).toBe(1);
    expect(await versionsOf(site, ARTICLE).update({ documentId: 'none', data: {} })).toBeNull();
  });
});

describe('tagging many at once', () => {
  const TAGGING = '/buyer-journey/tagging';
  const needed = (type: string, documentId: string, locale: string | null = null) => ({
    ...{ type, documentId, locale, problem: 'stageNeeded' },
  });
  const staged = (uid: string, title: string) =>
    anEntry(site, uid, { title, journeyStage: stage.documentId });
  const run = async (path: string, body: object = {}) => {
    const started = await call(site, 'POST', `${TAGGING}/bulk${path}`, { token, body });
    const { id } = started.body.data as BulkRun;
    for (;;) {
      const now = (await get(site, `${TAGGING}/bulk/${id}`, token)).body.data as BulkRun;
      if (now.state !== 'running') return now;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const problemsOf = async ({ id }: BulkRun) =>
    ((await get(site, `${TAGGING}/bulk/${id}/errors`, token)).body as unknown as BulkErrors).data;
  const importCsv = (rows: string[], versions = 'both') =>
    uploadCsv<TagsImportReport>(
      site,
      `${TAGGING}/tags.csv?dryRun=false&versions=${versions}`,
      ['type,documentId,stage', ...rows].join('\n'),
      token
    );

  test('leaves the stage on what is live, and tags the others', async () => {
    const [article, faq] = [await staged(ARTICLE, 'A'), await staged(FAQ, 'F')];
    const page = await staged(PAGE, 'P');
    const draft = await anEntry(
      site,
      ARTICLE,
      { title: 'D', journeyStage: stage.documentId },
      { isLive: false }
    );
    const entries = [
      { type: ARTICLE, documentId: article },
      { type: ARTICLE, documentId: draft },
      { type: FAQ, documentId: faq },
      { type: PAGE, documentId: page },
    ];
    const answer = await tagEntries(site, token, entries, { stage: null });
    const { failed, entries: tagged } = answer.body.data as TaggedEntries;
    expect(failed).toEqual([needed(ARTICLE, article, 'en'), needed(FAQ, faq)]);
    expect(tagged.map(({ documentId, state }) => [documentId, state])).toEqual([
      [draft, 'changed'],
      [page, 'changed'],
    ]);
    expect(await tagsOf(site, ARTICLE, article)).toEqual([
      'en draft: awareness',
      'en live: awareness',
    ]);
    expect(await tagsOf(site, ARTICLE, draft)).toEqual(['en draft: -']);
    expect(await tagsOf(site, FAQ, faq)).toEqual(['live: awareness']);
  });

  test('takes it off drafts alone where asked to, in every locale or none', async () => {
    const article = await staged(ARTICLE, 'A');
    await updateDocument(site, ARTICLE, article, { title: 'de' }, { locale: 'de' });
    const entries = [
      { type: ARTICLE, documentId: article, locale: 'en' },
      { type: ARTICLE, documentId: article, locale: 'de' },
    ];
    const both = await tagEntries(site, token, entries, { stage: null });
    expect((both.body.data as TaggedEntries).failed).toEqual([
      needed(ARTICLE, article, 'en'),
      needed(ARTICLE, article, 'de'),
    ]);
    const drafts = await tagEntries(site, token, entries, { stage: null }, { versions: 'draft' });
    expect((drafts.body.data as TaggedEntries).failed).toEqual([]);
    expect(await tagsOf(site, ARTICLE, article)).toEqual([
      'de draft: -',
      'en draft: -',
      'en live: awareness',
    ]);
  });

  test('in bulk names what it left, and so does an undo', async () => {
    const [article, faq] = [await staged(ARTICLE, 'A'), await staged(FAQ, 'F')];
    const off = await run('', { filter: {}, change: { stage: null } });
    expect(off).toMatchObject({ state: 'done', failed: 2, changed: 0 });
    expect(await problemsOf(off)).toMatchObject([needed(ARTICLE, article, 'en'), needed(FAQ, faq)]);

    // Live since before the rule, without a stage until now.
    await site.strapi.db.connection('faqs_journey_stage_lnk').delete();
    const on = await run('', { filter: { type: [FAQ] }, change: { stage: 'awareness' } });
    expect(on).toMatchObject({ state: 'done', changed: 1 });
    const undone = await run(`/${on.id}/undo`);
    expect(undone).toMatchObject({ state: 'done', undone: 0, left: 1 });
    expect(await problemsOf(undone)).toMatchObject([needed(FAQ, faq)]);
    expect(await tagsOf(site, FAQ, faq)).toEqual(['live: awareness']);
  });

  test('one by one cannot be undone into something live without a stage', async () => {
    const article = await staged(ARTICLE, 'A');
    await site.strapi.db.connection('articles_journey_stage_lnk').delete();
    const entries = [{ type: ARTICLE, documentId: article }];
    const tagged = await tagEntries(site, token, entries, { stage: 'awareness' });
    const { run: id } = tagged.body.data as TaggedEntries;
    const answer = await call(site, 'POST', `${TAGGING}/undo`, { token, body: { run: id } });
    expect((answer.body.data as Undone).left).toEqual([needed(ARTICLE, article, 'en')]);
    expect(await tagsOf(site, ARTICLE, article)).toEqual(['en draft: -', 'en live: awareness']);
  });

  test('from a file is an error of the row', async () => {
    const [article, faq] = [await staged(ARTICLE, 'A'), await staged(FAQ, 'F')];
    const page = await staged(PAGE, 'P');
    const rows = [`${PAGE},${page},`, `${ARTICLE},${article},`, `${FAQ},${faq},`];
    const refused = await importCsv(rows);
    const needs = 'what is live of this type needs a stage';
    expect([refused.status, refused.report.errors]).toEqual([
      400,
      [
        { row: 3, column: 'stage', message: `${needs}: import into drafts alone` },
        { row: 4, column: 'stage', message: needs },
      ],
    ]);
    expect(await tagsOf(site, PAGE, page)).toEqual(['draft: awareness', 'live: awareness']);
    const drafts = await importCsv(rows.slice(0, 2), 'draft');
    expect([drafts.status, drafts.report.changes]).toEqual([200, 2]);
    expect(await tagsOf(site, ARTICLE, article)).toEqual(['en draft: -', 'en live: awareness']);
  });
});

describe('switching the rule on', () => {
  test('leaves live what is live, until it is published again', async () => {
    await site.restart({ types: typesWith(false) });
    const { documentId } = await createDocument(site, ARTICLE, { title: 'Old' });
    await publishDocument(site, ARTICLE, documentId);
    await site.restart({ types: typesWith(true) });

    expect(await count(ARTICLE, 'published')).toBe(1);
    await updateDocument(site, ARTICLE, documentId, { title: 'New' });
    await expect(publishDocument(site, ARTICLE, documentId)).rejects.toThrow('“New”');
    const [live] = await versionsOf(site, ARTICLE).findMany({ status: 'published' });
    expect(live).toMatchObject({ title: 'Old' });
  });

  test('is told to the admin, and stops the boot when it is neither yes nor no', async () => {
    token = await signIn(site);
    const init = await get(site, '/content-manager/init', token);
    const { contentTypes } = init.body.data as {
      contentTypes: { uid: string; pluginOptions: Record<string, object> }[];
    };
    const options = contentTypes.find(({ uid }) => uid === ARTICLE)?.pluginOptions;
    expect(options?.['buyer-journey']).toMatchObject({ requireStage: true, uid: ARTICLE });

    const wrong = contentType('article', { requireStage: 'yes' as unknown as boolean });
    await expect(site.restart({ types: [wrong] })).rejects.toThrow(
      'requireStage of api::article.article must be true or false'
    );
    await site.restart({ types: typesWith(true) });
  });
});
