/** Forgetting old runs of tagging: they can be undone for a month. */
import { PLUGIN_ID } from '../../constants';
import { DAY_IN_MS } from '../../days';
import { inTransaction, type Strapi } from '../../strapi';
import { changesTable, runs } from '../run-ledger';

const DAYS = 30;
/** Runs in one transaction. */
const AT_ONCE = 20;

/** Once a night; on several instances the second one finds nothing left to do. */
export function schedulePruning(strapi: Strapi): void {
  strapi.cron.add({
    [`${PLUGIN_ID}-tagging-runs`]: {
      task: async () => {
        await pruneRuns(strapi, new Date());
      },
      options: { rule: '41 3 * * *' },
    },
  });
}

/** @returns how many runs were forgotten. */
export async function pruneRuns(strapi: Strapi, now: Date): Promise<number> {
  const before = new Date(now.getTime() - DAYS * DAY_IN_MS);
  let forgotten = 0;
  for (let some = AT_ONCE; some === AT_ONCE; forgotten += some) {
    some = await inTransaction(strapi, async (trx) => {
      const rows: { id: number }[] = await runs(strapi, trx)
        .where('started_at', '<', before)
        .whereNull('claim')
        .orderBy('id')
        .limit(AT_ONCE)
        .select('id');
      const ids = rows.map(({ id }) => id);
      await changesTable(strapi, trx).whereIn('run', ids).delete();
      await runs(strapi, trx).whereIn('id', ids).delete();
      return ids.length;
    });
  }
  return forgotten;
}
