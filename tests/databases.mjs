/**
 * `npm run test:databases`: the API tests on PostgreSQL and on MariaDB, or on the one that
 * `DATABASE_CLIENT` names.
 */
import { runJest } from './jest.mjs';

const clients = process.env.DATABASE_CLIENT ? [process.env.DATABASE_CLIENT] : ['postgres', 'mysql'];
const total = { passed: 0, failed: 0 };
for (const client of clients) {
  console.log(`\nAPI tests on ${client}`);
  const { passed, failed } = await runJest(['api'], process.argv.slice(2), {
    DATABASE_CLIENT: client,
    // Many more are looked at on SQLite, where a world is built in a fraction of the time.
    WORLDS: process.env.WORLDS ?? '4',
  });
  console.log(`${client}: ${passed} passed, ${failed} failed`);
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
