/** Titles and tags of listed entries: what a user sees of the versions that put them into a cell. */
import type { CoverageEntry } from '../../../contracts/coverage';
import type { FieldNames } from '../config';
import { mainFieldOf } from '../main-field';
import type { ReadAccess } from '../read-access';
import { rowsOf, type ContentTypeSchema, type Strapi } from '../strapi';

interface VersionRow {
  id: number;
  documentId: string;
  locale: string | null;
  publishedAt: string | Date | null;
  [field: string]: unknown;
}

interface Tag {
  slug: string;
  name: string;
}

/** An entry with the names of its contributors, where they were asked for. */
export interface DetailedEntry extends CoverageEntry {
  contributors?: string[];
}

/** What is told of entries. */
export interface EntryFields {
  fieldNames: FieldNames;
  /** Codes, the most important one first. */
  locales: string[];
  withContributors?: boolean;
}

/**
 * One entry per document. The version in the site's first locale speaks for a document that has
 * several; `publishedAt` is the last publication of any of them.
 * @param versionIds row ids of versions that the user may read.
 */
export async function entryDetails(
  strapi: Strapi,
  schema: ContentTypeSchema,
  access: ReadAccess,
  versionIds: number[],
  { fieldNames, locales, withContributors = false }: EntryFields
): Promise<DetailedEntry[]> {
  const mainField = await mainFieldOf(strapi, schema);
  const tag = { select: ['name', 'slug'] };
  const hasConditions = access.permittedRows() !== null;
  const rows = await rowsOf<VersionRow>(strapi, schema.uid).findMany({
    where: { id: { $in: versionIds } },
    populate: {
      [fieldNames.journeyStage]: tag,
      [fieldNames.personas]: tag,
      ...(withContributors ? { [fieldNames.contributors]: { select: ['displayName'] } } : {}),
      ...access.populate,
    },
    // Conditions may look at any field.
    ...(hasConditions
      ? {}
      : { select: [...new Set(['id', 'documentId', 'locale', 'publishedAt', mainField])] }),
  });
  rows.sort((a, b) => rank(locales, a.locale) - rank(locales, b.locale));

  const entries = new Map<string, DetailedEntry>();
  for (const row of rows) {
    const publishedAt = row.publishedAt === null ? null : new Date(row.publishedAt).toISOString();
    const entry = entries.get(row.documentId);
    if (entry) {
      if ((publishedAt ?? '') > (entry.publishedAt ?? '')) entry.publishedAt = publishedAt;
      continue;
    }
    const readable = (await access.sanitize(row)) as Record<string, unknown>;
    const title = readable[mainField];
    entries.set(row.documentId, {
      type: schema.uid,
      typeName: schema.info.displayName,
      kind: schema.kind,
      documentId: row.documentId,
      locale: row.locale,
      title: typeof title === 'string' || typeof title === 'number' ? String(title) : null,
      stage: tagsIn(readable[fieldNames.journeyStage])[0] ?? null,
      personas: tagsIn(readable[fieldNames.personas]),
      publishedAt,
      ...(withContributors ? { contributors: namesIn(readable[fieldNames.contributors]) } : {}),
    });
  }
  return [...entries.values()];
}

function rank(locales: string[], locale: string | null): number {
  const index = locale === null ? -1 : locales.indexOf(locale);
  return index === -1 ? locales.length : index;
}

function tagsIn(related: unknown): Tag[] {
  return listOf<Tag>(related).map(({ slug, name }) => ({ slug, name }));
}

function namesIn(related: unknown): string[] {
  return listOf<{ displayName: string }>(related).map(({ displayName }) => displayName);
}

function listOf<Related>(related: unknown): Related[] {
  return (Array.isArray(related) ? related : related ? [related] : []) as Related[];
}
