/** Which entries a filter means, as one user may see and edit them. */
import type { Knex } from 'knex';

import type { EntryFilter, Without } from '../../../contracts/tag-change';
import { DAY_IN_MS } from '../days';
import type { Ability } from '../read-access';
import { refusal } from '../refusal';
import { getService } from '../services';
import {
  columnOf,
  modelOf,
  siteLocales,
  tableIn,
  type ContentTypeSchema,
  type JoinTable,
  type Strapi,
  type Trx,
} from '../strapi';
import { tablesOf, type TypeTables } from '../type-tables';
import { holdsWord, isText } from '../words';
import { fieldsOf, valueFor, type FieldValue } from './fields';
import { tagAccess, type TagAccess } from './tag-access';
import type { Tag } from './tag-links';
import { textColumns, type TextColumn } from './texts';

/** A type with all that a filter says about it. */
export interface SelectedType {
  schema: ContentTypeSchema;
  tables: TypeTables;
  access: TagAccess;
  /** Columns with text that the user may read. */
  texts: TextColumn[];
  /** The column that must have a value, and which. */
  field: { column: string; value: FieldValue } | null;
}

export interface Selection {
  types: SelectedType[];
  filter: EntryFilter;
  /** Undefined where the site has no locales. */
  locale: string | undefined;
}

/**
 * Looks up what a filter is about. Types that the user may not read are left out.
 * @param tags types are left out, too, whose tags of these kinds the user may not edit; null leaves them in.
 * @throws {ValidationError} naming `type`, `locale`, `field` or `value` when there is no such one.
 */
export async function selectionFor(
  strapi: Strapi,
  ability: Ability,
  filter: EntryFilter,
  tags: readonly Tag[] | null
): Promise<Selection> {
  const tagging = getService(strapi, 'tagging');
  const names = tagging.fieldNames();
  const wanted = filter.type && [...new Set(filter.type)].map((uid) => tagging.taggedType(uid));
  const locales = (await siteLocales(strapi)).map(({ code }) => code);
  if (filter.locale !== undefined && !locales.includes(filter.locale)) {
    throw refusal('locale', `“${filter.locale}” is not a locale of this site`);
  }
  const types: SelectedType[] = [];
  let isFieldKnown = filter.field === undefined;
  let isValueFit = filter.field === undefined;
  for (const schema of wanted ?? tagging.taggedTypes()) {
    const access = await tagAccess(strapi, schema, names, ability);
    if (!access.mayRead) continue;
    const attribute = fieldsOf(schema, access).find(({ name }) => name === filter.field);
    const value = attribute && valueFor(attribute, filter.value ?? '');
    isFieldKnown ||= attribute !== undefined;
    isValueFit ||= value !== undefined;
    if (filter.field !== undefined && value === undefined) continue;
    if (tags !== null && !access.mayTag(tags)) continue;
    const model = modelOf(strapi, schema.uid);
    if (!model) continue;
    types.push({
      ...{ schema, access, tables: tablesOf(strapi, schema, names) },
      texts: textColumns(strapi, schema, access),
      field:
        attribute && value !== undefined
          ? { column: columnOf(model, attribute.name), value }
          : null,
    });
  }
  if (!isFieldKnown) {
    throw refusal('field', `“${filter.field}” is not a field of these types to filter by`);
  }
  if (!isValueFit) throw refusal('value', `“${filter.value}” does not fit “${filter.field}”`);
  return { types, filter, locale: filter.locale ?? locales[0] };
}

/** Who looks: everything that may be read, or only what may be edited as well. */
export type Reach = 'readable' | 'editable';

/**
 * The versions that editors work on, one for each document that fits the filter, as `version` with nothing selected yet. What they lack
 * is not looked at: see `lacks`.
 */
export function selectedVersions(
  strapi: Strapi,
  trx: Trx,
  { filter, locale }: Selection,
  { tables, access, texts, field }: SelectedType,
  reach: Reach
): Knex.QueryBuilder {
  const versions = tableIn(strapi, trx, `${tables.table} as version`);
  if (tables.draftAndPublish) void versions.whereNull(`version.${tables.publishedAtColumn}`);
  if (tables.localized && locale !== undefined) void versions.where('version.locale', locale);
  const permitted = [
    access.readableRows(),
    reach === 'editable' ? access.editableRows() : null,
  ].filter((rows) => rows !== null);
  for (const rows of permitted) void versions.whereIn('version.id', rows);
  if (field) void whereValue(strapi, versions, `version.${field.column}`, field.value);
  const { changedFrom, changedTo, words } = filter;
  const changed = `version.${tables.updatedAtColumn}`;
  if (changedFrom !== undefined) void versions.where(changed, '>=', new Date(changedFrom));
  if (changedTo !== undefined) {
    void versions.where(changed, '<', new Date(Date.parse(changedTo) + DAY_IN_MS));
  }
  for (const word of words?.split(/\s+/).filter(Boolean) ?? []) {
    void versions.where((any) => {
      void any.whereRaw('1 = 0');
      for (const text of texts) {
        const { sql, bindings } = holdsWord(strapi, `version.${text.column}`, word, text.sql);
        void any.orWhereRaw(sql, bindings);
      }
    });
  }
  return versions;
}

function whereValue(
  strapi: Strapi,
  versions: Knex.QueryBuilder,
  column: string,
  value: FieldValue
): Knex.QueryBuilder {
  if ('exactly' in value) return versions.where(column, value.exactly);
  const { sql, bindings } = isText(strapi, column, value.text);
  return versions.whereRaw(sql, bindings);
}

/** Statement that finds a link of the version at hand; the version lacks the tag where it finds none. */
export function linkOf(
  strapi: Strapi,
  trx: Trx,
  tables: TypeTables,
  without: Without
): Knex.QueryBuilder {
  const link = without === 'stage' ? tables.stageLink : tables.personaLink;
  return linksOf(strapi, trx, link, 'version').select(trx.raw('1'));
}

/** Links of the row that goes by `alias`. */
export function linksOf(
  strapi: Strapi,
  trx: Trx,
  { name, joinColumn }: JoinTable,
  alias: string
): Knex.QueryBuilder {
  return tableIn(strapi, trx, `${name} as link`).where(
    `link.${joinColumn.name}`,
    trx.ref(`${alias}.id`)
  );
}

/** The selected versions that the filter's `without` is about. */
export function lackingVersions(
  strapi: Strapi,
  trx: Trx,
  selection: Selection,
  type: SelectedType,
  reach: Reach
): Knex.QueryBuilder {
  const versions = selectedVersions(strapi, trx, selection, type, reach);
  const { without } = selection.filter;
  return without === undefined
    ? versions
    : versions.whereNotExists(linkOf(strapi, trx, type.tables, without));
}
