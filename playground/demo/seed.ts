/**
 * Fills the site's database: `node dist/demo/seed.js`, after `npm run build`.
 *   --reset        deletes the database and the uploads first
 *   --import FILE  loads a content library instead of the demo's content
 *   --untagged     leaves out stages, personas and all that refers to them
 *   --serve        goes on as the server
 */
import path from 'node:path';
import { parseArgs } from 'node:util';

import { createStrapi } from '@strapi/strapi';

import { SITE_DIR } from './data';
import { importLibrary } from './import/import-library';
import { readLibraryFile } from './import/library-file';
import { failure, line } from './report';
import { deleteDatabase } from './reset';
import { seedSite } from './seed-site';

async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      reset: { type: 'boolean', default: false },
      import: { type: 'string' },
      untagged: { type: 'boolean', default: false },
      serve: { type: 'boolean', default: false },
    },
  });
  // Before anything is changed: the path counts from where the command was typed.
  const library =
    options.import === undefined ? null : readLibraryFile(path.resolve(options.import));
  process.chdir(SITE_DIR);
  if (options.reset) {
    deleteDatabase();
    line('Deleted the database.');
  }

  const app = createStrapi({ appDir: SITE_DIR, distDir: path.join(SITE_DIR, 'dist') });
  await app.load();
  await seedSite(app, { content: library === null, journey: !options.untagged });
  if (library !== null) await importLibrary(app, library);
  if (options.serve) {
    // The process that started this one is gone: so must be the server.
    process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
    await app.start();
  } else {
    await app.destroy();
    process.exit();
  }
}

main().catch((error: unknown) => {
  failure(error);
  console.error(error);
  process.exit(1);
});
