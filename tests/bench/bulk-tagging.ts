/**
 * What tagging in bulk takes, and what everybody else notices of it.
 * `BENCH_ENTRIES` (10000), `DATABASE_CLIENT` (sqlite) set what is measured.
 */
import type { BulkRun } from '../../contracts/bulk-tagging';
import { call, get, signIn } from '../site/client';
import { DATABASE_CLIENT } from '../site/database';
import { updateDocument } from '../site/documents';
import { aPersona, aStage } from '../site/people';
import type { Site } from '../site/site';
import { addEntries, anEntry } from '../site/tagging';
import { contentType } from '../site/types';
import { measure } from './measure';

const ENTRIES = Number(process.env.BENCH_ENTRIES ?? 10_000);
const ARTICLE = 'api::article.article';
const PAGE = 'api::page.page';
const BULK = '/buyer-journey/tagging/bulk';
const BODY = {
  filter: { type: [ARTICLE] },
  change: { stage: 'decision', personas: { mode: 'add', slugs: ['cfo', 'champion'] } },
};
const MB = 1024 * 1024;

/** Milliseconds that each call took. */
interface Latencies {
  reads: number[];
  saves: number[];
}

async function timed(times: number[], work: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await work();
  times.push(performance.now() - start);
}

const sorted = (times: number[]) => [...times].sort((a, b) => a - b);
const medianOf = (times: number[]) => sorted(times)[Math.floor(times.length / 2)] ?? NaN;
const spread = (times: number[]) =>
  `${medianOf(times).toFixed(0)} / ${Math.max(...times).toFixed(0)} ms (${times.length})`;

/** Somebody who lists entries and saves one, over and over, until told to stop. */
function somebodyElse(site: Site, token: string, saved: string) {
  const times: Latencies = { reads: [], saves: [] };
  let isOver = false;
  const list = `/content-manager/collection-types/${ARTICLE}?page=1&pageSize=10`;
  const work = async () => {
    for (let round = 0; !isOver; round += 1) {
      await timed(times.reads, () => get(site, list, token));
      await timed(times.saves, () => updateDocument(site, PAGE, saved, { title: `Save ${round}` }));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const working = work();
  return async () => {
    isOver = true;
    await working;
    return times;
  };
}

/** Lengths of the transactions of one instance, in milliseconds, told by its own statements. */
function transactionsOf({ strapi }: Site): number[] {
  const lengths: number[] = [];
  const begun = new Map<string, number>();
  interface Query {
    sql: string;
    __knexUid: string;
  }
  strapi.db.connection.on('query', ({ sql, __knexUid: connection }: Query) => {
    if (/^begin/i.test(sql)) begun.set(connection, performance.now());
  });
  strapi.db.connection.on('query-response', (_answer: unknown, query: Query) => {
    const start = begun.get(query.__knexUid);
    if (!/^(commit|rollback)/i.test(query.sql) || start === undefined) return;
    lengths.push(performance.now() - start);
    begun.delete(query.__knexUid);
  });
  return lengths;
}

/** Largest memory of the process, as it is looked at every 20 ms. */
function watchMemory() {
  let most = process.memoryUsage().rss;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  return () => {
    clearInterval(timer);
    return most;
  };
}

async function ended(site: Site, token: string, id: number): Promise<BulkRun> {
  for (;;) {
    const run = (await get(site, `${BULK}/${id}`, token)).body.data as BulkRun;
    if (run.state !== 'running') return run;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

interface Measured {
  run: BulkRun;
  seconds: number;
  times: Latencies;
  longest: number;
  rss: number;
}

async function measureRun(
  site: Site,
  token: string,
  saved: string,
  path: string,
  body: object
): Promise<Measured> {
  const lengths = transactionsOf(site);
  const stopWatching = watchMemory();
  const stop = somebodyElse(site, token, saved);
  const start = performance.now();
  const { status, body: answer } = await call(site, 'POST', path, { token, body });
  if (status !== 202) throw new Error(JSON.stringify(answer));
  const run = await ended(site, token, (answer.data as BulkRun).id);
  const seconds = (performance.now() - start) / 1000;
  const times = await stop();
  return { run, seconds, times, longest: Math.max(...lengths), rss: stopWatching() };
}

async function measureTagging(site: Site): Promise<void> {
  await aStage(site, 'Decision');
  await aPersona(site, 'CFO');
  await aPersona(site, 'Champion');
  await addEntries(site, ARTICLE, ENTRIES);
  const saved = await anEntry(site, PAGE, { title: 'Saved meanwhile' });
  const token = await signIn(site);

  const still = somebodyElse(site, token, saved);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const atRest = await still();
  const before = process.memoryUsage().rss;
  const start = performance.now();
  await call(site, 'POST', `${BULK}/preview`, { token, body: BODY });
  const preview = performance.now() - start;
  const tagged = await measureRun(site, token, saved, BULK, BODY);
  const undone = await measureRun(site, token, saved, `${BULK}/${tagged.run.id}/undo`, {});
  if (tagged.run.changed !== ENTRIES || undone.run.undone !== ENTRIES) {
    throw new Error(`Entries are missing: ${JSON.stringify([tagged.run, undone.run])}`);
  }

  const rows: [string, string, string][] = [
    ['', 'tag', 'undo'],
    ['seconds', tagged.seconds.toFixed(1), undone.seconds.toFixed(1)],
    [
      'entries per second',
      (ENTRIES / tagged.seconds).toFixed(0),
      (ENTRIES / undone.seconds).toFixed(0),
    ],
    ['longest transaction', `${tagged.longest.toFixed(0)} ms`, `${undone.longest.toFixed(0)} ms`],
    ['memory at most', `${(tagged.rss / MB).toFixed(0)} MB`, `${(undone.rss / MB).toFixed(0)} MB`],
    ['others list: median / max (n)', spread(tagged.times.reads), spread(undone.times.reads)],
    ['others save: median / max (n)', spread(tagged.times.saves), spread(undone.times.saves)],
  ];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0))
  );
  const lines = rows.map((row) =>
    row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ')
  );
  process.stdout.write(
    `\nBulk tagging on ${DATABASE_CLIENT}: ${ENTRIES.toLocaleString('en')} entries, draft and published, ` +
      `a stage and two personas each\n` +
      `at rest others list in ${spread(atRest.reads)} and save in ${spread(atRest.saves)}; ` +
      `memory ${(before / MB).toFixed(0)} MB; preview ${preview.toFixed(0)} ms\n\n${lines.join('\n')}\n`
  );
}

measure({ types: [contentType('article'), contentType('page')] }, measureTagging);
