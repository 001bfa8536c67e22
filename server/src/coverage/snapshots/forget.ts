/** Forgetting days of the trend: those that are old, or those that somebody deletes. */
import type { DeletedSnapshots } from '../../../../contracts/coverage-trend';
import { PLUGIN_ID, SNAPSHOT_UID } from '../../constants';
import type { PluginConfig } from '../../config';
import { DAY_IN_MS, dayOf } from '../../days';
import { inTransaction, tableIn, tableNameOf, type Strapi } from '../../strapi';

/** Deletes the snapshots of days longer ago than the site keeps them. */
export async function pruneSnapshots(strapi: Strapi, now: Date): Promise<DeletedSnapshots> {
  const { snapshotDays } = strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`).coverage;
  if (snapshotDays === null) return { days: 0 };
  return deleteSnapshots(strapi, dayOf(new Date(now.getTime() - snapshotDays * DAY_IN_MS)));
}

/** @param before a day, YYYY-MM-DD: only those of earlier days go. */
export function deleteSnapshots(strapi: Strapi, before?: string): Promise<DeletedSnapshots> {
  return inTransaction(strapi, async (trx) => {
    const meant = () => {
      const snapshots = tableIn(strapi, trx, tableNameOf(strapi, SNAPSHOT_UID));
      return before === undefined ? snapshots : snapshots.where('day', '<', before);
    };
    const [counted] = await meant().countDistinct<{ days: number | string }[]>({ days: 'day' });
    await meant().delete();
    return { days: Number(counted?.days ?? 0) };
  });
}
