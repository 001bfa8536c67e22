/** The entries behind a cell, over all types in one list. */
import type { Knex } from 'knex';

import type {
  CoverageEntries,
  CoverageEntriesQuery,
  CoverageEntry,
} from '../../../contracts/coverage';
import type { FieldNames } from '../config';
import {
  inReadingTransaction,
  siteLocales,
  type ContentTypeSchema,
  type Strapi,
  type Trx,
} from '../strapi';
import { versionsInCell, type Cell } from './cell-versions';
import { entryDetails } from './entry-details';
import { tablesOf, type TypeTables } from './query';
import { readAccess, type Ability, type ReadAccess } from '../read-access';

interface ListedType {
  schema: ContentTypeSchema;
  tables: TypeTables;
  access: ReadAccess;
}

/** A document on the page. */
interface Found {
  type: string;
  document: string;
}

/**
 * Two statements count, one finds the page; then a few per type on the page, however many entries
 * are on it, fetch titles and tags.
 * @param cell stage and persona are slugs, `none` and `everyone`; unknown ones match nothing.
 */
export async function listEntries(
  strapi: Strapi,
  schemas: ContentTypeSchema[],
  fieldNames: FieldNames,
  cell: Cell,
  { page, pageSize }: Pick<CoverageEntriesQuery, 'page' | 'pageSize'>,
  ability: Ability
): Promise<CoverageEntries> {
  const types: ListedType[] = [];
  for (const schema of schemas) {
    const tables = tablesOf(strapi, schema, fieldNames);
    types.push({ schema, tables, access: await readAccess(strapi, schema, ability) });
  }
  const readable = types.filter(({ access }) => access.mayRead);

  const { total, all, found, versions } = await inReadingTransaction(strapi, async (trx) => {
    const everything = types.map(({ tables }) =>
      documentsOf(trx, tables, versionsInCell(strapi, trx, tables, cell))
    );
    const visible = readable.map((type) =>
      documentsOf(trx, type.tables, permittedInCell(strapi, trx, type, cell))
    );
    const onPage = await pageOf(trx, visible, page, pageSize);
    return {
      all: await countAll(trx, everything),
      total: await countAll(trx, visible),
      found: onPage,
      versions: await versionsOf(strapi, trx, readable, cell, onPage),
    };
  });

  const locales = (await siteLocales(strapi)).map(({ code }) => code);
  const entries = new Map<string, CoverageEntry>();
  for (const { schema, access } of readable) {
    const ids = versions.get(schema.uid) ?? [];
    if (ids.length === 0) continue;
    for (const entry of await entryDetails(strapi, schema, access, fieldNames, ids, locales)) {
      entries.set(`${entry.type} ${entry.documentId}`, entry);
    }
  }
  return {
    data: found.flatMap(({ type, document }) => entries.get(`${type} ${document}`) ?? []),
    meta: {
      pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
      hidden: all - total,
    },
  };
}

/** Versions in the cell that the user's conditions allow. */
function permittedInCell(
  strapi: Strapi,
  trx: Trx,
  { tables, access }: ListedType,
  cell: Cell
): Knex.QueryBuilder {
  const versions = versionsInCell(strapi, trx, tables, cell);
  const permitted = access.permittedRows();
  return permitted ? versions.whereIn('version.id', permitted) : versions;
}

/** The documents of versions: their ids and when they were last published. */
function documentsOf(trx: Trx, type: TypeTables, versions: Knex.QueryBuilder): Knex.QueryBuilder {
  return versions
    .select(trx.raw('? as ??', [type.uid, 'type']))
    .select({ document: 'version.document_id' })
    .max({ published: `version.${type.publishedAtColumn}` })
    .groupBy('version.document_id');
}

async function countAll(trx: Trx, documents: Knex.QueryBuilder[]): Promise<number> {
  if (documents.length === 0) return 0;
  const [row] = await trx
    .from(union(trx, documents))
    .count<{ total: number | string }[]>({ total: '*' });
  return Number(row?.total ?? 0);
}

async function pageOf(
  trx: Trx,
  documents: Knex.QueryBuilder[],
  page: number,
  pageSize: number
): Promise<Found[]> {
  if (documents.length === 0) return [];
  return (
    (await trx
      .from(union(trx, documents))
      .select('type', 'document')
      // Databases disagree on where nulls sort.
      .orderByRaw('case when ?? is null then 1 else 0 end', ['published'])
      .orderBy([{ column: 'published', order: 'desc' }, { column: 'type' }, { column: 'document' }])
      .limit(pageSize)
      .offset((page - 1) * pageSize)) as Found[]
  );
}

function union(trx: Trx, documents: Knex.QueryBuilder[]): Knex.QueryBuilder {
  return trx.queryBuilder().unionAll(documents).as('entries');
}

/** Row ids of the versions that put the documents of a page into the cell, by type. */
async function versionsOf(
  strapi: Strapi,
  trx: Trx,
  types: ListedType[],
  cell: Cell,
  found: Found[]
): Promise<Map<string, number[]>> {
  const versions = new Map<string, number[]>();
  for (const type of types) {
    const { uid } = type.schema;
    const documents = found.filter((entry) => entry.type === uid).map(({ document }) => document);
    if (documents.length === 0) continue;
    const rows = await permittedInCell(strapi, trx, type, cell)
      .whereIn('version.document_id', documents)
      .select<{ id: number }[]>('version.id');
    versions.set(
      uid,
      rows.map(({ id }) => id)
    );
  }
  return versions;
}
