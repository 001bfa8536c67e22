/** Which changes a person may make, as the Content Manager would decide it. */
import type { RowError } from '../../../../contracts/csv-import';
import { inChunks } from '../../chunks';
import type { FieldNames } from '../../config';
import type { ChangeAccess } from '../../read-access';
import { tableIn, type ContentTypeSchema, type Strapi, type Trx } from '../../strapi';
import type { TypeTables } from '../../type-tables';
import { fieldOf } from './export-tags';
import { sameTag, TAGS } from '../tag-links';
import type { VersionChange } from './tag-changes';

/** A type whose entries are changed. */
export interface ChangingType {
  schema: ContentTypeSchema;
  fieldNames: FieldNames;
  tables: TypeTables;
  update: ChangeAccess;
  publish: ChangeAccess;
}

/**
 * An error for each row of the file whose changes the user may not make: all of them take the right to update entries and the
 * field, and those of live versions beside drafts the right to publish.
 */
export async function refusedChanges(
  strapi: Strapi,
  trx: Trx,
  { tables, update, publish, fieldNames }: ChangingType,
  changes: VersionChange[]
): Promise<RowError[]> {
  const allowed = (access: ChangeAccess, some: VersionChange[]) =>
    permittedIds(strapi, trx, tables, access, some);
  const publishes = ({ version }: VersionChange) =>
    version === 'published' && tables.draftAndPublish;
  const mayUpdate = await allowed(update, changes);
  const mayPublish = await allowed(publish, changes.filter(publishes));
  const errors = new Map<number, RowError>();
  const refuse = (row: number, column: string | null, message: string) => {
    if (!errors.has(row)) errors.set(row, { row, column, message });
  };
  for (const change of changes) {
    const hidden = TAGS.find(
      (tag) =>
        !sameTag(change.before, change.after, tag) &&
        !update.mayChangeField(fieldOf(tag, fieldNames))
    );
    if (!mayUpdate.has(change.id)) refuse(change.row, null, 'your role may not change this entry');
    else if (hidden) refuse(change.row, hidden, 'your role may not change this field');
    else if (publishes(change) && !mayPublish.has(change.id)) {
      refuse(change.row, null, 'your role may not change what is live: import into drafts alone');
    }
  }
  return [...errors.values()];
}

async function permittedIds(
  strapi: Strapi,
  trx: Trx,
  { table }: TypeTables,
  access: ChangeAccess,
  changes: VersionChange[]
): Promise<Set<number>> {
  if (!access.mayChange) return new Set();
  const ids = changes.map(({ id }) => id);
  if (access.permittedRows() === null) return new Set(ids);
  const permitted = new Set<number>();
  await inChunks(ids, async (some) => {
    const rows = tableIn(strapi, trx, table).whereIn('id', some);
    const allowed = access.permittedRows();
    if (allowed) rows.whereIn('id', allowed);
    for (const { id } of await rows.select<{ id: number }[]>('id')) permitted.add(id);
  });
  return permitted;
}
