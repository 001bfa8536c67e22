/** Conditions of roles that look at related entries hold in all that shows or changes tags. */
import type { BulkPreview, BulkRun } from '../../contracts/bulk-tagging';
import type { CoverageEntry } from '../../contracts/coverage';
import type { RulesTrial, SuggestionRule } from '../../contracts/tagging-rules';
import type { QueueEntry, TaggedEntries } from '../../contracts/tagging-queue';
import { call, get, signIn, type Permission } from '../site/client';
import { addCondition } from '../site/conditions';
import { createDocument, emptyTypes } from '../site/documents';
import { aStage, type Doc } from '../site/people';
import { startSite, type Site } from '../site/site';
import { anEntry, mayTag, TAG, tagEntries, tagsOf } from '../site/tagging';
import { contentType } from '../site/types';
import { uploadCsv } from '../site/upload';
import { READ_COVERAGE } from '../worlds/site';

const ARTICLE = 'api::article.article';
const TOPIC = 'api::topic.topic';
const BULK = '/buyer-journey/tagging/bulk';
const CSV = '/buyer-journey/tagging/tags.csv';
const fields = ['title', 'topic', 'journeyStage', 'personas', 'contributors'];

let site: Site;
let superAdmin: string;
let awareness: Doc;
let decision: Doc;
let open: string;
let secret: string;

beforeAll(async () => {
  const topic = { type: 'relation', relation: 'manyToOne', target: TOPIC };
  site = await startSite({
    types: [
      contentType('article', { attributes: { topic } }),
      contentType('topic', { enabled: undefined, draftAndPublish: false }),
    ],
  });
  superAdmin = await signIn(site);
  awareness = await aStage(site, 'Awareness');
  decision = await aStage(site, 'Decision', { position: 1 });
  await addCondition(site, 'is-open', { 'topic.title': 'open' });
  await addCondition(site, 'is-not-secret', { 'topic.title': { $ne: 'secret' } });
});
afterAll(() => site.remove());

/** One entry about a topic that is open, and one about a topic that is not. */
beforeEach(async () => {
  await emptyTypes(site, ARTICLE, TOPIC);
  const about = async (title: string) => {
    const topic = await createDocument(site, TOPIC, { title });
    return anEntry(site, ARTICLE, { title: `About ${title}`, topic: topic.id });
  };
  [open, secret] = [await about('open'), await about('secret')];
});

