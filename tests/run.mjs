/**
 * `npm test`: from a fresh clone to a verdict, on SQLite, the browser included. Uses nothing but
 * Node itself until all else is installed. Arguments are passed on to Jest.
 */
import path from 'node:path';

import { prepare, quietEnvironment, SITE } from '../playground/scripts/prepare.mjs';
import { openLog, StepError, tailOf } from '../playground/scripts/steps.mjs';
import { runJest } from './jest.mjs';

const LOG_FILE = path.join(SITE, '.tmp', 'test.log');

try {
  await prepare(quietEnvironment(), openLog(LOG_FILE));
  const { passed, failed } = await runJest(['unit', 'api', 'browser'], process.argv.slice(2), {
    DATABASE_CLIENT: 'sqlite',
  });
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof StepError)) throw error;
  console.error(`${error.message}\n${tailOf(LOG_FILE)}\n\n0 passed, 1 failed`);
  process.exitCode = 1;
}
