/** Writing the tags of many entries of a type at once, drafts and published versions, without publishing anything. */
import type { PluginConfig } from '../config';
import { PLUGIN_ID } from '../constants';
import { getService } from '../services';
import type { ContentTypeSchema, Strapi, Trx } from '../strapi';
import { tablesOf } from '../type-tables';
import {
  lockVersions,
  replaceTags,
  sameTag,
  TAGS,
  type TaggedVersion,
  type TagIds,
} from './tag-links';

/** What happens to personas or contributors; row ids. */
export interface ListChange {
  mode: 'set' | 'add' | 'remove';
  ids: number[];
}

/** What happens to tags; what is left out stays. Row ids. */
export interface TagChange {
  /** Null takes the stage away. */
  stage?: { id: number } | null;
  personas?: ListChange;
  contributors?: ListChange;
}

export interface WriteTags {
  type: ContentTypeSchema;
  /** Null is for types without locales. With the option `syncLocales` all locales of a document are tagged. */
  entries: { documentId: string; locale: string | null }[];
  change: TagChange;
  /** `both`: published versions too, so that the live site changes without publishing other edits. */
  versions: 'both' | 'draft';
  /** Picks the row ids that may be written; without it all may. */
  writable?: (versions: TaggedVersion[]) => Promise<ReadonlySet<number>>;
}

/** A version with its tags before and after. */
export interface WrittenVersion extends Omit<TaggedVersion, 'tags'> {
  before: TagIds;
  after: TagIds;
}

/**
 * Changes tags within the transaction under way: a few statements for all entries together. `updatedAt` stays. Nothing is emitted:
 * see `tellWrittenTags`.
 * @returns every version that was meant and may be written, changed or not.
 * @throws {ValidationError} naming `contributors` when one of the reps may not be named.
 */
export async function writeTags(
  strapi: Strapi,
  trx: Trx,
  { type, entries, change, versions: which, writable }: WriteTags
): Promise<WrittenVersion[]> {
  await refuseWithoutConsent(strapi, trx, change);
  const tables = tablesOf(strapi, type, getService(strapi, 'tagging').fieldNames());
  const asked = entries.map(({ documentId }) => documentId);
  const isMeant = meantVersions(strapi, entries, which, tables.draftAndPublish);
  const meant = (await lockVersions(strapi, trx, tables, asked)).filter(isMeant);
  const allowed = await writable?.(meant);
  const written = meant
    .filter(({ id }) => allowed?.has(id) ?? true)
    .map(({ tags, ...version }) => ({
      ...version,
      before: tags,
      after: changedTags(tags, change),
    }));
  await replaceTags(strapi, trx, tables, written);
  return written;
}

/** Before any row is locked: whoever saves a byline takes the two in this order as well. */
async function refuseWithoutConsent(
  strapi: Strapi,
  trx: Trx,
  { contributors }: TagChange
): Promise<void> {
  if (!contributors || contributors.mode === 'remove' || contributors.ids.length === 0) return;
  const sales = getService(strapi, 'sales-sourced-admin');
  const refused = await sales.unconsented(trx, contributors.ids);
  if (refused.length > 0) throw sales.bylineRefusal(refused);
}

/** Which versions of the documents are tagged. */
function meantVersions(
  strapi: Strapi,
  entries: WriteTags['entries'],
  which: WriteTags['versions'],
  hasDrafts: boolean
): (version: TaggedVersion) => boolean {
  const { syncLocales } = strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`);
  const localesOf = new Map<string, Set<string | null>>();
  for (const { documentId, locale } of entries) {
    localesOf.set(documentId, (localesOf.get(documentId) ?? new Set()).add(locale));
  }
  return ({ documentId, locale, version }) => {
    if (which === 'draft' && hasDrafts && version === 'published') return false;
    return syncLocales || locale === null || localesOf.get(documentId)?.has(locale) === true;
  };
}

/** Tags after a change; what it adds comes last. */
export function changedTags(before: TagIds, change: TagChange): TagIds {
  return {
    stage: change.stage === undefined ? before.stage : (change.stage?.id ?? null),
    personas: changedList(before.personas, change.personas),
    contributors: changedList(before.contributors, change.contributors),
  };
}

function changedList(before: number[], change: ListChange | undefined): number[] {
  if (!change) return before;
  const ids = [...new Set(change.ids)];
  if (change.mode === 'set') return ids;
  const others = before.filter((id) => !ids.includes(id));
  if (change.mode === 'remove') return others;
  return [...before, ...ids.filter((id) => !before.includes(id))];
}

/** Whether the version has other tags now. */
export const isChanged = ({ before, after }: Pick<WrittenVersion, 'before' | 'after'>): boolean =>
  TAGS.some((tag) => !sameTag(before, after, tag));
