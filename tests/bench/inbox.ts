/**
 * How long the inbox takes, next to Strapi's own list of the same items.
 * `BENCH_ITEMS` (50000), `BENCH_ROUNDS` (7) and `DATABASE_CLIENT` (sqlite) set what is measured.
 */
import { rowsOf } from '../../server/src/strapi';
import { getService } from '../../server/src/services';
import { type Inbox } from '../../contracts/sales-sourced/inbox';
import { ITEM_KINDS } from '../../contracts/sales-sourced/items';
import { get, signIn } from '../site/client';
import { DATABASE_CLIENT } from '../site/database';
import { aPersona, aRep, aStage } from '../site/people';
import { ITEM_UID } from '../site/sales';
import type { Site } from '../site/site';
import { contentType } from '../site/types';
import { measure, median, table } from './measure';

const ITEMS = Number(process.env.BENCH_ITEMS ?? 50_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
const ECHOES_PER_ITEM = 4;
const REPS = 40;
/** Rows per statement, within what SQLite takes. */
const CHUNK = 400;
const DAY = 24 * 60 * 60 * 1000;

const WORDS =
  'price contract migration login support security invoice training berth crane integration audit ' +
  'rollout licence latency backup export report trial reference uptime ticket schedule payment';

/** Items with stages, personas and reps, and their echoes, by bulk insert. */
async function fill(site: Site): Promise<void> {
  const { connection } = site.strapi.db;
  for (let position = 0; position < 6; position += 1) {
    await aStage(site, `Stage-${position}`, { position });
    await aPersona(site, `Persona-${position}`, { position });
  }
  const reps: string[] = [];
  for (let index = 0; index < REPS; index += 1) {
    reps.push((await aRep(site, `Rep ${index}`)).documentId);
  }
  const words = WORDS.split(' ');
  const word = (index: number) => words[index % words.length] ?? '';
  const items = Array.from({ length: ITEMS }, (_, index) => ({
    document_id: `bench${String(index).padStart(19, '0')}`,
    buyer_words: `What about ${word(index)} and ${word(index * 7 + 3)} for ${word(index * 13 + 5)} ${index}?`,
    kind: ITEM_KINDS[index % ITEM_KINDS.length],
    workflow_state: (['received', 'accepted', 'in_progress', 'declined'] as const)[index % 4],
    decline_reason: index % 4 === 3 ? 'Not now' : null,
    confirmed: true,
    created_at: new Date(Date.now() - (index % 700) * DAY),
    updated_at: new Date(Date.now() - (index % 700) * DAY),
  }));
  await connection.batchInsert('buyer_journey_sales_sourced_items', items, CHUNK / 4);
  const rows = await rowsOf<{ id: number }>(site.strapi, ITEM_UID).findMany({ select: ['id'] });
  const links = (table: string, column: string, targets: number) =>
    connection.batchInsert(
      table,
      rows.map(({ id }) => ({ sales_sourced_id: id, [column]: (id % targets) + 1 })),
      CHUNK
    );
  await links('buyer_journey_sales_sourced_items_stage_lnk', 'stage_id', 6);
  await links('buyer_journey_sales_sourced_items_personas_lnk', 'persona_id', 6);
  await links('buyer_journey_sales_sourced_items_rep_lnk', 'rep_id', REPS);
  const echoes = items.flatMap(({ document_id: item }, index) =>
    Array.from({ length: ECHOES_PER_ITEM }, (_, nth) => {
      const heardAt = new Date(Date.now() - ((index * 31 + nth * 97) % 600) * DAY);
      const day = heardAt.toISOString().slice(0, 10);
      const rep = reps[(index + nth) % REPS];
      return { item, origin: item, rep, day, heard_at: heardAt, by_merge: false };
    })
  );
  await connection.batchInsert('buyer_journey_echoes', echoes, CHUNK / 4);
  await getService(site.strapi, 'sales-sourced-admin').reconcileDemand();
  // PostgreSQL does so by itself, some minutes later.
  if (DATABASE_CLIENT === 'postgres') await connection.raw('analyze');
}

/** How many statements a request sends. */
async function statementsOf(site: Site, work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const listen = () => {
    count += 1;
  };
  site.strapi.db.connection.on('query', listen);
  await work();
  site.strapi.db.connection.off('query', listen);
  return count;
}

async function run(site: Site): Promise<void> {
  await fill(site);
  const token = await signIn(site);
  const ask = async (path: string) => {
    const { status, body } = await get(site, path, token);
    if (status !== 200) throw new Error(body.error?.message);
    return body;
  };
  const inbox = (query: string) => ask(`/buyer-journey/sales-sourced/items?${query}`);
  const { meta } = (await inbox('pageSize=25')) as unknown as Inbox;
  if (meta.pagination.total !== Math.ceil((ITEMS * 3) / 4)) throw new Error('Items are missing.');
  const few = await statementsOf(site, () => inbox('pageSize=10'));
  const many = await statementsOf(site, () => inbox('pageSize=100'));
  if (few !== many) throw new Error(`${few} statements for 10 items, ${many} for 100.`);

  const list = `/content-manager/collection-types/${ITEM_UID}?page=1&pageSize=25`;
  const base = await median(ROUNDS, () => ask(list));
  const similar = '/buyer-journey/sales-sourced/similar?text=';
  const results: [string, number][] = [
    ['Content Manager list, 25 items', base],
    ['inbox by demand, 25 items', await median(ROUNDS, () => inbox('pageSize=25'))],
    ['inbox, page 100', await median(ROUNDS, () => inbox('pageSize=25&page=100'))],
    [
      'inbox, unanswered of a stage',
      await median(ROUNDS, () => inbox('answered=false&stage=stage-1')),
    ],
    ['inbox, search', await median(ROUNDS, () => inbox('search=berth%20crane'))],
    [
      'similar items while typing',
      await median(ROUNDS, () =>
        ask(`${similar}What%20does%20the%20migration%20of%20invoices%20cost`)
      ),
    ],
    ['figures', await median(ROUNDS, () => ask('/buyer-journey/sales-sourced/figures'))],
  ];
  process.stdout.write(
    `\nInbox on ${DATABASE_CLIENT}: ${ITEMS.toLocaleString('en')} items, ` +
      `${(ITEMS * ECHOES_PER_ITEM).toLocaleString('en')} echoes, ${many} statements for a page of any ` +
      `size, medians of ${ROUNDS} rounds\n\n${table(results, base)}\n`
  );
}

measure({ types: [contentType('article'), contentType('faq', { draftAndPublish: false })] }, run);
