/** Tags from a CSV file: all of them or none. */
import type { RowError } from '../../../../contracts/csv-import';
import type { TaggedVersions, TagsImportReport, TagsRow } from '../../../../contracts/tagging-csv';
import type { Ability } from '../../read-access';
import { mainFieldOf } from '../../main-field';
import { getService } from '../../services';
import {
  inTransaction,
  isLocalized,
  oneAtATime,
  siteLocales,
  type ContentTypeSchema,
  type Strapi,
  type Trx,
} from '../../strapi';
import { tablesOf } from '../../type-tables';
import { tagAccess } from '../tag-access';
import { lockVersions, replaceTags } from '../tag-links';
import { tellWrittenTags } from '../tell-changes';
import { findEntries, type LocatedRow, type SearchedType } from './find-entries';
import { parseTags } from './parse-tags';
import { refusedChanges, type ChangingType } from './rights';
import { changesOf, siblingChanges, type VersionChange } from './tag-changes';
import {
  holdTargets,
  readChoices,
  wantedTags,
  type TagChoices,
  type WantedEntry,
} from './wanted-tags';

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
  { ability, dryRun, versions }: TagsImport
): Promise<TagsImportReport> {
  const parsed = parseTags(bytes);
  // Alone with the site's record: nobody withdraws consent meanwhile.
  const run = dryRun ? inTransaction : oneAtATime;
  return run(strapi, async (trx) => {
    if (!dryRun) await holdTargets(strapi, trx);
    const choices = await readChoices(strapi);
    const located = await locate(strapi, parsed.rows);
    const errors = [...parsed.errors, ...located.errors];
    const report = { changes: 0, unchanged: 0, byTitle: 0 };
    const pending: { type: ImportedType; changes: VersionChange[] }[] = [];
    for (const [schema, rows] of located.byType) {
      const type = await importedType(strapi, schema, ability);
      const { entries, errors: wrong } = await understand(strapi, trx, type, rows, choices);
      const documentIds = entries.map(({ documentId }) => documentId);
      const known = await lockVersions(strapi, trx, type.tables, documentIds);
      const changes = changesOf(entries, known, type.tables, versions);
      const refused = await refusedChanges(type, changes);
      errors.push(...wrong, ...refused);
      const changed = new Set(changes.map(({ row }) => row));
      report.changes += changed.size;
      report.unchanged += entries.length - changed.size;
      report.byTitle += entries.filter(({ byTitle }) => byTitle).length;
      const siblings = siblingChanges(strapi, entries, known, type.tables, changes);
      pending.push({ type, changes: [...changes, ...siblings] });
    }
    if (!dryRun && errors.length === 0) {
      for (const { type, changes } of pending) {
        await replaceTags(strapi, trx, type.tables, changes);
        await tellWrittenTags(strapi, type.schema.uid, changes);
      }
    }
    errors.sort((a, b) => a.row - b.row);
    return {
      ...{ dryRun, rows: parsed.total, ...report },
      errors: errors.slice(0, ERRORS_TOLD),
      errorCount: errors.length,
    };
  });
}

interface Located {
  byType: Map<ContentTypeSchema, LocatedRow[]>;
  errors: RowError[];
}

/** Sorts rows by their types, and finds out their locales. */
async function locate(strapi: Strapi, rows: { row: number; values: TagsRow }[]): Promise<Located> {
  const types = new Map<string, ContentTypeSchema>(
    getService(strapi, 'tagging')
      .taggedTypes()
      .map((type) => [type.uid, type])
  );
  const locales = await siteLocales(strapi);
  const located: Located = { byType: new Map(), errors: [] };
  for (const { row, values } of rows) {
    const type = types.get(values.type);
    const refuse = (column: string, message: string) => {
      located.errors.push({ row, column, message });
    };
    if (!type) {
      refuse('type', `“${values.type}” is not a tagged content type`);
      continue;
    }
    const known = locales.some(({ code }) => code === values.locale);
    if (values.locale && !isLocalized(type)) refuse('locale', 'the type has no locales');
    else if (values.locale && !known) refuse('locale', 'is not a locale of this site');
    else {
      const locale = isLocalized(type) ? (values.locale ?? locales[0]?.code ?? null) : null;
      const ofType = located.byType.get(type) ?? [];
      ofType.push({ row, values, locale });
      located.byType.set(type, ofType);
    }
  }
  return located;
}

interface ImportedType extends ChangingType, SearchedType {
  schema: ContentTypeSchema;
}

async function importedType(
  strapi: Strapi,
  schema: ContentTypeSchema,
  ability: Ability
): Promise<ImportedType> {
  const fieldNames = getService(strapi, 'tagging').fieldNames();
  const mainField = await mainFieldOf(strapi, schema);
  const attributes = schema.attributes as Partial<Record<string, { type: string }>>;
  const isText = ['string', 'text'].includes(attributes[mainField]?.type ?? '');
  return {
    schema,
    tables: tablesOf(strapi, schema, fieldNames),
    titleField: isText ? mainField : null,
    access: await tagAccess(strapi, schema, fieldNames, ability),
  };
}

/** Which entries, each once, and which tags the rows mean. */
async function understand(
  strapi: Strapi,
  trx: Trx,
  type: SearchedType,
  rows: LocatedRow[],
  choices: TagChoices
): Promise<{ entries: WantedEntry[]; errors: RowError[] }> {
  if (!type.access.mayRead) {
    const errors = rows.map(({ row }) => ({
      ...{ row, column: 'type', message: 'your role may not read entries of this type' },
    }));
    return { entries: [], errors };
  }
  const { found, errors } = await findEntries(strapi, trx, type, rows);
  const entries: WantedEntry[] = [];
  const rowOf = new Map<string, number>();
  for (const entry of found) {
    const { row, values, documentId, locale } = entry;
    const key = `${documentId} ${locale ?? ''}`;
    const earlier = rowOf.get(key);
    rowOf.set(key, earlier ?? row);
    const understood = wantedTags(values, choices);
    if (earlier !== undefined) {
      errors.push({ row, column: 'documentId', message: `is the entry of row ${earlier} again` });
    } else if ('problem' in understood) errors.push({ row, ...understood.problem });
    else entries.push({ ...entry, wanted: understood.wanted });
  }
  return { entries, errors };
}
