/** Tells static sites and CDNs which tags of live entries changed, so that they renew the pages of just those stages and personas. */
import { isDeepStrictEqual } from 'node:util';

import type { FieldNames } from '../config';
import { hasDraftAndPublish, rowsOf, type ContentTypeSchema, type Strapi } from '../strapi';
import { emitAfterCommit, type Tags, type TagsChanged } from './emit-changes';
import type { DocumentAction } from './locale-sync';
import { optInState } from './opt-in';
import { termsOf } from './terms';
import { isChanged, type WrittenVersion } from './write-tags';

const NO_TAGS: Tags = { stage: null, personas: [], contributors: [] };

interface LiveRow {
  documentId: string;
  locale: string | null;
  [relation: string]: unknown;
}

/** Registers the middleware. Saves of drafts, and types that did not opt in, pass at once. */
export function tellTagChanges(strapi: Strapi, fieldNames: FieldNames): void {
  strapi.documents.use(async (context, next) => {
    const call = context as unknown as DocumentAction;
    if (!changesLiveVersions(call)) return next();
    const known = call.action === 'clone' ? undefined : call.params.documentId;
    const before = await liveTags(strapi, call, known, fieldNames);
    const result = await next();
    const documentId = known ?? (result as { documentId?: string } | null)?.documentId;
    if (documentId === undefined) return result;
    const after = await liveTags(strapi, call, documentId, fieldNames);
    await emitAfterCommit(strapi, changesOf(call.uid, documentId, before, after));
    return result;
  });
}

/** Tells, once the transaction is committed, what `writeTags` changed on live versions. */
export async function tellWrittenTags(
  strapi: Strapi,
  uid: string,
  written: WrittenVersion[]
): Promise<void> {
  const live = written.filter((version) => version.version === 'published' && isChanged(version));
  if (live.length === 0) return;
  const { slugs } = await termsOf(
    strapi,
    live.flatMap(({ before, after }) => [before, after])
  );
  const changes = live.map(({ documentId, locale, before, after }) => ({
    ...{ uid, documentId, locale },
    ...{ before: slugs(before), after: slugs(after) },
  }));
  await emitAfterCommit(strapi, changes);
}

function changesLiveVersions({ action, contentType, params }: DocumentAction): boolean {
  if (optInState(contentType) !== 'optedIn') return false;
  if (['publish', 'unpublish', 'delete'].includes(action)) return true;
  if (!['create', 'update', 'clone'].includes(action)) return false;
  return !hasDraftAndPublish(contentType) || params.status === 'published';
}

/** Tags of the document's live versions, by locale. */
async function liveTags(
  strapi: Strapi,
  { contentType }: DocumentAction,
  documentId: string | undefined,
  fieldNames: FieldNames
): Promise<Map<string | null, Tags>> {
  if (documentId === undefined) return new Map();
  const versions = await tagsOfLive(strapi, contentType, { documentId }, fieldNames);
  return new Map(versions.map(({ locale, tags }) => [locale, tags]));
}

/** A live version of an entry with its tags. */
export interface LiveVersion {
  documentId: string;
  locale: string | null;
  tags: Tags;
}

/** Live versions of a type that opted in, of those that fit `where`. */
export async function tagsOfLive(
  strapi: Strapi,
  contentType: ContentTypeSchema,
  where: object,
  { journeyStage, personas, contributors }: FieldNames
): Promise<LiveVersion[]> {
  const slug = { select: ['slug'] };
  const rows = await rowsOf<LiveRow>(strapi, contentType.uid).findMany({
    where: {
      ...where,
      ...(hasDraftAndPublish(contentType) ? { publishedAt: { $notNull: true } } : {}),
    },
    select: ['documentId', 'locale'],
    populate: { [journeyStage]: slug, [personas]: slug, [contributors]: slug },
  });
  return rows.map((row) => ({
    documentId: row.documentId,
    locale: row.locale,
    tags: {
      stage: (row[journeyStage] as { slug: string } | null)?.slug ?? null,
      personas: slugsOf(row[personas]),
      contributors: slugsOf(row[contributors]),
    },
  }));
}

const slugsOf = (related: unknown) =>
  (related as { slug: string }[]).map(({ slug }) => slug).sort();

function changesOf(
  uid: string,
  documentId: string,
  before: Map<string | null, Tags>,
  after: Map<string | null, Tags>
): TagsChanged[] {
  const locales = [...new Set([...before.keys(), ...after.keys()])];
  return locales
    .map((locale) => ({
      uid,
      documentId,
      locale,
      before: before.get(locale) ?? NO_TAGS,
      after: after.get(locale) ?? NO_TAGS,
    }))
    .filter((change) => !isDeepStrictEqual(change.before, change.after));
}
