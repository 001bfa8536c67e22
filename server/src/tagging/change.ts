/** A change of tags as people name it, as the ledger keeps it, and as the database takes it. */
import { errors } from '@strapi/utils';

import type { TagChange as NamedChange } from '../../../contracts/tag-change';
import { refusal } from '../refusal';
import type { Strapi } from '../strapi';
import { TAGS, type Tag } from './tag-links';
import { termsWhere } from './terms';
import type { TagChange } from './write-tags';

interface KeptList {
  mode: 'set' | 'add' | 'remove';
  documentIds: string[];
}

/** As the ledger keeps it: document ids outlast a new name and a new slug. */
export interface KeptChange {
  stage?: string | null;
  personas?: KeptList;
  contributors?: KeptList;
}

const NOUNS: Record<Tag, string> = {
  stage: 'a stage',
  personas: 'a persona',
  contributors: 'a rep',
};

/** Which tags a change is about. */
export const tagsIn = (change: { [tag in Tag]?: unknown }): Tag[] =>
  TAGS.filter((tag) => change[tag] !== undefined);

/** @throws {ValidationError} naming the tag whose slug the site does not have. */
export async function keptChange(strapi: Strapi, change: NamedChange): Promise<KeptChange> {
  const kept: KeptChange = {};
  if (change.stage !== undefined) {
    const slugs = change.stage === null ? [] : [change.stage];
    kept.stage = (await documentIdsOf(strapi, 'stage', slugs))[0] ?? null;
  }
  for (const tag of ['personas', 'contributors'] as const) {
    const list = change[tag];
    if (!list) continue;
    kept[tag] = { mode: list.mode, documentIds: await documentIdsOf(strapi, tag, list.slugs) };
  }
  return kept;
}

async function documentIdsOf(strapi: Strapi, tag: Tag, slugs: string[]): Promise<string[]> {
  const terms = await termsWhere(strapi, tag, 'slug', [...new Set(slugs)]);
  return slugs.map((slug) => {
    const term = terms.find((candidate) => candidate.slug === slug);
    if (!term) throw refusal(`change.${tag}`, `“${slug}” is not ${NOUNS[tag]} of this site`);
    return term.documentId;
  });
}

/** @throws {ApplicationError} when one of the tags is not there any more. */
export async function changeInIds(strapi: Strapi, kept: KeptChange): Promise<TagChange> {
  const change: TagChange = {};
  if (kept.stage !== undefined) {
    const [id] = kept.stage === null ? [] : await idsOf(strapi, 'stage', [kept.stage]);
    change.stage = id === undefined ? null : { id };
  }
  for (const tag of ['personas', 'contributors'] as const) {
    const list = kept[tag];
    if (list) change[tag] = { mode: list.mode, ids: await idsOf(strapi, tag, list.documentIds) };
  }
  return change;
}

async function idsOf(strapi: Strapi, tag: Tag, documentIds: string[]): Promise<number[]> {
  const terms = await termsWhere(strapi, tag, 'documentId', [...new Set(documentIds)]);
  return documentIds.map((documentId) => {
    const term = terms.find((candidate) => candidate.documentId === documentId);
    if (!term) {
      throw new errors.ApplicationError(
        `What was to be tagged with is not ${NOUNS[tag]} any more.`
      );
    }
    return term.id;
  });
}
