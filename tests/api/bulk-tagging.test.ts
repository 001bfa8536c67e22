/** Bulk tagging: preview, progress, cancel, undo; errors lose nothing but what they are about. */
import type { BulkErrors, BulkPreview, BulkRun } from '../../contracts/bulk-tagging';
import { getService } from '../../server/src/services';
import { linkTableOf, tableNameOf } from '../../server/src/strapi';
import { replaceTags } from '../../server/src/tagging/tag-links';
import { tablesOf } from '../../server/src/type-tables';
import { call, get, signIn } from '../site/client';
import { DATABASE_CLIENT } from '../site/database';
import { emptyTypes, updateDocument, versionsOf, type Doc } from '../site/documents';
import { openTransaction, untilSomebodyWaits, within } from '../site/locks';
import { aPersona, aStage } from '../site/people';
import { startSite, type Site } from '../site/site';
import { anEntry, addEntries, mayTag, TAG, tagsOf } from '../site/tagging';
import { contentType } from '../site/types';

const ARTICLE = 'api::article.article';
const FAQ = 'api::faq.faq';
const BULK = '/buyer-journey/tagging/bulk';
const TO_DECISION = { change: { stage: 'decision' } };

let site: Site;
let token: string;
let awareness: Doc;
let decision: Doc;
let cfo: Doc;

const types = [contentType('article'), contentType('faq', { draftAndPublish: false })];
beforeAll(async () => {
  site = await startSite({ types });
  token = await signIn(site);
  awareness = await aStage(site, 'Awareness');
  decision = await aStage(site, 'Decision', { position: 1 });
  cfo = await aPersona(site, 'CFO');
  await aPersona(site, 'Champion');
});
afterAll(() => site.remove());
afterEach(() => emptyTypes(site, ARTICLE, FAQ));

const post = (path: string, body: object = {}, by = token) =>
  call(site, 'POST', `${BULK}${path}`, { token: by, body });
const start = async (body: object, by = token) => {
  const { status, body: answer } = await post('', { filter: {}, ...body }, by);
  if (status !== 202) throw new Error(JSON.stringify(answer));
  return answer.data as BulkRun;
};
const runOf = async (id: number) => (await get(site, `${BULK}/${id}`, token)).body.data as BulkRun;

/** The run once it is no longer under way. */
async function ended(id: number): Promise<BulkRun> {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    const run = await runOf(id);
    if (run.state !== 'running') return run;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The run does not end.');
}
const tagAll = async (body: object, by = token) => ended((await start(body, by)).id);

test('tags what fits the filter, drafts and live versions, and brings it back', async () => {
  const wanted = await anEntry(site, ARTICLE, { title: 'A berth', personas: [cfo.id] });
  await updateDocument(site, ARTICLE, wanted, { title: 'A berth, edited' });
  const other = await anEntry(site, ARTICLE, { title: 'A crane' });
  const faq = await anEntry(site, FAQ, { title: 'Which berth?', journeyStage: awareness.id });
  const change = { stage: 'decision', personas: { mode: 'add', slugs: ['champion'] } };
  const run = await tagAll({ filter: { words: 'berth' }, change });
  expect(run).toMatchObject({
    ...{ state: 'done', phase: 'tag', total: 2, changed: 2, same: 0, failed: 0, pending: 0 },
    ...{
      filter: { words: 'berth' },
      change,
      versions: 'both',
      by: expect.stringMatching(/^Person/) as string,
    },
  });
  expect(await tagsOf(site, ARTICLE, wanted)).toEqual([
    'draft: decision | cfo champion',
    'live: decision | cfo champion',
  ]);
  expect(await tagsOf(site, ARTICLE, other)).toEqual(['draft: -', 'live: -']);
  expect(await tagsOf(site, FAQ, faq)).toEqual(['live: decision | champion']);

  await updateDocument(site, FAQ, faq, { personas: [] });
  expect((await post(`/${run.id}/undo`)).status).toBe(202);
  expect(await ended(run.id)).toMatchObject({
    ...{ state: 'done', phase: 'undo', total: 2, changed: 0, undone: 1, left: 1 },
  });
  expect(await tagsOf(site, ARTICLE, wanted)).toEqual(['draft: - | cfo', 'live: - | cfo']);
  expect(await tagsOf(site, FAQ, faq)).toEqual(['live: decision']);
  const { data } = (await get(site, `${BULK}/${run.id}/errors`, token))
    .body as unknown as BulkErrors;
  expect(data).toEqual([
    {
      ...{ type: FAQ, typeName: 'Faq', kind: 'collectionType', documentId: faq, locale: null },
      ...{ title: 'Which berth?', problem: 'changedSince' },
    },
  ]);
  expect((await post(`/${run.id}/undo`)).status).toBe(400);
});

