/** Counting documents by where their versions stand: the last step of the statement, per database. */
import type { Knex } from 'knex';

import { dialectOf, type Dialect, type Strapi, type Trx } from '../strapi';
import type { PlacesGroup } from './places';

/**
 * Groups of documents that stand in the same places.
 * @param placed a query of versions: `stage`, `fresh` and the masks, and `document` where one document
 *   may have several versions.
 * @param perDocument whether a document may have several; it counts once wherever any of them puts it.
 */
export async function countPlaces(
  strapi: Strapi,
  trx: Trx,
  placed: Knex.QueryBuilder,
  maskNames: string[],
  perDocument: boolean
): Promise<PlacesGroup[]> {
  const columns = ['stage', 'fresh', ...maskNames];
  const dialect = dialectOf(strapi);
  const place = PLACE[dialect](columns.length);
  const versions = trx.from(placed.as('placed'));
  if (!perDocument) {
    const places = versions.select({ places: trx.raw(place, columns) });
    return dialect === 'sqlite' ? countInCode(trx, places) : countRows(places.groupBy(columns));
  }
  // MySQL would cut the text off after 1,024 characters, without a word; MariaDB's own limit is enough.
  if (dialect === 'mysql') {
    await trx.raw(
      'set session group_concat_max_len = greatest(@@session.group_concat_max_len, 1000000)'
    );
  }
  const documents = versions
    .groupBy('document')
    .select({ places: trx.raw(PLACES[dialect](place), columns) });
  if (dialect === 'sqlite') return countInCode(trx, documents);
  const counted = trx.from(documents.as('documents_by_places'));
  return countRows(counted.select('places').groupBy('places'));
}

/** @param grouped a query of `places`, grouped by them. */
async function countRows(grouped: Knex.QueryBuilder): Promise<PlacesGroup[]> {
  const rows: { places: string; documents: number | string }[] = await grouped.count({
    documents: '*',
  });
  return rows.map(({ places, documents }) => ({ places, documents: Number(documents) }));
}

/**
 * SQLite groups by sorting all rows, a quarter of the whole time; it runs in this process, and hands over
 * the places of all documents as one text for less (`npm run bench`).
 */
async function countInCode(trx: Trx, documents: Knex.QueryBuilder): Promise<PlacesGroup[]> {
  const [all]: { texts: string | null }[] = await trx
    .from(documents.as('documents_by_places'))
    .select({ texts: trx.raw(`group_concat(??, '${BETWEEN_DOCUMENTS}')`, ['places']) });
  const texts = all?.texts ?? '';
  const counts = new Map<string, number>();
  // Splitting a text of megabytes would take twice the time.
  for (let start = 0; start < texts.length;) {
    const found = texts.indexOf(BETWEEN_DOCUMENTS, start);
    const end = found === -1 ? texts.length : found;
    const places = texts.slice(start, end);
    counts.set(places, (counts.get(places) ?? 0) + 1);
    start = end + 1;
  }
  return [...counts].map(([places, count]) => ({ places, documents: count }));
}

const BETWEEN_DOCUMENTS = ';';

/** SQL for the place of a row, null as nothing; by number of columns. */
const PLACE: Record<Dialect, (columns: number) => string> = {
  // Not concat(), which takes a hundred arguments at most.
  postgres: (columns) => repeated(columns, "coalesce(??::text, '')", " || ':' || "),
  mysql: (columns) => `concat_ws(':', ${repeated(columns, "coalesce(??, '')")})`,
  sqlite: (columns) => repeated(columns, "coalesce(??, '')", " || ':' || "),
};

/** SQL for the places of a group of rows; one may be named more than once. */
const PLACES: Record<Dialect, (place: string) => string> = {
  postgres: (place) => `string_agg(${place}, ',')`,
  mysql: (place) => `group_concat(${place})`,
  sqlite: (place) => `group_concat(${place})`,
};

function repeated(length: number, column: string, separator = ', '): string {
  return Array.from({ length }, () => column).join(separator);
}
