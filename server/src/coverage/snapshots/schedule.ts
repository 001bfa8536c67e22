/** When snapshots are taken. */
import { PLUGIN_ID } from '../../constants';
import { getService } from '../../services';
import type { Strapi } from '../../strapi';

/**
 * Looks once an hour whether the day has its snapshot: it is taken in the first hour in which an instance
 * runs, by whichever is first. A day on which none ran stays a gap.
 */
export function scheduleSnapshots(strapi: Strapi): void {
  strapi.cron.add({
    [`${PLUGIN_ID}-snapshots`]: {
      task: () => keepTrend(strapi),
      options: { rule: '23 * * * *' },
    },
  });
}

/** Nobody waits for it: what goes wrong is logged, and tried again an hour later. */
async function keepTrend(strapi: Strapi): Promise<void> {
  const coverage = getService(strapi, 'coverage');
  try {
    await coverage.takeSnapshot();
    await coverage.pruneSnapshots();
  } catch (error) {
    strapi.log.error(`${PLUGIN_ID}: the snapshots of coverage could not be kept.`, error);
  }
}