test('previews what would happen, and exactly that happens', async () => {
  await anEntry(site, ARTICLE, { title: 'To change' });
  const half = await anEntry(site, ARTICLE, { title: 'Half tagged' });
  const tagged = { journeyStage: decision.id, personas: [cfo.id] };
  await updateDocument(site, ARTICLE, half, tagged);
  await anEntry(site, ARTICLE, { title: 'Tagged', ...tagged });
  await anEntry(site, FAQ, { title: 'More', ...tagged, personas: [] });
  const editor = await signIn(site, [
    { action: TAG },
    ...mayTag(ARTICLE),
    {
      action: 'plugin::content-manager.explorer.read',
      subject: FAQ,
      properties: { fields: ['title'] },
    },
  ]);
  const changes = [
    { stage: 'decision', personas: { mode: 'set', slugs: ['cfo'] } },
    { personas: { mode: 'add', slugs: ['cfo'] } },
    { personas: { mode: 'remove', slugs: ['cfo'] } },
    { personas: { mode: 'set', slugs: [] } },
    { personas: { mode: 'add', slugs: [] } },
    { stage: null },
  ];
  const expected = [
    { matching: 4, notEditable: 1, same: 1, changing: 2 },
    { matching: 4, notEditable: 1, same: 1, changing: 2 },
    { matching: 4, notEditable: 1, same: 1, changing: 2 },
    { matching: 4, notEditable: 1, same: 1, changing: 2 },
    { matching: 4, notEditable: 1, same: 3, changing: 0 },
    { matching: 4, notEditable: 1, same: 1, changing: 2 },
  ];
  for (const [index, change] of changes.entries()) {
    const { body } = await post('/preview', { filter: {}, change }, editor);
    const preview = body.data as BulkPreview;
    expect([change, preview.totals]).toEqual([change, expected[index]]);
    expect(preview.sample).toHaveLength(preview.totals.changing);
    const run = await tagAll({ change }, editor);
    expect([change, run.changed, run.same]).toEqual([
      ...[change, preview.totals.changing, preview.totals.same],
    ]);
    await post(`/${run.id}/undo`, {}, editor);
    expect(await ended(run.id)).toMatchObject({ undone: run.changed, left: 0 });
  }
  const drafts = { filter: {}, change: changes[0], versions: 'draft' };
  expect((await post('/preview', drafts, editor)).body.data).toMatchObject({
    totals: { same: 2, changing: 1 },
    types: [
      { type: ARTICLE, displayName: 'Article', draftOnly: false, matching: 3 },
      { type: FAQ, matching: 1, notEditable: 1 },
    ],
    sample: [{ title: 'To change' }],
  });
});

test('counts and tags entries of a type once, however often the type is named', async () => {
  await anEntry(site, ARTICLE, { title: 'One' });
  const body = { filter: { type: [ARTICLE, ARTICLE] }, ...TO_DECISION };
  const preview = (await post('/preview', body)).body.data as BulkPreview;
  expect(preview.totals).toMatchObject({ matching: 1, changing: 1 });
  expect(preview.types).toHaveLength(1);
  expect(await tagAll(body)).toMatchObject({ total: 1, changed: 1, same: 0 });
});

test('tags drafts alone where the user may not publish, and says so before', async () => {
  const documentId = await anEntry(site, ARTICLE, { title: 'One' });
  const editor = await signIn(site, [{ action: TAG }, ...mayTag(ARTICLE, { publish: false })]);
  const { body } = await post('/preview', { filter: {}, ...TO_DECISION }, editor);
  expect(body.data).toMatchObject({ types: [{ draftOnly: true, changing: 1 }] });
  await tagAll(TO_DECISION, editor);
  expect(await tagsOf(site, ARTICLE, documentId)).toEqual(['draft: decision', 'live: -']);
});

test('is about what was there when it began, and lists what is gone by then', async () => {
  await addEntries(site, FAQ, 1500);
  const { id, total } = await start(TO_DECISION);
  expect(total).toBe(1500);
  await post(`/${id}/cancel`);
  const late = await anEntry(site, FAQ, { title: 'Late' });
  const [last] = await versionsOf(site, FAQ).findMany({ sort: 'id:desc', start: 1, limit: 1 });
  await versionsOf(site, FAQ).delete({ documentId: last?.documentId });
  await post(`/${id}/resume`);
  const run = await ended(id);
  expect(run).toMatchObject({ total: 1500, changed: 1499, failed: 1 });
  expect(await tagsOf(site, FAQ, late)).toEqual(['live: -']);
  const errors = (await get(site, `${BULK}/${id}/errors`, token)).body;
  expect(errors).toMatchObject({
    data: [{ documentId: last?.documentId, title: null, problem: 'gone' }],
    meta: { pagination: { page: 1, pageSize: 25, pageCount: 1, total: 1 } },
  });
});

