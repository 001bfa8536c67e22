/** Transactions of tests that others meet. */
import type { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';

import { DATABASE_CLIENT } from './database';
import type { Site } from './site';

const WAITING =
  DATABASE_CLIENT === 'postgres'
    ? "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
    : `select 1 from information_schema.innodb_trx as trx
       join information_schema.processlist as process on process.id = trx.trx_mysql_thread_id
       where process.db = database() and trx.trx_state = 'LOCK WAIT'`;

/** Waits until somebody waits for a lock that the test holds. Not for SQLite, where all wait for all. */
export async function untilSomebodyWaits(site: Site): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    await setTimeout(150);
    const answer: unknown = await site.strapi.db.connection.raw(WAITING);
    const rows = Array.isArray(answer) ? (answer[0] as unknown[]) : (answer as Rows).rows;
    if (rows.length > 0) return;
  }
  throw new Error('Nobody waits for a lock.');
}

interface Rows {
  rows: unknown[];
}

/** What comes of something, or `waiting` when it takes longer than so many milliseconds. */
export async function within<Result>(
  ms: number,
  work: Promise<Result>
): Promise<Result | 'waiting'> {
  const cancel = new AbortController();
  try {
    return await Promise.race([work, setTimeout(ms, 'waiting' as const, cancel)]);
  } finally {
    cancel.abort();
  }
}

/** A transaction that is still open. */
export const openTransaction = (site: Site): Promise<Knex.Transaction> =>
  site.strapi.db.connection.transaction();
