/** Tagging entries on behalf of a user: what may be written is, and the rest is told. */
import type { EntryRef, TagProblem, Versions } from '../../../contracts/tag-change';
import type { PluginConfig } from '../config';
import { PLUGIN_ID } from '../constants';
import type { Ability } from '../read-access';
import { getService } from '../services';
import type { AdminUser, ContentTypeSchema, Strapi, Trx } from '../strapi';
import { tagsIn } from './change';
import { losesNeededStage } from './require-stage';
import { tagAccess } from './tag-access';
import { sameTag, TAGS, type Tag, type TaggedVersion, type TagIds } from './tag-links';
import { tellWrittenTags } from './tell-changes';
import { termsOf, type NamedTags, type Terms } from './terms';
import {
  changedTags,
  isChanged,
  writeTags,
  type TagChange,
  type WrittenVersion,
} from './write-tags';

/** Who tags. */
export interface By {
  user: AdminUser;
  ability: Ability;
}

/** What happened to a version; document ids, and only of the tags that changed. */
export interface VersionChange {
  locale: string | null;
  version: TaggedVersion['version'];
  before: Partial<NamedTags>;
  after: Partial<NamedTags>;
}

/** What became of an entry. */
export interface Outcome extends EntryRef {
  state: 'changed' | 'same' | 'failed';
  problem: TagProblem | null;
  /** True when its published version stayed as it was, since the user may not publish it. */
  draftOnly: boolean;
  changes: VersionChange[];
}

type Reference = Omit<EntryRef, 'type'>;

/**
 * Tags entries of one type within the transaction under way, and has what changed on live versions told after the commit.
 * @returns an outcome for each entry, in their order.
 * @throws {ValidationError} naming `contributors` when one of the reps may not be named.
 */
export async function tagDocuments(
  strapi: Strapi,
  trx: Trx,
  { ability }: Pick<By, 'ability'>,
  type: ContentTypeSchema,
  entries: Reference[],
  { change, versions }: { change: TagChange; versions: Versions }
): Promise<Outcome[]> {
  const { syncLocales } = strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`);
  const access = await tagAccess(strapi, type, getService(strapi, 'tagging').fieldNames(), ability);
  const problems = new Map<Reference, TagProblem>();
  const draftOnly = new Set<Reference>();
  const written = await writeTags(strapi, trx, {
    ...{ type, entries, change, versions },
    writable: async (found) => {
      const rights = await access.rows(found.map(({ id }) => id));
      const ofDocument = byDocument(found);
      const allowed = new Set<number>();
      for (const entry of entries) {
        const own = ofDocument.get(entry.documentId) ?? [];
        const main = mainVersion(own, entry.locale);
        if (!main) problems.set(entry, 'gone');
        else if (!rights.mayEdit(main.id)) problems.set(entry, 'forbidden');
        else if (!rights.mayEditTags(main.id, tagsIn(change))) problems.set(entry, 'fields');
        if (!main || problems.has(entry)) continue;
        for (const { id, version, locale } of own) {
          if (!syncLocales && locale !== entry.locale) continue;
          // Drafts in other locales follow, as they do when an entry is saved.
          const isLive = version === 'published' && main.version === 'draft';
          if (!isLive || (rights.mayPublish(id) && rights.mayEditTags(id, tagsIn(change)))) {
            allowed.add(id);
          } else draftOnly.add(entry);
        }
      }
      const written = found.filter(({ id }) => allowed.has(id));
      for (const { entry, ids } of losingStage(type, change, entries, written, syncLocales)) {
        problems.set(entry, 'stageNeeded');
        for (const id of ids) allowed.delete(id);
      }
      return allowed;
    },
  });
  await tellWrittenTags(strapi, type.uid, written);
  const changed = written.filter(isChanged);
  const terms = await termsOf(
    strapi,
    changed.flatMap(({ before, after }) => [before, after])
  );
  const changesOf = byDocument(changed);
  return entries.map((entry) => {
    const problem = problems.get(entry) ?? null;
    const ofDocument = problem ? [] : (changesOf.get(entry.documentId) ?? []);
    const own = ofDocument.filter(({ locale }) => syncLocales || locale === entry.locale);
    // A document that is named twice was changed once.
    changesOf.set(
      entry.documentId,
      ofDocument.filter((version) => !own.includes(version))
    );
    const changes = own.map((version) => asChange(version, terms));
    return {
      ...{ type: type.uid, documentId: entry.documentId, locale: entry.locale },
      state: problem ? 'failed' : changes.length > 0 ? 'changed' : 'same',
      ...{ problem, changes, draftOnly: !problem && draftOnly.has(entry) },
    };
  });
}

/** Entries of which something live would lose the stage that it needs, each with all its versions. */
function losingStage(
  type: ContentTypeSchema,
  change: TagChange,
  entries: Reference[],
  written: TaggedVersion[],
  syncLocales: boolean
): { entry: Reference; ids: number[] }[] {
  const ofDocument = byDocument(written);
  return entries.flatMap((entry) => {
    const ofEntry = (ofDocument.get(entry.documentId) ?? []).filter(
      ({ locale }) => syncLocales || locale === entry.locale
    );
    const isLosing = ofEntry.some(({ version, tags: before }) =>
      losesNeededStage(type, { version, before, after: changedTags(before, change) })
    );
    return isLosing ? [{ entry, ids: ofEntry.map(({ id }) => id) }] : [];
  });
}

/** The version that editors work on: the draft, or the only one where there are no drafts. */
export function mainVersion<Version extends Pick<TaggedVersion, 'locale' | 'version'>>(
  versions: Version[],
  locale: string | null
): Version | undefined {
  const inLocale = versions.filter((version) => version.locale === locale);
  return inLocale.find(({ version }) => version === 'draft') ?? inLocale[0];
}

/** Versions by the document that they are of. */
export function byDocument<Version extends { documentId: string }>(
  versions: Version[]
): Map<string, Version[]> {
  const grouped = new Map<string, Version[]>();
  for (const version of versions) {
    const others = grouped.get(version.documentId);
    if (others) others.push(version);
    else grouped.set(version.documentId, [version]);
  }
  return grouped;
}

function asChange({ locale, version, before, after }: WrittenVersion, terms: Terms): VersionChange {
  const tags = TAGS.filter((tag) => !sameTag(before, after, tag));
  return {
    ...{ locale, version },
    before: only(terms, before, tags),
    after: only(terms, after, tags),
  };
}

function only(terms: Terms, ids: TagIds, tags: Tag[]): Partial<NamedTags> {
  const named = terms.documentIds(ids);
  return Object.fromEntries(tags.map((tag) => [tag, named[tag]]));
}
