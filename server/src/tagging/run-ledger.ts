/** The ledger of tagging runs: what was asked for, and what became of each entry. */
import type { Knex } from 'knex';

import type { RunState } from '../../../contracts/bulk-tagging';
import type { EntryFilter, TagChange, TagProblem, Versions } from '../../../contracts/tag-change';
import { inChunks } from '../chunks';
import { TAGGING_CHANGE_UID, TAGGING_RUN_UID } from '../constants';
import { rowsOf, tableIn, tableNameOf, type AdminUser, type Strapi, type Trx } from '../strapi';
import type { KeptChange } from './change';
import type { VersionChange } from './tag-documents';

/** What a run was asked to do, as people name it. */
export interface Question {
  filter: EntryFilter;
  change: TagChange;
}

export interface RunRow {
  id: number;
  kind: 'entries' | 'bulk';
  state: RunState;
  phase: 'tag' | 'undo';
  /** Why it could not go on, in a sentence. */
  problem: string | null;
  userId: number | null;
  userName: string | null;
  startedAt: string | Date;
  finishedAt: string | Date | null;
  question: Question;
  change: KeptChange;
  versions: Versions;
  claim: string | null;
  worker: string | null;
  heartbeatAt: string | Date | null;
}

export type ChangeState = 'pending' | 'changed' | 'same' | 'failed' | 'undone' | 'left';

/** An entry of a run, as its table holds it. */
export interface ChangeRow {
  id: number;
  type: string;
  document: string;
  in_locale: string | null;
  state: ChangeState;
  problem: TagProblem | null;
  changes: VersionChange[];
}

export const runs = (strapi: Strapi, trx: Trx): Knex.QueryBuilder =>
  tableIn(strapi, trx, tableNameOf(strapi, TAGGING_RUN_UID));

export const changesTable = (strapi: Strapi, trx: Trx): Knex.QueryBuilder =>
  tableIn(strapi, trx, tableNameOf(strapi, TAGGING_CHANGE_UID));

/** What a new run of either kind begins with. */
export function newRun(
  user: AdminUser,
  asked: Pick<RunRow, 'kind' | 'state' | 'question' | 'change' | 'versions'>
): Omit<RunRow, 'id' | 'problem' | 'finishedAt' | 'claim' | 'worker' | 'heartbeatAt'> {
  const { firstname, lastname, username, email } = user;
  const name = [firstname, lastname].filter(Boolean).join(' ');
  return {
    ...asked,
    ...{ phase: 'tag', startedAt: new Date(), userId: user.id },
    userName: name || username || email,
  };
}

export const insertRun = (strapi: Strapi, data: object): Promise<RunRow> =>
  rowsOf<RunRow>(strapi, TAGGING_RUN_UID).create({ data });

export const findRun = (strapi: Strapi, where: object): Promise<RunRow | null> =>
  rowsOf<RunRow>(strapi, TAGGING_RUN_UID).findOne({ where });

/** Entries of a run from one id on, in order. Locked, so that nobody else works on them. */
export async function lockChanges(
  strapi: Strapi,
  trx: Trx,
  run: number,
  { state, after, limit }: { state: ChangeState; after: number; limit: number }
): Promise<ChangeRow[]> {
  const rows: (Omit<ChangeRow, 'changes'> & { changes: unknown })[] = await changesTable(
    strapi,
    trx
  )
    .where({ run, state })
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .select('id', 'type', 'document', 'in_locale', 'state', 'problem', 'changes');
  return rows.map((row) => ({ ...row, changes: parsed(row.changes) }));
}

/** Some drivers parse JSON, others leave that to us. */
function parsed(changes: unknown): VersionChange[] {
  const value: unknown = typeof changes === 'string' ? JSON.parse(changes) : changes;
  return (value ?? []) as VersionChange[];
}

/** Writes entries of a run: new ones, or those with an id in place of what was there. */
export async function writeChanges(
  strapi: Strapi,
  trx: Trx,
  run: number,
  rows: (Omit<ChangeRow, 'id'> & { id?: number })[]
): Promise<void> {
  const written = rows.flatMap(({ id }) => id ?? []);
  await inChunks(written, async (some) => {
    await changesTable(strapi, trx).whereIn('id', some).delete();
  });
  const inserted = rows.map(({ changes, ...row }) => ({
    ...{ ...row, run },
    changes: changes.length === 0 ? null : JSON.stringify(changes),
  }));
  await inChunks(inserted, (some) => changesTable(strapi, trx).insert(some), 200);
}

/** How many entries of the runs are in each state. One statement. */
export async function countChanges(
  strapi: Strapi,
  trx: Trx,
  ids: number[]
): Promise<Map<number, Record<ChangeState, number>>> {
  const rows: { run: number; state: ChangeState; entries: number | string }[] = await changesTable(
    strapi,
    trx
  )
    .whereIn('run', ids)
    .groupBy('run', 'state')
    .select('run', 'state')
    .count({ entries: '*' });
  const counts = new Map(
    ids.map((id) => [id, { pending: 0, changed: 0, same: 0, failed: 0, undone: 0, left: 0 }])
  );
  for (const { run, state, entries } of rows) {
    const ofRun = counts.get(run);
    if (ofRun) ofRun[state] = Number(entries);
  }
  return counts;
}
