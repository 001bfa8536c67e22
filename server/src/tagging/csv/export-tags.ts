/** All tags as CSV, read and sent page by page: memory does not grow with their number. */
import type { Readable } from 'node:stream';

import { LIST_SEPARATOR } from '../../../../contracts/sales-sourced/csv';
import { TAG_COLUMNS, type TagColumn } from '../../../../contracts/tagging-csv';
import type { FieldNames } from '../../config';
import { BYTE_ORDER_MARK, csvLines, streamOf, type CsvField } from '../../csv';
import { mainFieldOf } from '../../main-field';
import { readAccess, type Ability, type ReadAccess } from '../../read-access';
import { getService } from '../../services';
import {
  inReadingTransaction,
  rowsOf,
  type ContentTypeSchema,
  type Strapi,
  type Trx,
} from '../../strapi';
import { tablesOf, type TypeTables } from '../../type-tables';
import { speakingVersions } from '../speaking-versions';
import { attributeOf } from '../tag-access';

const ROWS_AT_ONCE = 500;

interface ExportedType {
  type: ContentTypeSchema;
  access: ReadAccess;
}

/**
 * One row for each document and locale that the user may read, with the tags of the draft, or of the only version. A tag that
 * the user may not read in one of the types has no column: taken for empty, an import would remove it.
 */
export async function exportTags(strapi: Strapi, ability: Ability): Promise<Readable> {
  const tagging = getService(strapi, 'tagging');
  const names = tagging.fieldNames();
  const types: ExportedType[] = [];
  for (const type of tagging.taggedTypes()) {
    const access = await readAccess(strapi, type, ability);
    if (access.mayRead) types.push({ type, access });
  }
  const tags = TAG_COLUMNS.filter((tag) =>
    types.every(({ access }) => access.mayReadField(attributeOf(names, tag)))
  );
  return streamOf(lines(strapi, types, tags, names));
}

async function* lines(
  strapi: Strapi,
  types: ExportedType[],
  tags: TagColumn[],
  names: FieldNames
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLines([['type', 'documentId', 'locale', 'title', ...tags]]);
  for (const { type, access } of types) {
    const tables = tablesOf(strapi, type, names);
    const title = await mainFieldOf(strapi, type);
    for (let after = 0; ;) {
      const ids = await inReadingTransaction(strapi, (trx) =>
        nextRows(strapi, trx, tables, access, after)
      );
      const last = ids.at(-1);
      if (last === undefined) break;
      after = last;
      const rows = await readRows(strapi, type, access, ids, [title], names);
      const fields: CsvField[][] = [];
      for (const row of rows) {
        const readable = (await access.sanitize(row)) as Record<string, unknown>;
        // Conditions may hide a tag on this one entry alone.
        if (tags.some((tag) => readable[attributeOf(names, tag)] === undefined)) continue;
        fields.push([
          ...[type.uid, row.documentId, row.locale, textOf(readable[title])],
          ...tags.map((tag) => slugsIn(readable[attributeOf(names, tag)])),
        ]);
      }
      yield csvLines(fields);
    }
  }
}

async function nextRows(
  strapi: Strapi,
  trx: Trx,
  tables: TypeTables,
  access: ReadAccess,
  after: number
): Promise<number[]> {
  const versions = speakingVersions(strapi, trx, tables, 'draft')
    .where('version.id', '>', after)
    .orderBy('version.id')
    .limit(ROWS_AT_ONCE);
  const permitted = access.permittedRows();
  if (permitted) versions.whereIn('version.id', permitted);
  const rows: { id: number }[] = await versions.select({ id: 'version.id' });
  return rows.map(({ id }) => id);
}

interface Row {
  id: number;
  documentId: string;
  locale: string | null;
  [field: string]: unknown;
}

async function readRows(
  strapi: Strapi,
  { uid }: ContentTypeSchema,
  access: ReadAccess,
  ids: number[],
  fields: string[],
  names: FieldNames
): Promise<Row[]> {
  const slug = { select: ['slug'] };
  const hasConditions = access.permittedRows() !== null;
  return rowsOf<Row>(strapi, uid).findMany({
    where: { id: { $in: ids } },
    orderBy: { id: 'asc' },
    populate: {
      [names.journeyStage]: slug,
      [names.personas]: slug,
      [names.contributors]: slug,
      ...access.populate,
    },
    // Conditions may look at any field.
    ...(hasConditions ? {} : { select: [...new Set(['id', 'documentId', 'locale', ...fields])] }),
  });
}

function textOf(value: unknown): CsvField {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

function slugsIn(related: unknown): string {
  const list = (Array.isArray(related) ? related : related ? [related] : []) as { slug: string }[];
  return list.map(({ slug }) => slug).join(LIST_SEPARATOR);
}
