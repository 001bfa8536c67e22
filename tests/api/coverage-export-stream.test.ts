/** Exporting very many entries: page by page, no faster than they are taken, and whole or not at all. */
import type { Readable } from 'node:stream';

import { getService } from '../../server/src/services';
import { adminService, modelOf, pluginService, type JoinTable } from '../../server/src/strapi';
import { addDocuments, BENCH_TYPES } from '../bench/fill';
import { growTerms, type Terms } from '../bench/tags';
import { get, signIn } from '../site/client';
import { exported, parseExport } from '../site/csv';
import { startSite, type Site } from '../site/site';

const DOCUMENTS = 20_000;
const PAGE = 500;
const ARTICLE = 'api::article.article';

let site: Site;
let token: string;
let ability: object;
beforeAll(async () => {
  site = await startSite({ types: BENCH_TYPES });
  // Before the ability is made: it names the locales that there are.
  await pluginService<Locales>(site.strapi, 'i18n', 'locales').create({ code: 'de', name: 'de' });
  const terms: Terms = { stages: [], personas: [], reps: [] };
  await growTerms(site, terms, { stages: 6, personas: 8 });
  await addDocuments(site, terms, { from: 0, to: DOCUMENTS });
  token = await signIn(site);
  ability = await superAdminAbility();
}, 120_000);
afterAll(() => site.remove());
afterEach(() => {
  jest.restoreAllMocks();
});

interface Locales {
  create(locale: object): Promise<unknown>;
}

interface Permissions {
  engine: { generateUserAbility(user: object): Promise<object> };
}

async function superAdminAbility(): Promise<object> {
  const user = (await site.strapi.db
    .query('admin::user')
    .findOne({ where: {}, populate: ['roles'] })) as object;
  return adminService<Permissions>(site.strapi, 'permission').engine.generateUserAbility(user);
}

/** The lines of an export, as the controller sends them. */
async function linesOf(stage?: string): Promise<Readable> {
  const { lines } = await getService(site.strapi, 'coverage').exportEntries({ stage }, ability);
  return lines;
}

const rowsIn = (lines: string) => lines.split('\r\n').length - 1;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Counts the statements that run from now on. */
function countStatements() {
  let statements = 0;
  const count = () => {
    statements += 1;
  };
  site.strapi.db.connection.on('query', count);
  return {
    soFar: () => statements,
    stop: () => site.strapi.db.connection.off('query', count),
  };
}

/** Longer than a page takes on a slow database. */
const A_WHILE = 2_000;

/** Waits until no statement has run for a while. */
async function untilQuiet({ soFar }: { soFar: () => number }): Promise<number> {
  for (let before = -1; before !== soFar();) {
    before = soFar();
    await pause(A_WHILE);
  }
  return soFar();
}

const download = (signal?: AbortSignal) =>
  fetch(`${site.url}/buyer-journey/coverage/export/entries`, {
    headers: { authorization: `Bearer ${token}` },
    signal,
  });

test('tells every document once, last published first', async () => {
  const { rows, head } = await exported(site, 'entries', '', token);
  expect(rows).toHaveLength(DOCUMENTS);
  expect(head['listed entries']).toBe(String(DOCUMENTS));
  expect(new Set(rows.map(({ type, documentId }) => `${type} ${documentId}`)).size).toBe(DOCUMENTS);
  const moments = rows.map(({ publishedAt }) => publishedAt);
  expect(moments).toEqual([...moments].sort().reverse());
});

test('reads a page at a time, and the next one only when the last is taken', async () => {
  const lines = await linesOf();
  const statements = countStatements();
  let pages = 0;
  let before = 0;
  for await (const chunk of lines as AsyncIterable<string>) {
    pages += 1;
    if (pages > 1) expect(rowsIn(chunk)).toBeLessThanOrEqual(PAGE);
    // Whoever is slow is waited for: time enough for all the rest, and one page is read ahead.
    if (pages === 3 || pages === 20) await pause(1500);
    expect(statements.soFar() - before).toBeLessThanOrEqual(2 * 40);
    before = statements.soFar();
  }
  statements.stop();
  expect(pages).toBe(DOCUMENTS / PAGE + 1);
});

test('stops reading when the client goes away, and holds nothing up', async () => {
  const whole = countStatements();
  await (await download()).text();
  whole.stop();

  const statements = countStatements();
  const abort = new AbortController();
  const reader = (await download(abort.signal)).body?.getReader();
  await reader?.read();
  await reader?.read();
  abort.abort();
  const atRest = await untilQuiet(statements);
  statements.stop();
  expect(atRest).toBeLessThan(whole.soFar() / 2);
  expect((await get(site, '/buyer-journey/coverage/filters', token)).status).toBe(200);
});

test('ends its reading when the lines are no longer wanted', async () => {
  const lines = await linesOf();
  const statements = countStatements();
  for await (const chunk of lines as AsyncIterable<string>) {
    if (rowsIn(chunk) > 0) break;
  }
  expect(lines.destroyed).toBe(true);
  const atRest = await untilQuiet(statements);
  await pause(300);
  expect(statements.soFar()).toBe(atRest);
  statements.stop();
});

test('breaks the connection when a page fails, so that no short file looks whole', async () => {
  const query = site.strapi.db.query.bind(site.strapi.db);
  let asked = 0;
  jest.spyOn(site.strapi.db, 'query').mockImplementation((uid) => {
    if (uid === ARTICLE && (asked += 1) > 5) throw new Error('The disk is full.');
    return query(uid);
  });
  jest.spyOn(site.strapi.log, 'error').mockImplementation(() => site.strapi.log);
  const response = await download();
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow('terminated');
  expect(asked).toBeGreaterThan(5);
});

test('tells a document once that loses its newest version meanwhile', async () => {
  const model = modelOf(site.strapi, ARTICLE);
  if (!model) throw new Error('There are no articles.');
  const { rows } = await exported(site, 'entries', `type=${ARTICLE}&stage=stage-0`, token);
  const documentId = rows[0]?.documentId;
  const { connection } = site.strapi.db;
  const [stage] = (await site.strapi.db
    .query('plugin::buyer-journey.stage')
    .findMany({ where: { slug: 'stage-0' } })) as { id: number }[];
  const live = connection(model.tableName)
    .where({ document_id: documentId })
    .whereNotNull('published_at');
  // Older than all else, in another locale.
  const id = 1_000_000;
  await connection(model.tableName).insert({
    ...{ id, document_id: documentId, title: 'Alt', locale: 'de' },
    published_at: new Date('2020-01-01T00:00:00Z'),
  });
  const { name, joinColumn, inverseJoinColumn } = model.attributes.journeyStage
    ?.joinTable as JoinTable;
  await connection(name).insert({ [joinColumn.name]: id, [inverseJoinColumn.name]: stage?.id });

  let text = '';
  let isTaken = false;
  for await (const chunk of (await linesOf()) as AsyncIterable<string>) {
    text += chunk;
    if (!isTaken && chunk.includes(`${ARTICLE},Article,${documentId},`)) {
      isTaken = true;
      await live.clone().where({ locale: 'en' }).delete();
    }
  }
  const told = parseExport(text).rows.filter(
    (row) => row.contentType === ARTICLE && row.documentId === documentId
  );
  expect(told).toHaveLength(1);
  expect(isTaken).toBe(true);
});
