/** Which versions get other tags than they have. */
import type { TaggedVersions } from '../../../../contracts/tagging-csv';
import type { PluginConfig } from '../../config';
import { PLUGIN_ID } from '../../constants';
import type { Strapi } from '../../strapi';
import type { TypeTables } from '../../type-tables';
import type { TaggedVersion } from '../tag-links';
import { changedTags, isChanged, type TagChange, type WrittenVersion } from '../write-tags';
import type { WantedEntry } from './wanted-tags';

/** A version that gets other tags, and the row of the file that says so. */
export interface VersionChange extends WrittenVersion {
  row: number;
}

/** Versions of the entries whose tags are to become others; a type without drafts has one version alone. */
export function changesOf(
  entries: WantedEntry[],
  known: TaggedVersion[],
  { draftAndPublish }: TypeTables,
  which: TaggedVersions
): VersionChange[] {
  const byId = new Map(known.map((version) => [version.id, version]));
  return entries.flatMap(({ row, draft, live, wanted }) => {
    const withLive = which === 'both' || !draftAndPublish;
    return [draft, withLive ? live : null].flatMap((id) => {
      const version = id === null ? undefined : byId.get(id);
      return version ? changeOf(version, row, wanted) : [];
    });
  });
}

function changeOf({ tags, ...version }: TaggedVersion, row: number, wanted: TagChange) {
  const change = { ...version, row, before: tags, after: changedTags(tags, wanted) };
  return isChanged(change) ? [change] : [];
}

/**
 * Where the site keeps locales in step, as for saves: drafts in the locales of which the file does not speak get what the first
 * row of their document asks for, of those that change something.
 */
export function siblingChanges(
  strapi: Strapi,
  entries: WantedEntry[],
  known: TaggedVersion[],
  { localized, draftAndPublish }: TypeTables,
  changes: VersionChange[]
): VersionChange[] {
  const { syncLocales } = strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`);
  if (!syncLocales || !localized) return [];
  const named = new Set(entries.map(({ documentId, locale }) => `${documentId} ${locale}`));
  const changing = new Set(changes.map(({ row }) => row));
  const leading = new Map(
    entries
      .filter(({ row }) => changing.has(row))
      .reverse()
      .map((entry) => [entry.documentId, entry])
  );
  return known.flatMap((version) => {
    const leader = leading.get(version.documentId);
    const isDraft = !draftAndPublish || version.version === 'draft';
    if (!leader || !isDraft || named.has(`${version.documentId} ${version.locale}`)) return [];
    return changeOf(version, leader.row, leader.wanted);
  });
}