describe.each(['admin::is-open', 'admin::is-not-secret'])('the condition %s', (condition) => {
  let editor: string;
  beforeAll(async () => {
    const permissions: Permission[] = [
      ...[{ action: TAG }, { action: 'plugin::buyer-journey.tagging.rules' }, READ_COVERAGE],
      ...mayTag(ARTICLE, { fields, conditions: [condition] }),
    ];
    editor = await signIn(site, permissions);
  });
  const tagAll = () =>
    tagEntries(
      ...[site, superAdmin],
      [open, secret].map((documentId) => ({ type: ARTICLE, documentId })),
      { stage: 'awareness' }
    );
  const untouched = ['draft: -', 'live: -'];
  const tagged = ['draft: decision', 'live: decision'];

  test('holds in the Content Manager, as it is meant here', async () => {
    const save = async (documentId: string) =>
      (
        await call(site, 'PUT', `/content-manager/collection-types/${ARTICLE}/${documentId}`, {
          ...{ token: editor, body: { title: 'Edited' } },
        })
      ).status;
    expect([await save(open), await save(secret)]).toEqual([200, 403]);
  });

  test('holds in the queue, with what the entry shows', async () => {
    const { body } = await get(site, '/buyer-journey/tagging/queue', editor);
    const entries = body.data as QueueEntry[];
    expect(entries.map(({ documentId, title }) => [documentId, title])).toEqual([
      [open, 'About open'],
    ]);
  });

  test('holds for what is tagged, draft and live', async () => {
    const entries = [open, secret].map((documentId) => ({ type: ARTICLE, documentId }));
    const { body } = await tagEntries(site, editor, entries, { stage: 'decision' });
    const told = body.data as TaggedEntries;
    expect(told.entries).toMatchObject([{ documentId: open, versions: 'both', draftOnly: false }]);
    expect(told.failed).toMatchObject([{ documentId: secret, problem: 'forbidden' }]);
    expect(await tagsOf(site, ARTICLE, open)).toEqual(tagged);
    expect(await tagsOf(site, ARTICLE, secret)).toEqual(untouched);
  });

  test('holds for what is live alone', async () => {
    const [read, update, publish] = mayTag(ARTICLE, { fields });
    const publisher = await signIn(site, [
      ...[{ action: TAG }, read, update].filter((one) => one !== undefined),
      { action: '', ...publish, conditions: [condition] },
    ]);
    const entries = [open, secret].map((documentId) => ({ type: ARTICLE, documentId }));
    const { body } = await tagEntries(site, publisher, entries, { stage: 'decision' });
    expect((body.data as TaggedEntries).entries).toMatchObject([
      { documentId: open, versions: 'both', draftOnly: false },
      { documentId: secret, versions: 'draft', draftOnly: true },
    ]);
    expect(await tagsOf(site, ARTICLE, secret)).toEqual(['draft: decision', 'live: -']);
  });

  test('holds in bulk, before and after', async () => {
    const body = { filter: {}, change: { stage: 'decision' } };
    const preview = await call(site, 'POST', `${BULK}/preview`, { token: editor, body });
    const { totals, sample } = preview.body.data as BulkPreview;
    expect(totals).toMatchObject({ matching: 1, notEditable: 0, changing: 1 });
    expect(sample).toMatchObject([{ documentId: open, title: 'About open' }]);
    const started = await call(site, 'POST', BULK, { token: editor, body });
    const run = await ended((started.body.data as BulkRun).id);
    expect(run).toMatchObject({ state: 'done', total: 1, changed: 1, failed: 0 });
    expect(await tagsOf(site, ARTICLE, open)).toEqual(tagged);
    expect(await tagsOf(site, ARTICLE, secret)).toEqual(untouched);
  });

  async function ended(id: number): Promise<BulkRun> {
    for (const end = Date.now() + 30_000; Date.now() < end;) {
      const run = (await get(site, `${BULK}/${id}`, editor)).body.data as BulkRun;
      if (run.state !== 'running') return run;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('The run does not end.');
  }

  test('holds for an entry that changed since a run began', async () => {
    const token = superAdmin;
    const body = { filter: {}, change: { stage: 'decision' } };
    const started = await call(site, 'POST', BULK, { token, body });
    const { id } = await ended((started.body.data as BulkRun).id);
    await call(site, 'POST', `${BULK}/${id}/undo`, { token: editor });
    expect(await ended(id)).toMatchObject({ phase: 'undo', undone: 1, left: 1 });
    expect(await tagsOf(site, ARTICLE, open)).toEqual(untouched);
    expect(await tagsOf(site, ARTICLE, secret)).toEqual(tagged);
  });

  test('holds for tags as CSV, out and in', async () => {
    await tagAll();
    const exported = (await get(site, CSV, editor)).text;
    expect(exported).toContain(`${ARTICLE},${open},,About open,awareness`);
    expect(exported).not.toContain(secret);
    const importing = (documentId: string) =>
      uploadCsv<{ changes: number; errorCount: number }>(
        ...[site, `${CSV}?dryRun=false`],
        `type,documentId,stage\n${ARTICLE},${documentId},decision\n`,
        editor
      );
    expect((await importing(open)).report).toMatchObject({ changes: 1, errorCount: 0 });
    expect((await importing(secret)).report).toMatchObject({ errorCount: 1 });
    expect(await tagsOf(site, ARTICLE, open)).toEqual(tagged);
    expect(await tagsOf(site, ARTICLE, secret)).toEqual(['draft: awareness', 'live: awareness']);
  });

  test('holds where rules are tried', async () => {
    await tagAll();
    const rule: SuggestionRule = {
      ...{ id: 'a', type: ARTICLE, stage: decision.documentId, personas: [] },
      when: { kind: 'words', in: ['title'], fields: [], words: ['about'] },
    };
    const path = '/buyer-journey/tagging/rules/test';
    const { body } = await call(site, 'POST', path, { token: editor, body: { rules: [rule] } });
    const { rules, disagreements } = body.data as RulesTrial;
    expect(rules).toMatchObject([{ fits: 1 }]);
    expect(disagreements).toMatchObject([{ documentId: open, title: 'About open' }]);
  });

  test('holds for the entries behind coverage', async () => {
    await tagAll();
    const path = '/buyer-journey/coverage/entries?stage=awareness';
    const { body } = await get(site, path, editor);
    expect(body.data as CoverageEntry[]).toMatchObject([
      { documentId: open, title: 'About open', stage: { slug: 'awareness' } },
    ]);
    expect(body).toMatchObject({ meta: { hidden: 1 } });
  });

  test('holds for the titles of what uses a stage', async () => {
    await tagAll();
    const reader = await signIn(site, [
      { action: 'plugin::buyer-journey.settings.read' },
      ...mayTag(ARTICLE, { fields, conditions: [condition] }),
    ]);
    const path = `/buyer-journey/taxonomy/stages/${awareness.documentId}/uses.csv`;
    const { text } = await get(site, path, reader);
    expect(text).toContain(open);
    expect(text).toContain('About open');
    expect(text).not.toContain('About secret');
  });
});
