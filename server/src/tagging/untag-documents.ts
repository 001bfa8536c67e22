/** Bringing tags back as they were, where nobody has changed them since. */
import type { TagProblem } from '../../../contracts/tag-change';
import { getService } from '../services';
import { lockOwnRecord, type ContentTypeSchema, type Strapi, type Trx } from '../strapi';
import { tablesOf } from '../type-tables';
import { losesNeededStage } from './require-stage';
import { tagAccess, type RowAccess } from './tag-access';
import { byDocument, mainVersion, type By, type VersionChange } from './tag-documents';
import {
  lockRows,
  lockVersions,
  replaceTags,
  sameTag,
  TAGS,
  type Tag,
  type TaggedVersion,
  type TagIds,
} from './tag-links';
import { tellWrittenTags } from './tell-changes';
import { termsWhere, type NamedTags } from './terms';
import type { WrittenVersion } from './write-tags';

/** What was done to an entry. */
export interface Done {
  documentId: string;
  locale: string | null;
  changes: VersionChange[];
}

/**
 * Brings entries of one type back within the transaction under way. Only the tags that were changed are, and only on versions that have
 * them still.
 * @returns for each entry, in their order, why not all of it was brought back; null where it was.
 */
export async function untagDocuments(
  strapi: Strapi,
  trx: Trx,
  { ability }: Pick<By, 'ability'>,
  type: ContentTypeSchema,
  entries: Done[]
): Promise<(TagProblem | null)[]> {
  const names = getService(strapi, 'tagging').fieldNames();
  const tables = tablesOf(strapi, type, names);
  const documentIds = entries.map(({ documentId }) => documentId);
  // In the order in which every save takes the two, and before anything is read.
  await lockOwnRecord(strapi, trx, 'share');
  await lockRows(strapi, trx, tables, documentIds);
  const known = await knownTerms(strapi, trx, entries);
  const versions = await lockVersions(strapi, trx, tables, documentIds);
  const access = await tagAccess(strapi, type, names, ability);
  const rights = await access.rows(versions.map(({ id }) => id));
  const ofDocument = byDocument(versions);
  const written: WrittenVersion[] = [];
  const problems = entries.map((entry) => {
    const own = ofDocument.get(entry.documentId) ?? [];
    const main = mainVersion(own, entry.locale);
    if (!main) return 'gone';
    const refused = refusalOf(rights, main.id, tagsOf(entry.changes));
    if (refused) return refused;
    const found = entry.changes.map((change) => {
      const version = own.find(
        (candidate) => candidate.locale === change.locale && candidate.version === change.version
      );
      // Unpublished meanwhile, for example: there is nothing to bring back.
      if (!version) return null;
      const isLive = version.version === 'published' && main.version === 'draft';
      if (isLive && !rights.mayPublish(version.id)) return 'forbidden';
      const { before, isComplete } = known.resolve(change.before);
      if (!isAsLeft(version, change, known)) return 'changedSince';
      if (losesNeededStage(type, { ...version, before: version.tags, after: before })) {
        return 'stageNeeded';
      }
      written.push({
        ...{ id: version.id, documentId: version.documentId },
        ...{ locale: version.locale, version: version.version },
        ...{ before: version.tags, after: { ...version.tags, ...before } },
      });
      return isComplete ? null : 'incomplete';
    });
    return found.find((problem) => problem !== null) ?? null;
  });
  await replaceTags(strapi, trx, tables, written);
  await tellWrittenTags(strapi, type.uid, written);
  return problems;
}

const tagsOf = (changes: VersionChange[]): Tag[] =>
  TAGS.filter((tag) => changes.some(({ after }) => after[tag] !== undefined));

function refusalOf(rights: RowAccess, id: number, tags: Tag[]): TagProblem | null {
  if (!rights.mayEdit(id)) return 'forbidden';
  return rights.mayEditTags(id, tags) ? null : 'fields';
}

interface KnownTerms {
  idOf: (tag: Tag, documentId: string) => number | undefined;
  /** Row ids of what may be tagged with still. */
  resolve: (tags: Partial<NamedTags>) => { before: Partial<TagIds>; isComplete: boolean };
}

async function knownTerms(strapi: Strapi, trx: Trx, entries: Done[]): Promise<KnownTerms> {
  const sets = entries.flatMap(({ changes }) =>
    changes.flatMap(({ before, after }) => [before, after])
  );
  const ids = new Map<string, number>();
  for (const tag of TAGS) {
    const documentIds = [...new Set(sets.flatMap((set) => namesIn(set, tag)))];
    for (const term of await termsWhere(strapi, tag, 'documentId', documentIds)) {
      ids.set(`${tag} ${term.documentId}`, term.id);
    }
  }
  const idOf = (tag: Tag, documentId: string) => ids.get(`${tag} ${documentId}`);
  const returning = entries.flatMap(({ changes }) =>
    changes.flatMap(({ before }) => before.contributors ?? [])
  );
  const reps = [...new Set(returning)].flatMap((rep) => idOf('contributors', rep) ?? []);
  const unconsented =
    reps.length === 0 ? [] : await getService(strapi, 'sales-sourced-admin').unconsented(trx, reps);
  const isAllowed = (tag: Tag, id: number) =>
    tag !== 'contributors' || !unconsented.some((rep) => rep.id === id);
  return {
    idOf,
    resolve: (tags) => {
      let isComplete = true;
      const allowed = (tag: Tag) =>
        namesIn(tags, tag).flatMap((name) => {
          const id = idOf(tag, name);
          const isThere = id !== undefined && isAllowed(tag, id);
          isComplete &&= isThere;
          return isThere ? [id] : [];
        });
      const before: Partial<TagIds> = {
        ...(tags.stage === undefined ? {} : { stage: allowed('stage')[0] ?? null }),
        ...(tags.personas ? { personas: allowed('personas') } : {}),
        ...(tags.contributors ? { contributors: allowed('contributors') } : {}),
      };
      return { before, isComplete };
    },
  };
}

function namesIn(tags: Partial<NamedTags>, tag: Tag): string[] {
  if (tag !== 'stage') return tags[tag] ?? [];
  return tags.stage ? [tags.stage] : [];
}

/** Whether the version still has the tags that the change gave it. */
function isAsLeft(
  { tags }: TaggedVersion,
  { after }: VersionChange,
  { idOf }: KnownTerms
): boolean {
  const given = (tag: Tag) => namesIn(after, tag).map((name) => idOf(tag, name) ?? -1);
  return tagsOf([{ locale: null, version: 'draft', before: {}, after }]).every((tag) => {
    const left: TagIds = {
      stage: given('stage')[0] ?? null,
      personas: given('personas'),
      contributors: given('contributors'),
    };
    return sameTag(tags, left, tag);
  });
}
