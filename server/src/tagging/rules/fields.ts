/** The fields of a content type that rules can ask about, and how their values are read. */
import type { RuleField, RuleFieldKind, WordPlace } from '../../../../contracts/tagging-rules';
import { mainFieldOf } from '../../main-field';
import { permittedAmong, readAccess, type Ability, type ReadAccess } from '../../read-access';
import {
  contentTypes,
  isSiteType,
  modelOf,
  rowsOf,
  type ContentTypeSchema,
  type Strapi,
} from '../../strapi';
import type { FieldValue, SuggestionEntry } from './suggest';

interface Attribute {
  type: string;
  visible?: boolean;
  target?: string;
  enum?: string[];
}

/** A field with what it takes to read it. */
export interface AskableField {
  name: string;
  kind: RuleFieldKind;
  /** Values of an enumeration. */
  values: string[];
  /** Uid of the related type. */
  target: string | null;
}

const PLAIN: Record<string, RuleFieldKind> = {
  enumeration: 'enumeration',
  boolean: 'boolean',
  string: 'string',
  integer: 'integer',
  text: 'text',
  richtext: 'text',
};

/** Fields of text, a value, or a relation to the site's own content; never tags or what is hidden. */
export function askableFields(strapi: Strapi, type: ContentTypeSchema): AskableField[] {
  const attributes = Object.entries(type.attributes) as unknown as [string, Attribute][];
  return attributes.flatMap(([name, attribute]) => {
    const kind = kindOf(strapi, type, name, attribute);
    return kind === null
      ? []
      : [{ name, kind, values: attribute.enum ?? [], target: attribute.target ?? null }];
  });
}

function kindOf(
  strapi: Strapi,
  { uid }: ContentTypeSchema,
  name: string,
  { type, visible, target }: Attribute
): RuleFieldKind | null {
  if (visible === false) return null;
  if (type !== 'relation') return PLAIN[type] ?? null;
  const related = contentTypes(strapi).find((candidate) => candidate.uid === target);
  const isLinked = modelOf(strapi, uid)?.attributes[name]?.joinTable !== undefined;
  return related && isSiteType(related) && isLinked && name !== 'localizations' ? 'relation' : null;
}

/** Whether a rule can ask for the words in the field. */
export const holdsText = ({ kind }: Pick<RuleField, 'kind'>) =>
  kind === 'string' || kind === 'text';

/** Whether a rule can ask for the value of the field. */
export const holdsValue = ({ kind }: Pick<RuleField, 'kind'>) => kind !== 'text';

/** Names of the attributes that stand for the places of words; a type may have no slug. */
export function wordPlaces(
  { attributes }: ContentTypeSchema,
  mainField: string
): Record<WordPlace, string | null> {
  const slug = Object.entries(attributes).find(([, { type }]) => type === 'uid');
  return { title: mainField, slug: slug?.[0] ?? null };
}

/** How entries of a type are read for its rules: as parameters of a query, and from its rows. */
export interface EntryReader {
  select: string[];
  populate: Record<string, { select: string[] }>;
  entryOf: (row: Record<string, unknown>) => SuggestionEntry;
}

/** @param names of the fields that the rules ask about; those that are not there are passed over. */
export async function entryReader(
  strapi: Strapi,
  type: ContentTypeSchema,
  names: string[]
): Promise<EntryReader> {
  const asked = askableFields(strapi, type).filter(({ name }) => names.includes(name));
  const mainField = await mainFieldOf(strapi, type);
  const { slug } = wordPlaces(type, mainField);
  const plain = asked.filter(({ kind }) => kind !== 'relation').map(({ name }) => name);
  const relations = asked.filter(({ kind }) => kind === 'relation').map(({ name }) => name);
  return {
    select: [...new Set([mainField, ...(slug === null ? [] : [slug]), ...plain])],
    populate: Object.fromEntries(relations.map((name) => [name, { select: ['documentId'] }])),
    entryOf: (row) => ({
      type: type.uid,
      title: asText(row[mainField]),
      slug: slug === null ? null : asText(row[slug]),
      fields: Object.fromEntries([
        ...plain.map((name) => [name, row[name] as FieldValue]),
        ...relations.map((name) => [name, documentIdsIn(row[name])]),
      ]) as Record<string, FieldValue>,
    }),
  };
}

function asText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function documentIdsIn(related: unknown): string[] {
  const list = (Array.isArray(related) ? related : related ? [related] : []) as {
    documentId: string;
  }[];
  return list.map(({ documentId }) => documentId);
}

/**
 * Titles of related documents by document id; those that are gone are absent, and those that the user may not
 * read have their id for a title.
 */
export async function titlesOf(
  strapi: Strapi,
  uid: string,
  documentIds: string[],
  ability: Ability | undefined
): Promise<Map<string, string>> {
  const type = contentTypes(strapi).find((candidate) => candidate.uid === uid);
  if (!type || documentIds.length === 0) return new Map();
  const mainField = await mainFieldOf(strapi, type);
  const access = ability && (await readAccess(strapi, type, ability));
  const rows = await rowsOf<TitledRow>(strapi, uid).findMany({
    select: [...new Set(['id', 'documentId', mainField])],
    where: { documentId: { $in: documentIds } },
    orderBy: { id: 'desc' },
  });
  const readable = access ? await readableIds(strapi, access, mainField, rows) : null;
  return new Map(
    rows.map((row) => {
      const isReadable = readable === null || readable.has(row.id);
      return [row.documentId, (isReadable ? asText(row[mainField]) : null) ?? row.documentId];
    })
  );
}

interface TitledRow {
  id: number;
  documentId: string;
  [field: string]: unknown;
}

/** Row ids of those whose main field the user may read. */
async function readableIds(
  strapi: Strapi,
  access: ReadAccess,
  mainField: string,
  rows: TitledRow[]
): Promise<Set<number>> {
  if (!access.mayRead || !access.mayReadField(mainField)) return new Set();
  const permitted = access.permittedRows();
  const ids = rows.map(({ id }) => id);
  return permitted ? permittedAmong(strapi, permitted, ids) : new Set(ids);
}