test('is cancelled after the chunk under way, and what is left is resumed', async () => {
  await addEntries(site, FAQ, 1500);
  const { id } = await start(TO_DECISION);
  const cancelled = (await post(`/${id}/cancel`)).body.data as BulkRun;
  expect(cancelled).toMatchObject({ state: 'cancelled', total: 1500 });
  expect(cancelled.pending).toBeGreaterThan(0);
  expect(cancelled.changed + cancelled.pending).toBe(1500);
  const tagged = await site.strapi.db
    .query(FAQ)
    .count({ where: { journeyStage: { $notNull: true } } });
  expect(tagged).toBe(cancelled.changed);
  expect((await post(`/${id}/resume`)).status).toBe(202);
  expect(await ended(id)).toMatchObject({ state: 'done', changed: 1500, pending: 0 });
  expect((await post(`/${id}/resume`)).status).toBe(400);
  // A run that is done stays as it is.
  expect((await post(`/${id}/cancel`)).body.data).toMatchObject({ state: 'done' });
});

test('is done one at a time, and the second one is told by whom', async () => {
  await addEntries(site, FAQ, 1500);
  const first = await start(TO_DECISION);
  const second = await post('', { filter: {}, ...TO_DECISION });
  expect([second.status, second.body.error]).toMatchObject([
    409,
    { details: { reason: 'running', run: { id: first.id, by: first.by } } },
  ]);
  expect(second.body.error?.message).toContain(first.by);
  expect((await post(`/${first.id}/undo`)).status).toBe(409);
  await post(`/${first.id}/cancel`);
  expect(await tagAll(TO_DECISION)).toMatchObject({
    state: 'done',
    changed: 1500 - (await runOf(first.id)).changed,
  });
  const { data } = (await get(site, BULK, token)).body as unknown as { data: BulkRun[] };
  expect(data.slice(0, 2).map(({ state }) => state)).toEqual(['done', 'cancelled']);
});

test('passes over an entry that the database refuses, and loses nothing else', async () => {
  jest.spyOn(site.strapi.log, 'error').mockImplementation();
  await addEntries(site, FAQ, 300);
  const [bad] = await versionsOf(site, FAQ).findMany({ sort: 'id:asc', start: 130, limit: 1 });
  const allow = await refuse('faqs_journey_stage_lnk', (row) => `${row}faq_id = ${bad?.id}`);
  const run = await tagAll(TO_DECISION);
  await allow();
  expect(run).toMatchObject({ state: 'done', changed: 299, failed: 1 });
  const { body } = await get(site, `${BULK}/${run.id}/errors`, token);
  expect(body.data).toMatchObject([{ documentId: bad?.documentId, problem: 'database' }]);
});

test('tags nothing that it could not write down', async () => {
  jest.spyOn(site.strapi.log, 'error').mockImplementation();
  await addEntries(site, FAQ, 5);
  const [bad] = await versionsOf(site, FAQ).findMany({ sort: 'id:asc', start: 2, limit: 1 });
  const allow = await refuse(
    'buyer_journey_tagging_changes',
    (row) => `${row}document = '${bad?.documentId}' and ${row}state = 'changed'`
  );
  const run = await tagAll(TO_DECISION);
  await allow();
  expect(run).toMatchObject({ state: 'done', changed: 4, failed: 1 });
  expect(await tagsOf(site, FAQ, bad?.documentId ?? '')).toEqual(['live: -']);
});

/**
 * Has the database refuse some rows of a table.
 * @param condition SQL, given what stands before the name of a column.
 * @returns what takes that back.
 */
async function refuse(
  table: string,
  condition: (row: string) => string
): Promise<() => Promise<unknown>> {
  const { connection } = site.strapi.db;
  if (DATABASE_CLIENT === 'postgres') {
    // What is there already is not looked at.
    await connection.raw(
      `alter table ${table} add constraint refused check (not (${condition('')})) not valid`
    );
    return () => connection.raw(`alter table ${table} drop constraint refused`);
  }
  const trigger =
    DATABASE_CLIENT === 'sqlite'
      ? `when ${condition('new.')} begin select raise(abort, 'refused'); end`
      : `for each row begin if ${condition('new.')} then signal sqlstate '45000'; end if; end`;
  await connection.raw(`create trigger refused before insert on ${table} ${trigger}`);
  return () => connection.raw('drop trigger refused');
}

test('fails as a whole where what is tagged with is gone, and says so', async () => {
  jest.spyOn(site.strapi.log, 'error').mockImplementation();
  const brief = await aStage(site, 'Brief');
  await addEntries(site, FAQ, 900);
  const { id } = await start({ change: { stage: 'brief' } });
  await post(`/${id}/cancel`);
  await site.strapi.db.connection('faqs_journey_stage_lnk').delete();
  await versionsOf(site, 'plugin::buyer-journey.stage').delete({ documentId: brief.documentId });
  await post(`/${id}/resume`);
  const run = await ended(id);
  expect(run).toMatchObject({
    state: 'failed',
    problem: expect.stringContaining('stage') as string,
  });
  expect(run.pending).toBeGreaterThan(0);
});

