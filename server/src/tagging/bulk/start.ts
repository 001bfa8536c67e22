/** Beginning, cancelling, resuming and undoing a bulk run. The work itself is done after the answer. */
import { errors } from '@strapi/utils';

import type { BulkRun, BulkTaggingBody } from '../../../../contracts/bulk-tagging';
import type { Ability } from '../../read-access';
import { inTransaction, oneAtATime, type Strapi, type Trx } from '../../strapi';
import { changeInIds, keptChange, tagsIn } from '../change';
import { changesTable, insertRun, newRun, runs, type RunRow } from '../run-ledger';
import { lackingVersions, selectionFor, type Selection } from '../selection';
import type { By } from '../tag-documents';
import { beginning, bulkRun, ending, markInterrupted, mustFind, refuseSecond } from './runs';
import { workInBackground } from './work';

/**
 * Begins a run. What it is about is written down at once, entry by entry: what is created or tagged later changes nothing about it, and
 * the ledger always says what is left.
 * @throws {ValidationError} naming what the site does not have, or a rep who may not be named; {Conflict} when another run is
 *   under way.
 */
export async function startBulk(
  strapi: Strapi,
  { user, ability }: By,
  { filter, change: named, versions }: BulkTaggingBody
): Promise<BulkRun> {
  const change = await keptChange(strapi, named);
  await changeInIds(strapi, change);
  const selection = await selectionFor(strapi, ability, filter, tagsIn(change));
  const { id } = await oneAtATime(strapi, async (trx) => {
    await refuseSecond(strapi);
    const run = await insertRun(strapi, {
      ...newRun(user, {
        ...{ kind: 'bulk', state: 'running', versions, change },
        question: { filter, change: named },
      }),
      ...beginning(strapi),
    });
    await writeDown(strapi, trx, run, selection);
    return run;
  });
  workInBackground(strapi, id, ability);
  return bulkRun(strapi, id);
}

/** Entries that are written down in one statement. */
const ROWS_AT_ONCE = 500;

interface Entry {
  id: number;
  document: string;
  locale: string | null;
}

/**
 * The entries of a run, all of them waiting; some at a time, however many there are. Read first and written then: a statement that does both
 * would make MariaDB wait for whoever is saving one of them.
 */
async function writeDown(
  strapi: Strapi,
  trx: Trx,
  { id: run }: RunRow,
  selection: Selection
): Promise<void> {
  for (const type of selection.types) {
    const { schema, tables } = type;
    for (let after = 0, some: Entry[]; ; after = some.at(-1)?.id ?? after) {
      some = await lackingVersions(strapi, trx, selection, type, 'editable')
        .where('version.id', '>', after)
        .orderBy('version.id')
        .limit(ROWS_AT_ONCE)
        .select({
          ...{ id: 'version.id', document: 'version.document_id' },
          locale: tables.localized ? 'version.locale' : trx.raw('null'),
        });
      if (some.length === 0) break;
      const entry = { type: schema.uid, run, state: 'pending' };
      await changesTable(strapi, trx).insert(
        some.map(({ document, locale }) => ({ ...entry, document, in_locale: locale }))
      );
    }
  }
}

/** Stops a run after the chunk that is under way. A run that is not under way stays as it is. */
export async function cancelBulk(strapi: Strapi, id: number): Promise<BulkRun> {
  await mustFind(strapi, id);
  await inTransaction(strapi, (trx) => ending(runs(strapi, trx).where({ id }), 'cancelled'));
  return bulkRun(strapi, id);
}

/**
 * Goes on with what is left of a run, with the permissions of whoever resumes it.
 * @throws {Conflict} when a run is under way; {ValidationError} when nothing is left of this one.
 */
export async function resumeBulk(strapi: Strapi, ability: Ability, id: number): Promise<BulkRun> {
  await markInterrupted(strapi);
  const { state, phase } = await mustFind(strapi, id);
  if (state === 'done') throw new errors.ValidationError('run: is done, nothing is left of it.');
  return begin(strapi, ability, id, phase);
}

/**
 * Brings back what a run changed, where nobody has changed it since, with the permissions of whoever undoes it.
 * @throws {Conflict} when a run is under way; {ValidationError} when this one was undone.
 */
export async function undoBulk(strapi: Strapi, ability: Ability, id: number): Promise<BulkRun> {
  await markInterrupted(strapi);
  const { state, phase } = await mustFind(strapi, id);
  if (state !== 'running' && phase === 'undo') {
    throw new errors.ValidationError('run: was undone before. Resume it if something is left.');
  }
  return begin(strapi, ability, id, 'undo');
}

async function begin(
  strapi: Strapi,
  ability: Ability,
  id: number,
  phase: RunRow['phase']
): Promise<BulkRun> {
  await oneAtATime(strapi, async (trx) => {
    await refuseSecond(strapi);
    const { heartbeatAt, ...begun } = beginning(strapi);
    const kept = { phase, heartbeat_at: heartbeatAt, finished_at: null };
    await runs(strapi, trx)
      .where({ id })
      .update({ ...begun, ...kept });
  });
  workInBackground(strapi, id, ability);
  return bulkRun(strapi, id);
}
