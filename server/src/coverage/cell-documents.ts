/** SQL of the documents behind a cell, over all types in one list, as one user may see them. */
import type { Knex } from 'knex';

import type { FieldNames } from '../config';
import { readAccess, type Ability, type ReadAccess } from '../read-access';
import type { ContentTypeSchema, Strapi, Trx } from '../strapi';
import { tablesOf, type TypeTables } from '../type-tables';
import { versionsInCell, type Cell } from './cell-versions';

/** A type whose entries are listed. */
export interface ListedType {
  schema: ContentTypeSchema;
  tables: TypeTables;
  access: ReadAccess;
}

/** A document by its names. */
export interface Found {
  type: string;
  document: string;
}

/** The types with what `ability` may read of each. */
export async function listedTypes(
  strapi: Strapi,
  schemas: ContentTypeSchema[],
  fieldNames: FieldNames,
  ability: Ability
): Promise<ListedType[]> {
  const types: ListedType[] = [];
  for (const schema of schemas) {
    const tables = tablesOf(strapi, schema, fieldNames);
    types.push({ schema, tables, access: await readAccess(strapi, schema, ability) });
  }
  return types;
}

/** Those of the types that the user may read. */
export const readableOf = (types: ListedType[]) => types.filter(({ access }) => access.mayRead);

/** Counts the documents in a cell: all of them, and those that the user may read. Two statements. */
export async function countDocuments(
  strapi: Strapi,
  trx: Trx,
  types: ListedType[],
  cell: Cell
): Promise<{ all: number; total: number }> {
  const everything = types.map(({ tables }) =>
    documentsOf(trx, tables, versionsInCell(strapi, trx, tables, cell))
  );
  return {
    all: await countAll(trx, everything),
    total: await countAll(trx, visibleDocuments(strapi, trx, types, cell)),
  };
}

/** A statement per readable type for its documents in the cell: `type`, `document`, `published`, `versions`. */
export function visibleDocuments(
  strapi: Strapi,
  trx: Trx,
  types: ListedType[],
  cell: Cell
): Knex.QueryBuilder[] {
  return readableOf(types).map((type) =>
    documentsOf(trx, type.tables, permittedInCell(strapi, trx, type, cell))
  );
}

/** The documents in one list, last published first; at least one statement is needed. */
export function inOrder(trx: Trx, documents: Knex.QueryBuilder[]): Knex.QueryBuilder {
  return (
    trx
      .from(union(trx, documents))
      .select('type', 'document')
      // Databases disagree on where nulls sort.
      .orderByRaw('case when ?? is null then 1 else 0 end', ['published'])
      .orderBy([{ column: 'published', order: 'desc' }, { column: 'type' }, { column: 'document' }])
  );
}

/** Row ids of the versions that put the documents into the cell, by type. A statement per type. */
export async function versionsOf(
  strapi: Strapi,
  trx: Trx,
  types: ListedType[],
  cell: Cell,
  found: Found[]
): Promise<Map<string, number[]>> {
  const versions = new Map<string, number[]>();
  for (const type of readableOf(types)) {
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

/** The documents of versions: their ids, when they were last published, and by how many versions. */
function documentsOf(trx: Trx, type: TypeTables, versions: Knex.QueryBuilder): Knex.QueryBuilder {
  return versions
    .select(trx.raw('? as ??', [type.uid, 'type']))
    .select({ document: 'version.document_id' })
    .max({ published: `version.${type.publishedAtColumn}` })
    .count({ versions: '*' })
    .groupBy('version.document_id');
}

async function countAll(trx: Trx, documents: Knex.QueryBuilder[]): Promise<number> {
  if (documents.length === 0) return 0;
  const [row] = await trx
    .from(union(trx, documents))
    .count<{ total: number | string }[]>({ total: '*' });
  return Number(row?.total ?? 0);
}

function union(trx: Trx, documents: Knex.QueryBuilder[]): Knex.QueryBuilder {
  return trx.queryBuilder().unionAll(documents).as('entries');
}
