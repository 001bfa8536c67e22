/** Errors of the database that pass by themselves. */

/** What databases say where two of them wait for each other, or one has waited too long. */
const PASSING = [
  ...['40001', '40P01', '55P03'],
  ...['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT'],
  ...['SQLITE_BUSY', 'SQLITE_LOCKED'],
];

/** Whether the same is likely to go through a moment later. */
export const isPassing = (error: unknown): boolean =>
  isWithoutConnection(error) || PASSING.includes((error as { code?: string }).code ?? '');

/** Whether no connection became free in time: nothing was even asked. Knex has no code for it. */
export const isWithoutConnection = (error: unknown): boolean =>
  error instanceof Error && error.name === 'KnexTimeoutError';
