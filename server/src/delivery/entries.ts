/** Entries as the content API tells them, read through the Document Service and sanitized for the caller, type by type. */
import type { ContentEntry } from '../../../contracts/delivery';
import { mayFind } from '../content-api';
import { mainFieldOf } from '../main-field';
import { getService } from '../services';
import { documentsOf, type ContentTypeSchema, type Strapi } from '../strapi';
import type { Position } from './cursor';
import { readWhole, type WholeQuery } from './expand';
import type { DeliveredType, Selection } from './selection';

interface Term {
  documentId: string;
  slug: string;
  name: string;
  translations?: unknown;
}

interface Byline {
  slug: string;
  displayName: string;
  jobTitle: string | null;
}

/** A document as far as it is read, less what the caller may not see. */
export interface Doc {
  documentId: string;
  locale?: string | null;
  publishedAt?: string | null;
  updatedAt?: string | null;
  [attribute: string]: unknown;
}

const TERM_FIELDS = ['slug', 'name', 'translations'];

/**
 * The entries at the positions, in their order. What was deleted or unpublished since they were found is left out. A fixed number of
 * statements for each type that is met, however many entries.
 * @param auth of the request.
 * @param whole what is asked of whole entries; undefined leaves them out.
 */
export async function entriesAt(
  strapi: Strapi,
  auth: unknown,
  selection: Selection,
  positions: Position[],
  whole?: WholeQuery
): Promise<ContentEntry[]> {
  const byType = await Promise.all(
    selection.types.map(async (type) => {
      const ids = positions
        .filter((position) => position.type === type.schema.uid)
        .map(({ documentId }) => documentId);
      return ids.length === 0 ? [] : entriesOfType(strapi, auth, selection, type, ids, whole);
    })
  );
  const entries = new Map(byType.flat().map((entry) => [keyOf(entry), entry]));
  return positions.flatMap((position) => entries.get(keyOf(position)) ?? []);
}

/** Tells an entry of one type from those of others. */
export const keyOf = ({ type, documentId }: { type: string; documentId: string }) =>
  `${type} ${documentId}`;

async function entriesOfType(
  strapi: Strapi,
  auth: unknown,
  { locale, status }: Selection,
  { schema, tables }: DeliveredType,
  documentIds: string[],
  whole: WholeQuery | undefined
): Promise<ContentEntry[]> {
  const tags = getService(strapi, 'tagging').fieldNames();
  const shown = await shownFields(strapi, schema);
  const versions = {
    filters: { documentId: { $in: documentIds } },
    status,
    ...(tables.localized && locale !== undefined ? { locale } : {}),
  };
  const found = await documentsOf<Doc>(strapi, schema.uid).findMany({
    ...versions,
    fields: ['documentId', 'locale', 'publishedAt', 'updatedAt', ...Object.values(shown)],
    populate: {
      [tags.journeyStage]: { fields: TERM_FIELDS },
      [tags.personas]: { fields: TERM_FIELDS, sort: 'position:asc' },
      [tags.contributors]: { fields: ['slug', 'displayName', 'jobTitle'] },
    },
  });
  const docs = (await strapi.contentAPI.sanitize.output(found, schema, {
    auth: auth as never,
  })) as Doc[];
  const wholes = whole && (await readWhole(strapi, auth, schema, versions, whole));
  const isReadable = await readableTags(strapi, auth, schema, tags);
  const named = ({ documentId, slug, name, translations }: Term) => {
    const texts = getService(strapi, 'taxonomy').inLocale({ name }, translations, locale);
    return { documentId, slug, name: texts.name };
  };
  return docs.map((doc) => {
    const stage = doc[tags.journeyStage] as Term | null | undefined;
    const personas = (doc[tags.personas] as Term[] | undefined) ?? [];
    const contributors = (doc[tags.contributors] as Byline[] | undefined) ?? [];
    return {
      type: schema.uid,
      documentId: doc.documentId,
      locale: doc.locale ?? null,
      title: textOf(doc, shown.title),
      slug: textOf(doc, shown.slug),
      ...(isReadable.journeyStage ? { stage: stage ? named(stage) : null } : {}),
      ...(isReadable.personas ? { personas: personas.map(named) } : {}),
      ...(isReadable.contributors ? { contributors: contributors.map(toByline) } : {}),
      publishedAt: doc.publishedAt ?? null,
      updatedAt: doc.updatedAt ?? null,
      analytics: {
        type: schema.info.singularName,
        stage: stage?.slug ?? '',
        personas: personas.map(({ slug }) => slug).join(','),
      },
      ...(wholes ? { entry: wholes.get(doc.documentId) ?? {} } : {}),
    };
  });
}

const toByline = ({ slug, displayName, jobTitle }: Byline): Byline => ({
  slug,
  displayName,
  jobTitle,
});

/** Names of the attributes that hold an entry's title and slug, as far as it has them. */
async function shownFields(
  strapi: Strapi,
  schema: ContentTypeSchema
): Promise<{ title?: string; slug?: string }> {
  const title = await mainFieldOf(strapi, schema);
  const slug = Object.entries(schema.attributes).find(([, { type }]) => type === 'uid')?.[0];
  return {
    ...(title in schema.attributes ? { title } : {}),
    ...(slug === undefined ? {} : { slug }),
  };
}

function textOf(doc: Doc, attribute: string | undefined): string | null {
  const value = attribute === undefined ? undefined : doc[attribute];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

type Tags = Record<'journeyStage' | 'personas' | 'contributors', string>;

/** Which tags the caller may read: those whose target they may find. */
async function readableTags(
  strapi: Strapi,
  auth: unknown,
  schema: ContentTypeSchema,
  tags: Tags
): Promise<Record<keyof Tags, boolean>> {
  const may = (field: string) =>
    mayFind(strapi, auth, (schema.attributes[field] as { target: string }).target);
  return {
    journeyStage: await may(tags.journeyStage),
    personas: await may(tags.personas),
    contributors: await may(tags.contributors),
  };
}
