/**
 * One more instance of a test site, as a process of its own: `fork`ed with the folder of the site, it says
 * `ready`, waits for a message, takes the snapshot of the day and says whether it was the one to take it.
 */
import { createStrapi } from '@strapi/strapi';
import { once } from 'node:events';

import { getService } from '../../server/src/services';

async function main(dir: string): Promise<void> {
  const strapi = createStrapi({ appDir: dir, distDir: dir, serveAdminPanel: false });
  await strapi.load();
  process.send?.('ready');
  await once(process, 'message');
  const taken = await getService(strapi, 'coverage').takeSnapshot();
  process.send?.(`taken: ${String(taken)}`);
  await strapi.destroy();
  process.exit();
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  process.send?.(String(error));
  process.exit(1);
});
