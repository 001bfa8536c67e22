/** Entries and their tags, as tests of tagging look at them. */
import type { TagChange } from '../../contracts/tag-change';
import {
  contentTypes,
  hasDraftAndPublish,
  isLocalized,
  linkTableOf,
  modelOf,
  rowsOf,
  type ContentTypeSchema,
} from '../../server/src/strapi';
import { call, type Permission } from './client';
import { createDocument, publishDocument } from './documents';
import type { Site } from './site';

export const TAG = 'plugin::buyer-journey.tagging.tag';

interface TaggedRow {
  documentId: string;
  locale: string | null;
  publishedAt: string | null;
  updatedAt: string;
  journeyStage: { slug: string } | null;
  personas: { slug: string }[];
  contributors: { slug: string }[];
}

/** Tags of each version of an entry: `en draft: decision | cfo champion | maya`. */
export async function tagsOf(site: Site, uid: string, documentId: string): Promise<string[]> {
  const rows = await versionRows(site, uid, documentId);
  const slugs = (list: { slug: string }[]) => list.map(({ slug }) => slug).join(' ');
  return rows
    .map(({ locale, publishedAt, journeyStage, personas, contributors }) => {
      const version = [locale, publishedAt ? 'live' : 'draft'].filter(Boolean).join(' ');
      return `${version}: ${[journeyStage?.slug ?? '-', slugs(personas), slugs(contributors)].filter(Boolean).join(' | ')}`;
    })
    .sort();
}

export const versionRows = (site: Site, uid: string, documentId: string): Promise<TaggedRow[]> =>
  rowsOf<TaggedRow>(site.strapi, uid).findMany({
    where: { documentId },
    populate: ['journeyStage', 'personas', 'contributors'],
  });

function typeOf({ strapi }: Site, uid: string): ContentTypeSchema {
  const type = contentTypes(strapi).find((candidate) => candidate.uid === uid);
  if (!type) throw new Error(`There is no ${uid}.`);
  return type;
}

/** A new entry, published unless said otherwise or there are no drafts. */
export async function anEntry(
  site: Site,
  uid: string,
  data: object,
  { isLive = true }: { isLive?: boolean } = {}
): Promise<string> {
  const { documentId } = await createDocument(site, uid, data);
  if (isLive && hasDraftAndPublish(typeOf(site, uid))) await publishDocument(site, uid, documentId);
  return documentId;
}

/** Rows of a link table as they were written, numbers that Strapi gives included. */
export function linkRows(site: Site, uid: string, attribute: string): Promise<object[]> {
  const { name } = linkTableOf(site.strapi, uid, attribute);
  return site.strapi.db.connection<object>(name).select('*').orderBy('id');
}

/** Tags entries as the queue does. */
export const tagEntries = (
  site: Site,
  token: string,
  entries: { type: string; documentId: string; locale?: string }[],
  change: TagChange,
  more: object = {}
) =>
  call(site, 'POST', '/buyer-journey/tagging/entries', {
    token,
    body: { entries, change, ...more },
  });

/** What a role needs to tag entries of a type: all fields, unless some are named. */
export function mayTag(
  uid: string,
  { fields, publish = true, ...more }: Partial<Permission> & TaggingRights = {}
): Permission[] {
  const action = (name: string) => `plugin::content-manager.explorer.${name}`;
  const all = fields ?? ['title', 'text', 'category', 'journeyStage', 'personas', 'contributors'];
  const about = (properties: object) => ({
    ...{ subject: uid, conditions: more.conditions ?? [] },
    properties: { ...(more.properties ?? {}), ...properties },
  });
  return [
    { action: action('read'), ...about({ fields: all }) },
    { action: action('update'), ...about({ fields: all }) },
    ...(publish ? [{ action: action('publish'), ...about({}) }] : []),
  ];
}

interface TaggingRights {
  fields?: string[];
  publish?: boolean;
}

/** Adds many entries by SQL, live and without tags, with a draft where the type has drafts. */
export async function addEntries(site: Site, uid: string, count: number): Promise<void> {
  const model = modelOf(site.strapi, uid);
  if (!model) throw new Error(`There is no ${uid}.`);
  const type = typeOf(site, uid);
  const now = new Date();
  const rows = Array.from({ length: count }, (_, index): object[] => {
    const row = {
      document_id: `many${String(index).padStart(20, '0')}`,
      title: `Entry ${index}`,
      locale: isLocalized(type) ? 'en' : null,
      ...{ created_at: now, updated_at: now, published_at: now },
    };
    return hasDraftAndPublish(type) ? [{ ...row, published_at: null }, row] : [row];
  });
  await site.strapi.db.connection.batchInsert(model.tableName, rows.flat(), 50);
}
