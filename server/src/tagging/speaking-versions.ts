/** SQL of one version for each document and locale: the one that speaks for it. */
import type { Knex } from 'knex';

import { tableIn, type Strapi, type Trx } from '../strapi';
import type { TypeTables } from '../type-tables';

/**
 * Rows of a type, as `version`, with nothing selected yet: the preferred version of each document and locale, else the other
 * one; all rows of a type without drafts.
 */
export function speakingVersions(
  strapi: Strapi,
  trx: Trx,
  { table, publishedAtColumn, draftAndPublish, localized }: TypeTables,
  preferred: 'live' | 'draft'
): Knex.QueryBuilder {
  const versions = tableIn(strapi, trx, `${table} as version`);
  if (!draftAndPublish) return versions;
  const isPreferred = (rows: Knex.QueryBuilder, alias: string) => {
    const column = `${alias}.${publishedAtColumn}`;
    return preferred === 'live' ? rows.whereNotNull(column) : rows.whereNull(column);
  };
  const better = tableIn(strapi, trx, `${table} as better`)
    .where('better.document_id', trx.ref('version.document_id'))
    .select(trx.raw('1'));
  if (localized) better.where('better.locale', trx.ref('version.locale'));
  return versions.where((any) => {
    void isPreferred(any, 'version').orWhereNotExists(isPreferred(better, 'better'));
  });
}
