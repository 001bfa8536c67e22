/** The statements of a request, caught and run again without it. */
import { dialectOf, inReadingTransaction, type Dialect } from '../../server/src/strapi';
import type { Site } from '../site/site';

export interface Statement {
  sql: string;
  bindings: unknown[];
}

/** What a request asks the database; beginning and ending of transactions is left out. */
export async function statementsOf(
  { strapi }: Site,
  work: () => Promise<unknown>
): Promise<Statement[]> {
  const statements: Statement[] = [];
  const listen = ({ sql, bindings }: Statement) => {
    if (/^(begin|commit|rollback|savepoint|release|set )/i.test(sql)) return;
    statements.push({ sql: sql.replaceAll(/\$\d+/g, '?'), bindings });
  };
  strapi.db.connection.on('query', listen);
  await work();
  strapi.db.connection.off('query', listen);
  return statements;
}

/** Whether a statement counts documents by their places. */
export const isCounting = ({ sql }: Statement) => sql.includes('mask0');

/** Runs statements one after the other, under the settings of a request that counts. */
export function runAlone({ strapi }: Site, statements: Statement[]): Promise<void> {
  return inReadingTransaction(strapi, async (trx) => {
    for (const { sql, bindings } of statements) await trx.raw(sql, bindings as string[]);
  });
}

const EXPLAIN: Record<Dialect, string> = {
  postgres: 'explain (costs off)',
  mysql: 'explain',
  sqlite: 'explain query plan',
};

/** How the database goes about a statement, a line for each step, in its own words. */
export function planOf({ strapi }: Site, { sql, bindings }: Statement): Promise<string[]> {
  const dialect = dialectOf(strapi);
  return inReadingTransaction(strapi, async (trx) => {
    const answer: unknown = await trx.raw(`${EXPLAIN[dialect]} ${sql}`, bindings as string[]);
    return rowsIn(dialect, answer).map((row) =>
      dialect === 'sqlite' ? String(row.detail) : Object.values(row).join('  ')
    );
  });
}

/** Each driver wraps the rows of a raw statement in its own way. */
function rowsIn(dialect: Dialect, answer: unknown): Record<string, unknown>[] {
  if (dialect === 'postgres') return (answer as { rows: Record<string, unknown>[] }).rows;
  return (dialect === 'mysql' ? (answer as unknown[])[0] : answer) as Record<string, unknown>[];
}
