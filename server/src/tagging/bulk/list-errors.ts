/** The entries of a bulk run that were not tagged, or not brought back. */
import type { BulkError, BulkErrors } from '../../../../contracts/bulk-tagging';
import type { Ability } from '../../read-access';
import { getService } from '../../services';
import {
  inTransaction,
  tableIn,
  type ContentTypeSchema,
  type Strapi,
  type Trx,
} from '../../strapi';
import { tablesOf } from '../../type-tables';
import { queueEntries } from '../queue/details';
import { changesTable, type ChangeRow } from '../run-ledger';
import { tagAccess } from '../tag-access';
import { mustFind } from './runs';

interface Page {
  page: number;
  pageSize: number;
}

/**
 * A page of them, with the titles that the user may see.
 * @throws {NotFoundError} when there is no such run.
 */
export async function listErrors(
  strapi: Strapi,
  ability: Ability,
  id: number,
  { page, pageSize }: Page
): Promise<BulkErrors> {
  await mustFind(strapi, id);
  const { total, rows } = await inTransaction(strapi, async (trx) => {
    const wrong = () =>
      changesTable(strapi, trx).where('run', id).whereIn('state', ['failed', 'left']);
    const [counted]: { entries: number | string }[] = await wrong().count({ entries: '*' });
    const found: ChangeRow[] = await wrong()
      .orderBy('id')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .select('id', 'type', 'document', 'in_locale', 'problem');
    return { total: Number(counted?.entries ?? 0), rows: found };
  });
  const types = getService(strapi, 'tagging').taggedTypes();
  const titles = new Map<string, string | null>();
  for (const type of types) {
    const ofType = rows.filter((row) => row.type === type.uid);
    if (ofType.length > 0) await addTitles(strapi, ability, type, ofType, titles);
  }
  return {
    data: rows.map((row): BulkError => {
      const type = types.find(({ uid }) => uid === row.type);
      return {
        ...{ type: row.type, documentId: row.document, locale: row.in_locale },
        ...{ typeName: type?.info.displayName ?? row.type, kind: type?.kind ?? 'collectionType' },
        title: titles.get(keyOf(row)) ?? null,
        problem: row.problem ?? 'database',
      };
    }),
    meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } },
  };
}

const keyOf = ({ type, document, in_locale }: Pick<ChangeRow, 'type' | 'document' | 'in_locale'>) =>
  `${type} ${document} ${in_locale ?? ''}`;

async function addTitles(
  strapi: Strapi,
  ability: Ability,
  schema: ContentTypeSchema,
  rows: ChangeRow[],
  titles: Map<string, string | null>
): Promise<void> {
  const names = getService(strapi, 'tagging').fieldNames();
  const access = await tagAccess(strapi, schema, names, ability);
  if (!access.mayRead) return;
  const tables = tablesOf(strapi, schema, names);
  const readable = async (trx: Trx): Promise<{ id: number }[]> => {
    const versions = tableIn(strapi, trx, `${tables.table} as version`).whereIn(
      'version.document_id',
      rows.map(({ document }) => document)
    );
    if (tables.draftAndPublish) void versions.whereNull(`version.${tables.publishedAtColumn}`);
    const permitted = access.readableRows();
    if (permitted) void versions.whereIn('version.id', permitted);
    return versions.select('version.id');
  };
  const ids = (await inTransaction(strapi, readable)).map(({ id }) => id);
  for (const entry of await queueEntries(strapi, { schema, tables, access }, ids)) {
    const { type, documentId: document, locale: in_locale, title } = entry;
    titles.set(keyOf({ type, document, in_locale }), title);
  }
}
