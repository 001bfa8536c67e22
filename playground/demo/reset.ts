import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { SITE_DIR } from './data';

const DEMO_DATABASE = path.join(SITE_DIR, '.tmp', 'data.db');

/**
 * Deletes the SQLite database. The uploads go with the demo's own database only, since others share
 * their folder.
 * @throws {Error} on a database server, whose data is not ours to delete.
 */
export function deleteDatabase(): void {
  const client = process.env.DATABASE_CLIENT || 'sqlite';
  if (client !== 'sqlite') {
    throw new Error(`--reset deletes SQLite files only. Empty the ${client} database yourself.`);
  }
  const file = path.resolve(SITE_DIR, process.env.DATABASE_FILENAME || DEMO_DATABASE);
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  if (file === DEMO_DATABASE) deleteUploads();
}

function deleteUploads(): void {
  const uploads = path.join(SITE_DIR, 'public', 'uploads');
  for (const name of readdirSync(uploads)) {
    if (name !== '.gitkeep') rmSync(path.join(uploads, name), { recursive: true });
  }
}
