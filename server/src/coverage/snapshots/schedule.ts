/** When snapshots are taken. */
import { PLUGIN_ID } from '../../constants';
import { getService } from '../../services';
import type { Strapi } from '../../strapi';

/** Milliseconds that a site has to itself after it started. */
const AFTER_BOOT = 60_000;

/**
 * Looks soon after the boot and once an hour whether the day has its snapshot: whichever instance looks
 * first takes it. A day on which none ran stays a gap.
 */
export function scheduleSnapshots(strapi: Strapi): void {
  const task = () => keepTrend(strapi);
  strapi.cron.add({
    [`${PLUGIN_ID}-first-snapshot`]: { task, options: new Date(Date.now() + AFTER_BOOT) },
    [`${PLUGIN_ID}-snapshots`]: { task, options: { rule: '23 * * * *' } },
  });
}

/** Nobody waits for it: what goes wrong is logged, and tried again an hour later. One can fail alone. */
async function keepTrend(strapi: Strapi): Promise<void> {
  const coverage = getService(strapi, 'coverage');
  for (const step of [coverage.takeSnapshot, coverage.pruneSnapshots]) {
    try {
      await step();
    } catch (error) {
      strapi.log.error(`${PLUGIN_ID}: the snapshots of coverage could not be kept.`, error);
    }
  }
}
