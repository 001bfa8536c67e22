/**
 * Keeps the tags of a document's locales in step: what is tagged in one locale is written to the
 * drafts of the others, and a new locale starts with the tags of its siblings. Strapi treats every
 * relation as localized, so without this each language would be tagged on its own.
 */
import type { PluginConfig } from '../config';
import {
  hasDraftAndPublish,
  inTransaction,
  isLocalized,
  rowsOf,
  siteLocales,
  type ContentTypeSchema,
  type Strapi,
} from '../strapi';
import { optInState } from './opt-in';

type FieldNames = PluginConfig['fieldNames'];
type Params = Record<string, unknown> & { data?: Record<string, unknown>; documentId?: string };

interface TaggedRow {
  id: number;
  documentId: string;
  locale: string;
  [relation: string]: unknown;
}

/** What the Document Service tells a middleware about a call. */
export interface DocumentAction {
  uid: string;
  action: string;
  contentType: ContentTypeSchema;
  params: Params;
}

/** Registers the middleware. Everything but saves of localized, opted-in types passes at once. */
export function syncLocales(strapi: Strapi, fieldNames: FieldNames): void {
  strapi.documents.use(async (context, next) => {
    const call = context as unknown as DocumentAction;
    if (!writesDrafts(call)) return next();
    return inTransaction(strapi, async () => {
      const before = await draftsOf(strapi, call, fieldNames);
      const inherited = await inheritTags(strapi, call, before, fieldNames);
      const result = await next();
      if (before.length > 0) await bringInStep(strapi, call, before, inherited, fieldNames);
      return result;
    });
  });
}

function writesDrafts({ action, contentType, params }: DocumentAction): boolean {
  return (
    (action === 'update' || action === 'discardDraft') &&
    params.documentId !== undefined &&
    isLocalized(contentType) &&
    optInState(contentType) === 'optedIn'
  );
}

/** The rows that editors work on: drafts, or the only version where there is no draft & publish. */
function draftsOf(
  strapi: Strapi,
  { uid, contentType, params }: DocumentAction,
  fieldNames: FieldNames
): Promise<TaggedRow[]> {
  return rowsOf<TaggedRow>(strapi, uid).findMany({
    where: {
      documentId: params.documentId,
      ...(hasDraftAndPublish(contentType) ? { publishedAt: null } : {}),
    },
    select: ['id', 'documentId', 'locale'],
    orderBy: { id: 'asc' },
    populate: Object.fromEntries(
      Object.values(fieldNames).map((field) => [field, { select: ['id'] }])
    ),
  });
}

/**
 * Lets a locale that this save creates start with the tags of its siblings, unless it brings its own.
 * @returns the fields it inherits: nobody tagged anything there, so its siblings keep what they have.
 */
async function inheritTags(
  strapi: Strapi,
  { action, params }: DocumentAction,
  siblings: TaggedRow[],
  fieldNames: FieldNames
): Promise<string[]> {
  if (action !== 'update' || siblings.length === 0) return [];
  const locale = params.locale ?? (await siteLocales(strapi))[0]?.code;
  if (siblings.some((row) => row.locale === locale)) return [];
  const data = { ...params.data };
  const inherited: string[] = [];
  for (const field of Object.values(fieldNames)) {
    const source = siblings.find((row) => idsIn(row, field).length > 0);
    if (source && bringsNothing(data[field])) {
      data[field] = { set: idsIn(source, field).map((id) => ({ id })) };
      inherited.push(field);
    }
  }
  params.data = data;
  return inherited;
}

/** Absent, or the empty list of changes that the Content Manager's form sends. */
function bringsNothing(value: unknown): boolean {
  if (value === undefined) return true;
  const { connect, set } = (value ?? { set: [] }) as { connect?: unknown; set?: unknown };
  return Array.isArray(connect) && connect.length === 0 && set === undefined;
}

async function bringInStep(
  strapi: Strapi,
  call: DocumentAction,
  before: TaggedRow[],
  inherited: string[],
  fieldNames: FieldNames
): Promise<void> {
  const after = await draftsOf(strapi, call, fieldNames);
  const earlier = new Map(before.map((row) => [row.locale, row]));
  for (const field of Object.values(fieldNames).filter((name) => !inherited.includes(name))) {
    const changed = after.find((row) => changedIn(row, earlier.get(row.locale), field));
    if (!changed) continue;
    for (const row of after) {
      if (!sameIds(row, changed, field)) await setTag(strapi, call.uid, row.id, field, changed);
    }
  }
}

/** Whether this save changed the field here; a new locale changed it only if it brought a tag along. */
function changedIn(row: TaggedRow, earlier: TaggedRow | undefined, field: string): boolean {
  return earlier ? !sameIds(row, earlier, field) : idsIn(row, field).length > 0;
}

function sameIds(a: TaggedRow, b: TaggedRow, field: string): boolean {
  return idsIn(a, field).join() === idsIn(b, field).join();
}

function idsIn(row: TaggedRow, field: string): number[] {
  const related = row[field] as { id: number } | { id: number }[] | null | undefined;
  if (!related) return [];
  return (Array.isArray(related) ? related : [related]).map(({ id }) => id);
}

/** Writes the relation alone: `updatedAt` stays, so that *Modified* goes on telling the truth. */
async function setTag(
  strapi: Strapi,
  uid: string,
  rowId: number,
  field: string,
  source: TaggedRow
): Promise<void> {
  const ids = idsIn(source, field).map((id) => ({ id }));
  const query = strapi.db.query(uid) as unknown as {
    updateRelations(id: number, data: object): Promise<unknown>;
  };
  await query.updateRelations(rowId, { [field]: { set: ids } });
}
