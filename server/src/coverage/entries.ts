/** The entries behind a cell, over all types in one list. */
import type { Knex } from 'knex';

import type { CoverageEntries, CoverageEntriesQuery } from '../../../contracts/coverage';
import type { FieldNames } from '../config';
import type { Ability } from '../read-access';
import {
  inReadingTransaction,
  siteLocales,
  type ContentTypeSchema,
  type Strapi,
  type Trx,
} from '../strapi';
import {
  countDocuments,
  inOrder,
  listedTypes,
  readableOf,
  versionsOf,
  visibleDocuments,
  type Found,
  type ListedType,
} from './cell-documents';
import type { Cell } from './cell-versions';
import { entryDetails, type DetailedEntry, type EntryFields } from './entry-details';

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
  const types = await listedTypes(strapi, schemas, fieldNames, ability);
  const { total, all, found, versions } = await inReadingTransaction(strapi, async (trx) => {
    const visible = visibleDocuments(strapi, trx, types, cell);
    const inList = { limit: pageSize, offset: (page - 1) * pageSize };
    const onPage = visible.length === 0 ? [] : await pageOf(trx, visible, inList);
    return {
      ...(await countDocuments(strapi, trx, types, cell)),
      found: onPage,
      versions: await versionsOf(strapi, trx, types, cell, onPage),
    };
  });
  const locales = (await siteLocales(strapi)).map(({ code }) => code);
  return {
    data: await entriesOf(strapi, types, found, versions, { fieldNames, locales }),
    meta: {
      pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
      hidden: all - total,
    },
  };
}

async function pageOf(
  trx: Trx,
  documents: Knex.QueryBuilder[],
  { limit, offset }: { limit: number; offset: number }
): Promise<Found[]> {
  return (await inOrder(trx, documents).limit(limit).offset(offset)) as Found[];
}

/**
 * What the user may see of documents, in their order. One that is gone by now is left out.
 * @param versions row ids by type, as `versionsOf` finds them.
 */
export async function entriesOf(
  strapi: Strapi,
  types: ListedType[],
  found: Found[],
  versions: Map<string, number[]>,
  fields: EntryFields
): Promise<DetailedEntry[]> {
  const entries = new Map<string, DetailedEntry>();
  for (const { schema, access } of readableOf(types)) {
    const ids = versions.get(schema.uid) ?? [];
    if (ids.length === 0) continue;
    for (const entry of await entryDetails(strapi, schema, access, ids, fields)) {
      entries.set(`${entry.type} ${entry.documentId}`, entry);
    }
  }
  return found.flatMap(({ type, document }) => entries.get(`${type} ${document}`) ?? []);
}
