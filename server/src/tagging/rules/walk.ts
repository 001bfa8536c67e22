/** The site's own entries as rules see them, with the tags that people gave them, in pages. */
import type { FieldNames } from '../../config';
import type { ReadAccess } from '../../read-access';
import { inTransaction, rowsOf, type ContentTypeSchema, type Strapi, type Trx } from '../../strapi';
import { tablesOf, type TypeTables } from '../../type-tables';
import { speakingVersions } from '../speaking-versions';
import { entryReader } from './fields';
import type { SuggestionEntry } from './suggest';

const ROWS_AT_ONCE = 500;

/** An entry as far as the user may see it, with its tags by their document ids. */
export interface TaggedEntry {
  rowId: number;
  entry: SuggestionEntry;
  stage: string | null;
  personas: string[];
}

/** What is walked. */
export interface Walk {
  type: ContentTypeSchema;
  fieldNames: FieldNames;
  access: ReadAccess;
  /** Names of the fields that rules ask about. */
  fields: string[];
  /** How many entries at most, the newest ones. */
  most: number;
}

/**
 * The live version of each document and locale, else its draft, of those that the user may read. A page takes one
 * statement to find, and one per relation to read.
 */
export async function* walkEntries(
  strapi: Strapi,
  { type, fieldNames, access, fields, most }: Walk
): AsyncGenerator<TaggedEntry[]> {
  const tables = tablesOf(strapi, type, fieldNames);
  const reader = await entryReader(strapi, type, fields);
  const tag = { select: ['documentId'] };
  const populate = {
    ...reader.populate,
    [fieldNames.journeyStage]: tag,
    [fieldNames.personas]: tag,
  };
  const hasConditions = access.permittedRows() !== null;
  const asked = ['id', ...reader.select, ...Object.keys(populate)];
  // Without conditions a field is seen in all entries or in none, which is known without looking at them.
  const shown = new Set(asked.filter((name) => access.mayReadField(name)));
  const readableOf = async (row: Row): Promise<Record<string, unknown>> =>
    hasConditions
      ? ((await access.sanitize(row)) as Record<string, unknown>)
      : Object.fromEntries(Object.entries(row).filter(([name]) => shown.has(name)));
  for (let before: number | null = null, left = most; left > 0;) {
    const limit = Math.min(ROWS_AT_ONCE, left);
    const ids = await inTransaction(strapi, (trx) =>
      nextRows(strapi, trx, tables, access, { before, limit })
    );
    const last = ids.at(-1);
    if (last === undefined) return;
    before = last;
    left -= ids.length;
    const rows = await rowsOf<Row>(strapi, type.uid).findMany({
      where: { id: { $in: ids } },
      // Conditions may look at any field.
      ...(hasConditions ? {} : { select: ['id', ...reader.select] }),
      populate: { ...populate, ...access.populate },
    });
    const page: TaggedEntry[] = [];
    for (const row of rows) {
      const readable = await readableOf(row);
      const stage = readable[fieldNames.journeyStage] as Named | null | undefined;
      const personas = readable[fieldNames.personas] as Named[] | undefined;
      // Conditions may hide the tags of this one entry.
      if (stage === undefined || personas === undefined) continue;
      page.push({
        ...{ rowId: row.id, entry: reader.entryOf(readable), stage: stage?.documentId ?? null },
        personas: personas.map(({ documentId }) => documentId),
      });
    }
    yield page;
  }
}

interface Row {
  id: number;
  [field: string]: unknown;
}

interface Named {
  documentId: string;
}

async function nextRows(
  strapi: Strapi,
  trx: Trx,
  tables: TypeTables,
  access: ReadAccess,
  { before, limit }: { before: number | null; limit: number }
): Promise<number[]> {
  const versions = speakingVersions(strapi, trx, tables, 'live')
    .orderBy('version.id', 'desc')
    .limit(limit);
  const permitted = access.permittedRows();
  if (permitted) versions.whereIn('version.id', permitted);
  if (before !== null) versions.where('version.id', '<', before);
  const rows: { id: number }[] = await versions.select({ id: 'version.id' });
  return rows.map(({ id }) => id);
}