// With SQLite nobody saves meanwhile.
if (DATABASE_CLIENT !== 'sqlite') {
  describe('while somebody saves one of the entries', () => {
    /** A save that is not committed yet: the entry is held, and has one persona more. */
    async function saving(documentId: string) {
      const [draft] = await versionsOf(site, ARTICLE).findMany({ documentId });
      const { name, joinColumn, inverseJoinColumn } = linkTableOf(site.strapi, ARTICLE, 'personas');
      const save = await openTransaction(site);
      const articles = save(tableNameOf(site.strapi, ARTICLE));
      await articles.where({ id: draft?.id }).update({ title: 'Edited' });
      await save(name).insert({
        ...{ [joinColumn.name]: draft?.id, [inverseJoinColumn.name]: cfo.id },
      });
      return save;
    }

    test('a run begins at once', async () => {
      const documentId = await anEntry(site, ARTICLE, { title: 'A' }, { isLive: false });
      const save = await saving(documentId);
      const started = await within(5_000, start(TO_DECISION));
      await save.commit();
      expect(started).toMatchObject({ total: 1 });
      expect(await ended((started as BulkRun).id)).toMatchObject({ state: 'done', changed: 1 });
    });

    test('tags of entries that had none keep nobody from tagging others', async () => {
      const tagging = getService(site.strapi, 'tagging');
      const type = tagging.taggedType(ARTICLE);
      const tables = tablesOf(site.strapi, type, tagging.fieldNames());
      await addEntries(site, ARTICLE, 2);
      const drafts = await versionsOf(site, ARTICLE).findMany({});
      const [one, other] = drafts.map(({ id }) => id) as [number, number];
      const untagged = { stage: null, personas: [], contributors: [] };
      const tags = (id: number) => [
        { id, before: untagged, after: { ...untagged, stage: awareness.id, personas: [cfo.id] } },
      ];
      const [first, second] = [await openTransaction(site), await openTransaction(site)];
      await replaceTags(site.strapi, first, tables, tags(one));
      const replaced = await within(5_000, replaceTags(site.strapi, second, tables, tags(other)));
      await first.commit();
      await second.commit();
      expect(replaced).toBeUndefined();
    });

    test('a run adds to what is saved', async () => {
      const documentId = await anEntry(site, ARTICLE, { title: 'A' }, { isLive: false });
      const save = await saving(documentId);
      const { id } = await start({ change: { personas: { mode: 'add', slugs: ['champion'] } } });
      await untilSomebodyWaits(site);
      await save.commit();
      expect(await ended(id)).toMatchObject({ state: 'done', changed: 1 });
      expect(await tagsOf(site, ARTICLE, documentId)).toEqual(['draft: - | cfo champion']);
    });
  });
}

test.each([
  ['filter', { filter: undefined }],
  ['filter.type', { filter: { type: [] } }],
  ['type', { filter: { type: ['api::nothing.nothing'] } }],
  ['filter.value', { filter: { field: 'title' } }],
  ['field', { filter: { field: 'nosuchfield', value: 'x' } }],
  ['filter.without', { filter: { without: 'any' } }],
  ['filter.surprise', { filter: { surprise: 1 } }],
  ['filter.words', { filter: { words: 'a\0b' } }],
  ['filter.changedFrom', { filter: { changedFrom: 'soon' } }],
  ['locale', { filter: { locale: 'xx' } }],
  ['change', { change: {} }],
  ['change.stage', { change: { stage: 'nosuchstage' } }],
  ['versions', { versions: 'live' }],
])('refuses a wrong %s: %j', async (field, wrong) => {
  for (const path of ['', '/preview']) {
    const answer = await post(path, { filter: {}, ...TO_DECISION, ...wrong });
    expect([answer.status, answer.body.error?.message]).toEqual([
      400,
      expect.stringContaining(field),
    ]);
  }
});

test.each(['0', 'x', '%00', '9'.repeat(40)])('refuses the run %s', async (id) => {
  expect((await get(site, `${BULK}/${id}`, token)).status).toBe(400);
});

test.each(['987654', '999999999999999'])('knows no run %s', async (id) => {
  expect((await get(site, `${BULK}/${id}`, token)).status).toBe(404);
  expect((await get(site, `${BULK}/${id}/errors`, token)).status).toBe(404);
  for (const action of ['cancel', 'resume', 'undo']) {
    expect((await post(`/${id}/${action}`)).status).toBe(404);
  }
});
