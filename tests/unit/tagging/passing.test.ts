/** Which errors of the database are worth another try. */
import knex from 'knex';

import { isPassing, isWithoutConnection } from '../../../server/src/tagging/bulk/passing';

const coded = (code: string) => Object.assign(new Error(code), { code });

test.each(['40P01', 'ER_LOCK_WAIT_TIMEOUT', 'SQLITE_BUSY'])('%s passes', (code) => {
  expect(isPassing(coded(code))).toBe(true);
  expect(isWithoutConnection(coded(code))).toBe(false);
});

test.each([coded('23505'), coded('ER_NO_REFERENCED_ROW_2'), new Error('No')])(
  '%s does not',
  (error) => {
    expect(isPassing(error)).toBe(false);
  }
);

test('waiting in vain for a free connection passes, and is nobody’s fault', async () => {
  const database = knex({
    ...{ client: 'better-sqlite3', connection: ':memory:', useNullAsDefault: true },
    pool: { min: 1, max: 1 },
    acquireConnectionTimeout: 50,
  });
  const held = await database.transaction();
  const error: unknown = await database.transaction().catch((reason: unknown) => reason);
  await held.rollback();
  await database.destroy();
  expect(error).toBeInstanceOf(Error);
  expect([isPassing(error), isWithoutConnection(error)]).toEqual([true, true]);
});
