/**
 * How long the inbox takes, next to Strapi's own list of the same items.
 * `BENCH_ITEMS` (50000), `BENCH_ROUNDS` (7) and `DATABASE_CLIENT` (sqlite) set what is measured.
 */
import { type Inbox } from '../../contracts/sales-sourced/inbox';
import { get, signIn } from '../site/client';
import { DATABASE_CLIENT } from '../site/database';
import { aPersona, aStage } from '../site/people';
import { ITEM_UID } from '../site/sales';
import type { Site } from '../site/site';
import { contentType } from '../site/types';
import { addItems, ECHOES_PER_ITEM } from './fill-items';
import { measure, median, table } from './measure';
import { statementsOf } from './statements';

const TERMS = 6;
const ITEMS = Number(process.env.BENCH_ITEMS ?? 50_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
/** Stages, personas, items with both, and their echoes. */
async function fill(site: Site): Promise<void> {
  for (let position = 0; position < TERMS; position += 1) {
    await aStage(site, `Stage-${position}`, { position });
    await aPersona(site, `Persona-${position}`, { position });
  }
  await addItems(site, { items: ITEMS, stages: TERMS, personas: TERMS });
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
  const { length: few } = await statementsOf(site, () => inbox('pageSize=10'));
  const { length: many } = await statementsOf(site, () => inbox('pageSize=100'));
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
