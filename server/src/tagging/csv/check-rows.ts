/** What the rows of a file of tags would change, and what is wrong with them. */
import type { RowError } from '../../../../contracts/csv-import';
import type { TaggedVersions, TagsRow } from '../../../../contracts/tagging-csv';
import type { ParsedCsv } from '../../csv-rows';
import { mainFieldOf } from '../../main-field';
import type { Ability } from '../../read-access';
import { getService } from '../../services';
import {
  isLocalized,
  siteLocales,
  type ContentTypeSchema,
  type Strapi,
  type Trx,
} from '../../strapi';
import { tablesOf } from '../../type-tables';
import { losesNeededStage } from '../require-stage';
import { tagAccess } from '../tag-access';
import { readVersions } from '../tag-links';
import { findEntries, type LocatedRow, type SearchedType } from './find-entries';
import { refusedChanges, type ChangingType } from './rights';
import { changesOf, siblingChanges, type VersionChange } from './tag-changes';
import { readChoices, wantedTags, type TagChoices, type WantedEntry } from './wanted-tags';

export interface CheckedRows {
  /** In the order in which types are locked. */
  types: CheckedType[];
  errors: RowError[];
}

export interface CheckedType {
  type: ImportedType;
  entries: WantedEntry[];
  changes: VersionChange[];
  /** How many rows change something. */
  changing: number;
}

/** Checks every row. Nothing is locked. */
export async function checkRows(
  strapi: Strapi,
  trx: Trx,
  parsed: ParsedCsv<TagsRow>,
  { ability, versions }: { ability: Ability; versions: TaggedVersions }
): Promise<CheckedRows> {
  const choices = await readChoices(strapi);
  const located = await locate(strapi, parsed.rows);
  const checked: CheckedRows = { types: [], errors: [...parsed.errors, ...located.errors] };
  for (const [schema, rows] of located.byType) {
    const type = await importedType(strapi, schema, ability);
    const { entries, errors } = await understand(strapi, trx, type, rows, choices);
    const documentIds = entries.map(({ documentId }) => documentId);
    const known = await readVersions(strapi, trx, type.tables, documentIds);
    const changes = changesOf(entries, known, type.tables, versions);
    const siblings = siblingChanges(strapi, entries, known, type.tables, changes);
    const all = [...changes, ...siblings];
    const refused = await refusedChanges(type, changes);
    checked.errors.push(...errors, ...refused, ...lostStages(type, all));
    checked.types.push({
      ...{ type, entries, changes: all },
      changing: new Set(changes.map(({ row }) => row)).size,
    });
  }
  checked.types.sort((a, b) => (a.type.schema.uid < b.type.schema.uid ? -1 : 1));
  return checked;
}

/** An error for each row that would take the stage off what is live, where its type asks for one. */
function lostStages({ schema, tables }: ImportedType, changes: VersionChange[]): RowError[] {
  const rows = changes.filter((change) => losesNeededStage(schema, change)).map(({ row }) => row);
  const advice = tables.draftAndPublish ? ': import into drafts alone' : '';
  const message = `what is live of this type needs a stage${advice}`;
  return [...new Set(rows)].map((row) => ({ row, column: 'stage', message }));
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
