/** A chunk of a bulk run: its entries' tags, and what is written down about them, in one transaction. */
import { PLUGIN_ID } from '../../constants';
import type { Ability } from '../../read-access';
import { getService } from '../../services';
import {
  inTransaction,
  lockOwnRecord,
  type ContentTypeSchema,
  type Strapi,
  type Trx,
} from '../../strapi';
import { tablesOf } from '../../type-tables';
import { changeInIds } from '../change';
import {
  lockChanges,
  runs,
  writeChanges,
  type ChangeRow,
  type ChangeState,
  type RunRow,
} from '../run-ledger';
import { tagDocuments } from '../tag-documents';
import { lockRows } from '../tag-links';
import { untagDocuments } from '../untag-documents';
import { beat, ending } from './runs';

/** `after` goes on behind the entry of that id; `stopped`: the run is done, or no longer ours. */
export type Step = { after: number } | 'stopped';

/** What waits for each phase. */
const WAITING: Record<RunRow['phase'], ChangeState> = { tag: 'pending', undo: 'changed' };

export interface Place {
  /** Id of the last entry that was worked on. */
  after: number;
  /** How many entries at most. */
  limit: number;
}

/** Works on the next entries of one type; ends the run where there are none. */
export async function workOnChunk(
  strapi: Strapi,
  run: RunRow,
  ability: Ability,
  place: Place
): Promise<Step> {
  return nextEntries(strapi, run, place, async (trx, rows) => {
    const [first] = rows as [ChangeRow];
    const ofType = rows.filter(({ type }) => type === first.type);
    const type = getService(strapi, 'tagging')
      .taggedTypes()
      .find(({ uid }) => uid === first.type);
    if (!type) return ofType.map((row) => failedAs(row, 'gone'));
    return run.phase === 'tag'
      ? tagRows(strapi, trx, run, ability, type, ofType)
      : untagRows(strapi, trx, ability, type, ofType);
  });
}

/** Passes over an entry that cannot be written, whatever the reason. */
export async function passOver(
  strapi: Strapi,
  run: RunRow,
  after: number,
  error: unknown
): Promise<Step> {
  return nextEntries(strapi, run, { after, limit: 1 }, (_trx, rows) => {
    const [row] = rows as [ChangeRow];
    strapi.log.error(
      `${PLUGIN_ID}: ${row.type} ${row.document} could not be tagged in bulk.`,
      error
    );
    return Promise.resolve([failedAs(row, 'database')]);
  });
}

function nextEntries(
  strapi: Strapi,
  run: RunRow,
  { after, limit }: Place,
  work: (trx: Trx, rows: ChangeRow[]) => Promise<ChangeRow[]>
): Promise<Step> {
  return inTransaction(strapi, async (trx) => {
    if (!(await beat(strapi, trx, run.id))) return 'stopped';
    const state = WAITING[run.phase];
    const rows = await lockChanges(strapi, trx, run.id, { state, after, limit });
    if (rows.length === 0) {
      await ending(runs(strapi, trx).where({ id: run.id }), 'done');
      return 'stopped';
    }
    const worked = await work(trx, rows);
    await writeChanges(strapi, trx, run.id, worked);
    return { after: worked.at(-1)?.id ?? after };
  });
}

function failedAs(row: ChangeRow, problem: NonNullable<ChangeRow['problem']>): ChangeRow {
  // What was tagged and cannot be brought back is left as it is.
  return { ...row, state: row.state === 'pending' ? 'failed' : 'left', problem };
}

async function tagRows(
  strapi: Strapi,
  trx: Trx,
  { change, versions }: RunRow,
  ability: Ability,
  type: ContentTypeSchema,
  rows: ChangeRow[]
): Promise<ChangeRow[]> {
  const entries = rows.map((row) => ({ documentId: row.document, locale: row.in_locale }));
  const documentIds = entries.map(({ documentId }) => documentId);
  // In the order in which every save takes the two, and before anything is read.
  await lockOwnRecord(strapi, trx, 'share');
  const tables = tablesOf(strapi, type, getService(strapi, 'tagging').fieldNames());
  await lockRows(strapi, trx, tables, documentIds);
  const what = { change: await changeInIds(strapi, change), versions };
  const outcomes = await tagDocuments(strapi, trx, { ability }, type, entries, what);
  return outcomes.map(({ state, problem, changes }, index) => ({
    ...(rows[index] as ChangeRow),
    ...{ state, problem, changes },
  }));
}

async function untagRows(
  strapi: Strapi,
  trx: Trx,
  ability: Ability,
  type: ContentTypeSchema,
  rows: ChangeRow[]
): Promise<ChangeRow[]> {
  const done = rows.map((row) => ({
    ...{ documentId: row.document, locale: row.in_locale, changes: row.changes },
  }));
  const problems = await untagDocuments(strapi, trx, { ability }, type, done);
  return rows.map((row, index) => {
    const problem = problems[index] ?? null;
    return { ...row, state: problem ? 'left' : 'undone', problem };
  });
}
