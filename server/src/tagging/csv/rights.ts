/** Which changes a person may make, as the Content Manager would decide it. */
import type { RowError } from '../../../../contracts/csv-import';
import { inChunks } from '../../chunks';
import type { TypeTables } from '../../type-tables';
import type { RowAccess, TagAccess } from '../tag-access';
import { sameTag, TAGS } from '../tag-links';
import type { VersionChange } from './tag-changes';

/** A type whose entries are changed. */
export interface ChangingType {
  tables: TypeTables;
  access: TagAccess;
}

/**
 * An error for each row of the file whose changes the user may not make: all of them take the right to update the entry and the
 * field, and those of live versions beside drafts the right to publish.
 */
export async function refusedChanges(
  { tables, access }: ChangingType,
  changes: VersionChange[]
): Promise<RowError[]> {
  const errors = new Map<number, RowError>();
  await inChunks(changes, async (some) => {
    const rows = await access.rows(some.map(({ id }) => id));
    for (const change of some) {
      const problem = problemOf(change, rows, tables);
      if (problem && !errors.has(change.row))
        errors.set(change.row, { row: change.row, ...problem });
    }
  });
  return [...errors.values()];
}

function problemOf(
  { id, version, before, after }: VersionChange,
  rows: RowAccess,
  { draftAndPublish }: TypeTables
): Omit<RowError, 'row'> | null {
  if (!rows.mayEdit(id)) return { column: null, message: 'your role may not change this entry' };
  const hidden = TAGS.find((tag) => !sameTag(before, after, tag) && !rows.mayEditTags(id, [tag]));
  if (hidden) return { column: hidden, message: 'your role may not change this field' };
  if (version === 'draft' || !draftAndPublish || rows.mayPublish(id)) return null;
  return {
    ...{ column: null },
    message: 'your role may not change what is live: import into drafts alone',
  };
}
