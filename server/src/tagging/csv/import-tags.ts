/** Tags from a CSV file: all of them or none. */
import type { TaggedVersions, TagsImportReport, TagsRow } from '../../../../contracts/tagging-csv';
import type { ParsedCsv } from '../../csv-rows';
import type { Ability } from '../../read-access';
import { inTransaction, oneAtATime, type Strapi, type Trx } from '../../strapi';
import { lockRows, replaceTags } from '../tag-links';
import { tellWrittenTags } from '../tell-changes';
import { checkRows, type CheckedRows } from './check-rows';
import { parseTags } from './parse-tags';
import { holdTargets } from './wanted-tags';

/** Errors that are told one by one. */
const ERRORS_TOLD = 100;

export interface TagsImport {
  ability: Ability;
  dryRun: boolean;
  versions: TaggedVersions;
}

/**
 * Checks every row, and tags all entries when none is wrong and it is no dry run, in one transaction.
 * @throws {UnreadableCsv} when the file as a whole is wrong.
 */
export async function importTags(
  strapi: Strapi,
  bytes: Uint8Array,
  { dryRun, ...how }: TagsImport
): Promise<TagsImportReport> {
  const parsed = parseTags(bytes);
  const check = (trx: Trx) => checkRows(strapi, trx, parsed, how);
  const seen = await inTransaction(strapi, check);
  if (dryRun || seen.errors.length > 0) return reportOf(parsed, seen, dryRun);
  // Alone with the site's record: nobody withdraws consent meanwhile.
  return oneAtATime(strapi, async (trx) => {
    await holdTargets(strapi, trx);
    await holdEntries(strapi, trx, seen);
    const now = await check(trx);
    refuseOthers(seen, now);
    if (now.errors.length === 0) {
      for (const { type, changes } of now.types) {
        await replaceTags(strapi, trx, type.tables, changes);
        await tellWrittenTags(strapi, type.schema.uid, changes);
      }
    }
    return reportOf(parsed, now, dryRun);
  });
}

async function holdEntries(strapi: Strapi, trx: Trx, { types }: CheckedRows): Promise<void> {
  for (const { type, entries } of types) {
    const documentIds = entries.map(({ documentId }) => documentId);
    await lockRows(strapi, trx, type.tables, documentIds);
  }
}

/** Entries that a row did not mean at first are not held: they have its title since a moment. */
function refuseOthers(seen: CheckedRows, now: CheckedRows): void {
  const held = new Set(
    seen.types.flatMap(({ entries }) => entries.map(({ documentId }) => documentId))
  );
  for (const { row, documentId } of now.types.flatMap(({ entries }) => entries)) {
    if (held.has(documentId)) continue;
    now.errors.push({ row, column: 'title', message: 'is that of another entry since' });
  }
}

function reportOf(
  { total }: ParsedCsv<TagsRow>,
  { types, errors }: CheckedRows,
  dryRun: boolean
): TagsImportReport {
  const entries = types.flatMap((type) => type.entries);
  const changes = types.reduce((sum, { changing }) => sum + changing, 0);
  errors.sort((a, b) => a.row - b.row);
  return {
    ...{ dryRun, rows: total, changes, unchanged: entries.length - changes },
    byTitle: entries.filter(({ byTitle }) => byTitle).length,
    errors: errors.slice(0, ERRORS_TOLD),
    errorCount: errors.length,
  };
}
