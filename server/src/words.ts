/** Searching text by words, the same on every database. */
import type { Knex } from 'knex';

import type { Strapi } from './strapi';

/** Narrows a statement to rows whose text holds every word, in whatever order and case. */
export function whereWords(
  strapi: Strapi,
  query: Knex.QueryBuilder,
  column: string,
  search: string
): void {
  for (const word of search.split(/\s+/).filter(Boolean)) {
    query.whereRaw(likeSql(strapi), [column, likePattern(strapi, word)]);
  }
}

/**
 * SQL for a text holds `pattern`, whatever the case; column and pattern are bindings.
 * @param text SQL of the text, with `??` for the column.
 */
export function likeSql(strapi: Strapi, text = '??'): string {
  // PostgreSQL alone tells cases apart, and its `ilike` takes longer.
  const column = strapi.db.dialect.client === 'postgres' ? `lower(${text})` : text;
  return `${column} like ? escape '!'`;
}

/** The word anywhere in the text, in small letters, its own wildcards taken as they are. */
export function likePattern(strapi: Strapi, word: string): string {
  const pattern = word.toLowerCase().replaceAll(/[!%_]/g, '!$&');
  // SQLite tells cases apart beyond ASCII: any letter may stand there.
  const isSqlite = strapi.db.dialect.client === 'sqlite';
  return `%${isSqlite ? pattern.replaceAll(/[^\0-\x7F]/g, '_') : pattern}%`;
}
