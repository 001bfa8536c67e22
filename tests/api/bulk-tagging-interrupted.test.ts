/** Bulk tagging on a server that goes down in between, and beside other servers. */
import { hostname } from 'node:os';

import type { BulkRun } from '../../contracts/bulk-tagging';
import { tableNameOf } from '../../server/src/strapi';
import { pruneRuns } from '../../server/src/tagging/bulk/prune';
import { call, get, signIn } from '../site/client';
import { serveElsewhere } from '../site/child';
import { aStage } from '../site/people';
import { startSite, type Site } from '../site/site';
import { addEntries } from '../site/tagging';
import { contentType } from '../site/types';

const ARTICLE = 'api::article.article';
const BULK = '/buyer-journey/tagging/bulk';
const BODY = { filter: {}, change: { stage: 'decision' } };
const ENTRIES = 5000;
const types = [contentType('article')];

let site: Site;
let token: string;
beforeAll(async () => {
  site = await startSite({ types });
  token = await signIn(site);
  await aStage(site, 'Decision');
  await addEntries(site, ARTICLE, ENTRIES);
});
afterAll(() => site.remove());

const dataOf = (answer: { body: { data?: unknown } }) => answer.body.data as BulkRun;
const post = async (path: string, body: object = {}) =>
  dataOf(await call(site, 'POST', BULK + path, { token, body }));
const runOf = async (id: number) => dataOf(await get(site, `${BULK}/${id}`, token));
const runsTable = () =>
  site.strapi.db.connection(tableNameOf(site.strapi, 'plugin::buyer-journey.tagging-run'));

async function until(id: number, holds: (run: BulkRun) => boolean): Promise<BulkRun> {
  for (const end = Date.now() + 40_000; Date.now() < end;) {
    const run = await runOf(id);
    if (holds(run)) return run;
  }
  throw new Error(`Waited in vain: ${JSON.stringify(await runOf(id))}`);
}

/** How many entries have how many tagged versions: of two, both or none. */
async function taggedVersions(): Promise<Record<number, number>> {
  const rows: { tagged: number | string }[] = await site.strapi.db
    .connection('articles as version')
    .leftJoin('articles_journey_stage_lnk as link', 'link.article_id', 'version.id')
    .groupBy('version.document_id')
    .select('version.document_id')
    .count({ tagged: 'link.id' });
  const counts: Record<number, number> = {};
  for (const { tagged } of rows) counts[Number(tagged)] = (counts[Number(tagged)] ?? 0) + 1;
  return counts;
}

test('killed half-way it leaves whole entries, says what is left, and goes on', async () => {
  await site.stop();
  const child = await serveElsewhere(site);
  site.url = child.url;
  const { id } = await post('', BODY);
  await until(id, ({ changed }) => changed > 0);
  await child.kill();

  await site.restart({ types });
  const run = await runOf(id);
  expect(run).toMatchObject({ state: 'interrupted', total: ENTRIES, failed: 0, same: 0 });
  expect(run.changed).toBeGreaterThan(0);
  expect(run.pending).toBeGreaterThan(0);
  expect(run.changed + run.pending).toBe(ENTRIES);
  expect(await taggedVersions()).toEqual({ 0: run.pending, 2: run.changed });

  await post(`/${id}/resume`);
  const done = await until(id, ({ state }) => state !== 'running');
  expect(done).toMatchObject({ state: 'done', changed: ENTRIES, pending: 0 });
  expect(await taggedVersions()).toEqual({ 2: ENTRIES });
});

test('a server that is stopped ends the chunk under way, and the undo goes on after its start', async () => {
  const [latest] = (await get(site, BULK, token)).body.data as BulkRun[];
  const id = latest?.id ?? 0;
  await post(`/${id}/undo`);
  await until(id, ({ undone }) => undone > 0);
  await site.strapi.destroy();
  site.strapi = undefined as never;
  await site.restart({ types });
  const run = await runOf(id);
  expect(run).toMatchObject({ state: 'interrupted', phase: 'undo', left: 0 });
  expect(await taggedVersions()).toEqual({ 0: run.undone, 2: run.changed });
  await post(`/${id}/resume`);
  await until(id, ({ state }) => state === 'done');
  expect(await taggedVersions()).toEqual({ 0: ENTRIES });
});

describe('the run of another server', () => {
  const claimElsewhere = (heartbeat: number, worker = 'another-host 1 x') =>
    runsTable().insert({
      ...{ kind: 'bulk', state: 'running', phase: 'tag', versions: 'both', claim: 'site' },
      ...{ user_name: 'Lea', started_at: new Date(), worker },
      ...{ heartbeat_at: new Date(Date.now() - heartbeat) },
      ...{ question: JSON.stringify(BODY), change: '{}' },
    });
  afterEach(async () => {
    await runsTable().where('user_name', 'Lea').delete();
  });

  test.each([
    ['another machine', 'another-host 1 x'],
    ['another container, whose process has the same number', `${hostname()} ${process.pid} x`],
  ])('on %s is left alone while that gives signs', async (_where, worker) => {
    await claimElsewhere(20_000, worker);
    const answer = await call(site, 'POST', BULK, { token, body: BODY });
    expect([answer.status, answer.body.error?.message]).toEqual([
      409,
      expect.stringContaining('Lea'),
    ]);
  });

  test('is interrupted at once where its process on this machine is gone', async () => {
    await claimElsewhere(20_000, `${hostname()} 99999999 x`);
    const latest = (await get(site, BULK, token)).body.data as BulkRun[];
    expect(latest.find(({ by }) => by === 'Lea')?.state).toBe('interrupted');
  });

  test('is interrupted once that has given none for a minute', async () => {
    await claimElsewhere(61_000);
    const { id } = await post('', { ...BODY, filter: { words: 'nothing like it' } });
    expect(await until(id, ({ state }) => state !== 'running')).toMatchObject({ total: 0 });
    const latest = (await get(site, BULK, token)).body.data as BulkRun[];
    expect(latest.find(({ by }) => by === 'Lea')?.state).toBe('interrupted');
  });
});

test('old runs are forgotten after thirty days', async () => {
  const count = () =>
    site.strapi.db.query('plugin::buyer-journey.tagging-change').count({ where: {} });
  const days = (number: number) => new Date(Date.now() + number * 24 * 60 * 60 * 1000);
  expect(await pruneRuns(site.strapi, days(29))).toBe(0);
  expect(await count()).toBe(ENTRIES);
  expect(await pruneRuns(site.strapi, days(31))).toBe(2);
  expect(await count()).toBe(0);
  expect((await get(site, BULK, token)).body.data).toEqual([]);
});
