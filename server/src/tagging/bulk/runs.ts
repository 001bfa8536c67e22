/** Bulk runs: which there are, how they stand, and that a site does one at a time. */
import { errors } from '@strapi/utils';

import type { BulkRun, RunningRefusal } from '../../../../contracts/bulk-tagging';
import { Conflict } from '../../conflict';
import { TAGGING_RUN_UID } from '../../constants';
import { inTransaction, rowsOf, type Strapi, type Trx } from '../../strapi';
import { countChanges, findRun, runs, type RunRow } from '../run-ledger';
import { isDead, workerOf } from './worker';

/** The claim of the one run that a site does at a time. */
export const CLAIM = 'site';

/** How many runs are listed. */
const LATEST = 10;

/** The latest runs, the newest first. */
export async function latestRuns(strapi: Strapi): Promise<BulkRun[]> {
  await markInterrupted(strapi);
  const rows = await rowsOf<RunRow>(strapi, TAGGING_RUN_UID).findMany({
    where: { kind: 'bulk' },
    orderBy: { id: 'desc' },
    limit: LATEST,
  });
  return asTold(strapi, rows);
}

/** @throws {NotFoundError} when there is no such run. */
export async function bulkRun(strapi: Strapi, id: number): Promise<BulkRun> {
  await markInterrupted(strapi);
  const [run] = await asTold(strapi, [await mustFind(strapi, id)]);
  return run as BulkRun;
}

/** @throws {NotFoundError} when there is no such run. */
export async function mustFind(strapi: Strapi, id: number): Promise<RunRow> {
  const run = await findRun(strapi, { id, kind: 'bulk' });
  if (!run) throw new errors.NotFoundError('There is no such run of bulk tagging.');
  return run;
}

async function asTold(strapi: Strapi, rows: RunRow[]): Promise<BulkRun[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const counts = await inTransaction(strapi, (trx) => countChanges(strapi, trx, ids));
  return rows.map((row) => {
    const {
      pending = 0,
      changed = 0,
      same = 0,
      failed = 0,
      undone = 0,
      left = 0,
    } = counts.get(row.id) ?? {};
    return {
      ...{ id: row.id, state: row.state, phase: row.phase, by: row.userName ?? '' },
      problem: row.problem,
      startedAt: new Date(row.startedAt).toISOString(),
      finishedAt: row.finishedAt === null ? null : new Date(row.finishedAt).toISOString(),
      ...{ filter: row.question.filter, change: row.question.change, versions: row.versions },
      total: pending + changed + same + failed + undone + left,
      ...{ pending, changed, same, failed, undone, left },
    };
  });
}

/**
 * Makes sure that no other run is under way. To be called by one at a time.
 * @throws {Conflict} that names the one that is.
 */
export async function refuseSecond(strapi: Strapi): Promise<void> {
  await markInterrupted(strapi);
  const running = await findRun(strapi, { claim: CLAIM });
  if (!running) return;
  const [run] = (await asTold(strapi, [running])) as [BulkRun];
  const details: RunningRefusal = { reason: 'running', run };
  throw new Conflict(
    `${run.by} is tagging in bulk at the moment. Wait until that is done, or cancel it.`,
    details
  );
}

/** What a run gets that this instance begins to work on. */
export const beginning = (strapi: Strapi) => ({
  ...({ state: 'running', claim: CLAIM, worker: workerOf(strapi) } as const),
  heartbeatAt: new Date(),
});

/** A run whose server stopped in between is no longer running, and what is left of it can be resumed. */
export async function markInterrupted(strapi: Strapi): Promise<void> {
  const running = await findRun(strapi, { claim: CLAIM });
  if (!running) return;
  const { id, worker, heartbeatAt } = running;
  if (!isDead(strapi, worker, heartbeatAt, Date.now())) return;
  await inTransaction(strapi, async (trx) => {
    // Unless another instance has taken it over meanwhile.
    await ending(runs(strapi, trx).where({ id, worker }), 'interrupted');
  });
}

/** Ends a run that is under way. @returns whether it was. */
export async function ending(
  run: ReturnType<typeof runs>,
  state: 'done' | 'cancelled' | 'failed' | 'interrupted',
  problem: string | null = null
): Promise<boolean> {
  const ended: number = await run
    .where('claim', CLAIM)
    .update({ state, problem, claim: null, finished_at: new Date() });
  return ended > 0;
}

/** Says that the worker lives. @returns false when the run is no longer its own: cancelled, for example. */
export async function beat(strapi: Strapi, trx: Trx, id: number): Promise<boolean> {
  const beaten: number = await runs(strapi, trx)
    .where({ id, claim: CLAIM, worker: workerOf(strapi) })
    .update({ heartbeat_at: new Date() });
  return beaten > 0;
}
