/**
 * `npm run test:databases`: the API tests that ask the database something, on PostgreSQL and on
 * MariaDB, or on the one that `DATABASE_CLIENT` names.
 */
import { runJest } from './jest.mjs';

/** What asks the database nothing that SQLite has not answered: who may call what, and files of the site. */
const ON_SQLITE_ALONE =
  '--testPathIgnorePatterns=tests/api/(permissions|content-type-builder|suggested-roles|role-access|coverage-drafts|tagging-queue-rights|content-manager-lists)';

const clients = process.env.DATABASE_CLIENT ? [process.env.DATABASE_CLIENT] : ['postgres', 'mysql'];
const total = { passed: 0, failed: 0 };
for (const client of clients) {
  console.log(`\nAPI tests on ${client}`);
  const { passed, failed } = await runJest(['api'], [ON_SQLITE_ALONE, ...process.argv.slice(2)], {
    DATABASE_CLIENT: client,
    // Many more are looked at on SQLite, where a world is built in a fraction of the time.
    WORLDS: process.env.WORLDS ?? '3',
  });
  console.log(`${client}: ${passed} passed, ${failed} failed`);
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
