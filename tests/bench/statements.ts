/** The statements of a request, caught and run again without it. */
import { inReadingTransaction } from '../../server/src/strapi';
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
