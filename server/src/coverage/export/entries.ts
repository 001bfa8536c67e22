/** The entries behind a cell as CSV, read and sent page by page. */
import type { Readable } from 'node:stream';

import { BYTE_ORDER_MARK, csvLines, NAME_SEPARATOR, streamOf, type CsvField } from '../../csv';
import { inReadingTransaction, siteLocales, type Strapi } from '../../strapi';
import type { FieldNames } from '../../config';
import { countDocuments, type ListedType } from '../cell-documents';
import type { Cell } from '../cell-versions';
import type { DetailedEntry } from '../entry-details';
import { walkEntries } from './walk';
import type { HeadLine } from './words';

const COLUMNS = [
  ...['contentType', 'type', 'documentId', 'locale', 'title', 'stage', 'personas'],
  ...['contributors', 'publishedAt'],
];

/** In the words of docs/metrics.md. */
const DEFINITIONS: HeadLine[] = [
  ['entries', 'live documents, each once, last published first; a draft alone does not count'],
  ['column locale', 'of the version that is shown; empty where the content type has none'],
  ['columns stage, personas', 'tags of the published version; no persona means Everyone'],
  ['column contributors', 'reps who are named as contributors'],
  [
    'column publishedAt',
    'last publication of any version, in UTC; without draft & publish, last saved',
  ],
  ['empty fields', 'there is nothing, or your role may not read it'],
  ['note', 'Coverage counts quantity, not quality.'],
];

/** A file under way. */
export interface EntriesExport {
  /** Rows that are to come, unless entries change meanwhile: they are read page by page. */
  total: number;
  lines: Readable;
}

/**
 * Counts the entries, and begins to read them once somebody reads the lines.
 * @param types with what the user may read of each; other entries are told by their number alone.
 */
export async function exportEntries(
  strapi: Strapi,
  types: ListedType[],
  cell: Cell,
  fieldNames: FieldNames,
  head: HeadLine[]
): Promise<EntriesExport> {
  const { all, total } = await inReadingTransaction(strapi, (trx) =>
    countDocuments(strapi, trx, types, cell)
  );
  const locales = (await siteLocales(strapi)).map(({ code }) => code);
  const pages = walkEntries(strapi, types, cell, { fieldNames, locales, withContributors: true });
  const counts: HeadLine[] = [
    ['listed entries', total],
    ['not listed', `${all - total} entries that your role may not read`],
  ];
  return { total, lines: streamOf(lines([...head, ...counts, ...DEFINITIONS], pages)) };
}

async function* lines(
  head: HeadLine[],
  pages: AsyncGenerator<DetailedEntry[]>
): AsyncGenerator<string> {
  yield [BYTE_ORDER_MARK, csvLines(head), '\r\n', csvLines([COLUMNS])].join('');
  for await (const entries of pages) yield csvLines(entries.map(fieldsOf));
}

function fieldsOf(entry: DetailedEntry): CsvField[] {
  return [
    ...[entry.type, entry.typeName, entry.documentId, entry.locale, entry.title],
    entry.stage && entry.stage.name,
    entry.personas.map(({ name }) => name).join(NAME_SEPARATOR),
    (entry.contributors ?? []).join(NAME_SEPARATOR),
    entry.publishedAt,
  ];
}
