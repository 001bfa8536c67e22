/** Entries as the content API tells them: read through the Document Service and sanitized for the caller type by type, with their tags. */
import { contentTypes } from '@strapi/utils';

import type { ContentEntry } from '../../../contracts/delivery';
import { mainFieldsOf } from '../main-field';
import { documentsOf, type ContentTypeSchema, type Strapi, type Trx } from '../strapi';
import type { Found } from './query';
import type { DeliveredType, Selection } from './selection';
import { readTags, type EntryTags } from './tags';

/** A document as far as it is read, less what the caller may not see. */
export interface Doc {
  documentId: string;
  locale?: string | null;
  publishedAt?: string | null;
  updatedAt?: string | null;
  [attribute: string]: unknown;
}

/** What is read of the documents of one type. */
interface Read {
  docs: Map<string, Doc>;
  /** Names of the attributes that hold title and slug, as far as the type has them. */
  shown: { title?: string; slug?: string };
}

/**
 * The entries that were found, in their order. What a site's own rules hide is left out. A fixed number of
 * statements for each type that is met, however many entries.
 * @param trx in which they were found: all is read of one moment.
 * @param auth of the request.
 */
export async function readEntries(
  strapi: Strapi,
  trx: Trx,
  auth: unknown,
  selection: Selection,
  found: Found[]
): Promise<ContentEntry[]> {
  if (found.length === 0) return [];
  const tags = await readTags(strapi, trx, selection, found);
  const types = selection.types.filter(({ schema }) =>
    found.some(({ type }) => type === schema.uid)
  );
  const titles = await mainFieldsOf(
    strapi,
    types.map(({ schema }) => schema)
  );
  const read = new Map<string, Read>();
  for (const type of types) {
    const { uid } = type.schema;
    const ids = found.filter((entry) => entry.type === uid).map(({ documentId }) => documentId);
    const shown = shownFields(type.schema, titles.get(uid));
    read.set(uid, await readType(strapi, auth, selection, type, shown, ids));
  }
  return found.flatMap((entry, index) => {
    const ofType = read.get(entry.type);
    const doc = ofType?.docs.get(entry.documentId);
    const type = types.find(({ schema }) => schema.uid === entry.type);
    return type && ofType && doc ? [toEntry(type.schema, doc, ofType, tags[index] ?? {})] : [];
  });
}

/** Tells an entry of one type from those of others. */
export const keyOf = ({ type, documentId }: { type: string; documentId: string }) =>
  `${type} ${documentId}`;

async function readType(
  strapi: Strapi,
  auth: unknown,
  selection: Selection,
  type: DeliveredType,
  shown: Read['shown'],
  documentIds: string[]
): Promise<Read> {
  const rows = await documentsOf<Doc>(strapi, type.schema.uid).findMany({
    ...versionsWith(selection, type, documentIds),
    fields: ['documentId', 'locale', 'publishedAt', 'updatedAt', ...Object.values(shown)],
  });
  const docs = (await strapi.contentAPI.sanitize.output(rows, type.schema, {
    auth: auth as never,
  })) as Doc[];
  return { docs: new Map(docs.map((doc) => [doc.documentId, doc])), shown };
}

/** The versions that are delivered of some documents of a type, as the Document Service wants it. */
export function versionsWith(
  { locale, status }: Selection,
  { tables }: DeliveredType,
  documentIds: string[]
): object {
  return {
    filters: { documentId: { $in: documentIds } },
    status,
    ...(tables.localized && locale !== undefined ? { locale } : {}),
  };
}

/** What an editor may choose as a type's main field, and has no text. */
const NO_TEXTS = ['relation', 'media', 'component', 'dynamiczone', 'json', 'blocks'];

function shownFields(schema: ContentTypeSchema, title: string | undefined): Read['shown'] {
  const attribute = title === undefined ? undefined : schema.attributes[title];
  const slug = Object.entries(schema.attributes).find(
    ([name, { type }]) => type === 'uid' && !contentTypes.isPrivateAttribute(schema, name)
  )?.[0];
  return {
    ...(attribute && !NO_TEXTS.includes(attribute.type) ? { title } : {}),
    ...(slug === undefined ? {} : { slug }),
  };
}

function toEntry(
  { uid, info }: ContentTypeSchema,
  doc: Doc,
  { shown }: Read,
  tags: EntryTags
): ContentEntry {
  return {
    type: uid,
    documentId: doc.documentId,
    locale: doc.locale ?? null,
    title: textOf(doc, shown.title),
    slug: textOf(doc, shown.slug),
    ...tags,
    publishedAt: doc.publishedAt ?? null,
    updatedAt: doc.updatedAt ?? null,
    analytics: {
      type: info.singularName,
      stage: tags.stage?.slug ?? '',
      personas: (tags.personas ?? []).map(({ slug }) => slug).join(','),
    },
  };
}

function textOf(doc: Doc, attribute: string | undefined): string | null {
  const value = attribute === undefined ? undefined : doc[attribute];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
