/** Beginning, cancelling, resuming and undoing a bulk run. The work itself is done after the answer. */
import { errors } from '@strapi/utils';

import type { BulkRun, BulkTaggingBody } from '../../../../contracts/bulk-tagging';
import { TAGGING_CHANGE_UID } from '../../constants';
import type { Ability } from '../../read-access';
import { inTransaction, oneAtATime, tableNameOf, type Strapi, type Trx } from '../../strapi';
import { changeInIds, keptChange, tagsIn } from '../change';
import { insertRun, newRun, runs, type RunRow } from '../run-ledger';
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

/** The entries of a run, all of them waiting. One statement for each type. */
async function writeDown(
  strapi: Strapi,
  trx: Trx,
  { id }: RunRow,
  selection: Selection
): Promise<void> {
  const schema = strapi.db.getSchemaName();
  const table = tableNameOf(strapi, TAGGING_CHANGE_UID);
  const columns = ['type', 'document', 'in_locale', 'run', 'state'];
  for (const type of selection.types) {
    const entries = lackingVersions(strapi, trx, selection, type, 'editable')
      .orderBy('version.id')
      .select(trx.raw('? as ??', [type.schema.uid, 'type']), 'version.document_id')
      .select(type.tables.localized ? 'version.locale' : trx.raw('null as ??', ['locale']))
      // As it is: what is bound is text to PostgreSQL.
      .select(trx.raw(`${id} as ??, 'pending' as ??`, ['run', 'state']));
    const into = trx.raw('?? (??, ??, ??, ??, ??)', [
      schema ? `${schema}.${table}` : table,
      ...columns,
    ]);
    await trx(into as never).insert(entries as never);
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
