/** Searching text by words, the same on every database. */
import type { Knex } from 'knex';

import { dialectOf, type Strapi } from './strapi';

/** A condition in SQL with what is bound to it. */
export interface TextCondition {
  sql: string;
  bindings: string[];
}

/** Narrows a statement to rows whose text holds every word, in whatever order and case. */
export function whereWords(
  strapi: Strapi,
  query: Knex.QueryBuilder,
  column: string,
  search: string
): void {
  for (const word of search.split(/\s+/).filter(Boolean)) {
    const { sql, bindings } = holdsWord(strapi, column, word);
    query.whereRaw(sql, bindings);
  }
}

/**
 * The word stands anywhere in a column's text, whatever the case, its own wildcards taken as they are.
 * @param text SQL of the text, with `??` for the column.
 */
export function holdsWord(
  strapi: Strapi,
  column: string,
  word: string,
  text = '??'
): TextCondition {
  const like = `like ? escape '!'`;
  const pattern = `%${likePattern(word)}%`;
  switch (dialectOf(strapi)) {
    case 'postgres':
      // It alone tells cases apart, and its `ilike` takes longer.
      return { sql: `lower(${text}) like lower(?) escape '!'`, bindings: [column, pattern] };
    case 'mysql':
      return { sql: `${text} ${like}`, bindings: [column, pattern] };
    case 'sqlite':
      return isAscii(word)
        ? { sql: `${text} ${like}`, bindings: [column, pattern] }
        : { sql: `${text} glob ?`, bindings: [column, `*${globPattern(word)}*`] };
  }
}

/** The column's text is this one, whatever the case; accents count. */
export function isText(strapi: Strapi, column: string, value: string): TextCondition {
  const pattern = likePattern(value);
  switch (dialectOf(strapi)) {
    case 'postgres':
      return { sql: `lower(??) like lower(?) escape '!'`, bindings: [column, pattern] };
    case 'mysql':
      // Its usual collations take ê for e.
      return {
        sql: `lower(convert(?? using utf8mb4)) collate utf8mb4_bin like lower(?) escape '!'`,
        bindings: [column, pattern],
      };
    case 'sqlite':
      return isAscii(value)
        ? { sql: `?? like ? escape '!'`, bindings: [column, pattern] }
        : { sql: '?? glob ?', bindings: [column, globPattern(value)] };
  }
}

const likePattern = (text: string) => text.replaceAll(/[!%_]/g, '!$&');

const isAscii = (text: string) => /^[\0-\x7F]*$/.test(text);

/** The text for `glob`, which tells all cases apart, with all cases of each letter: SQLite’s `like` knows those of ASCII alone. */
function globPattern(text: string): string {
  return Array.from(text, (character) => {
    const cases = casesOf(character);
    return cases.length > 1 || '*?['.includes(character) ? `[${cases.join('')}]` : character;
  }).join('');
}

/** A letter in small and in capitals, as far as these are letters of their own: ß has none. */
function casesOf(character: string): string[] {
  const upper = character.toUpperCase();
  const cases = new Set([character, character.toLowerCase(), upper, upper.toLowerCase()]);
  return [...cases].filter((one) => Array.from(one).length === 1);
}
