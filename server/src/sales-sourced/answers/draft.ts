/** Starting an answer as content: a draft with everything filled in that the item knows. */
import { errors } from '@strapi/utils';

import type { DraftedAnswer } from '../../../../contracts/sales-sourced/answers';
import { mainFieldOf } from '../../main-field';
import { mayCreate, type Ability } from '../../read-access';
import { getService } from '../../services';
import {
  documentsOf,
  hasDraftAndPublish,
  oneAtATime,
  type AdminUser,
  type ContentTypeSchema,
  type Strapi,
} from '../../strapi';
import { freeSlug } from '../../slugs';
import { withDraft, type ItemRow } from '../items/draft';
import { recordEvent } from '../items/events';
import { linkAnswer, mustTakeAnswers, taggedType } from './link';

/** Longest title that is taken from a buyer's words. */
const TITLE = 255;

/** Whether an answer can be started in the type: an entry without drafts would be live at once. */
export function takesDrafts(type: ContentTypeSchema): boolean {
  return type.kind === 'collectionType' && hasDraftAndPublish(type);
}

/**
 * Makes a draft with title, stage, personas and byline of the item, linked to it.
 * @throws {ValidationError} when the type takes no drafts, and for a declined or merged item; {ForbiddenError} when the user may not
 *   create entries of it.
 */
export function draftAnswer(
  strapi: Strapi,
  user: AdminUser,
  ability: Ability,
  item: string,
  uid: string
): Promise<DraftedAnswer> {
  const type = taggedType(strapi, uid);
  if (!takesDrafts(type)) throw new errors.ValidationError(`type: “${uid}” has no drafts.`);
  if (!mayCreate(strapi, type, ability)) {
    throw new errors.ForbiddenError(
      `Your role may not create entries of ${type.info.displayName}.`
    );
  }
  // As linking does, which comes at the end: nothing is read before this is locked.
  return oneAtATime(strapi, () =>
    withDraft(strapi, item, null, async (draft) => {
      mustTakeAnswers(draft);
      const data = await filledIn(strapi, type, draft);
      const { documentId } = await documentsOf<{ documentId: string }>(strapi, uid).create({
        data: { ...data, createdBy: user.id, updatedBy: user.id },
      });
      await linkAnswer(strapi, ability, item, { type: uid, documentId });
      await recordEvent(strapi, { item, kind: 'draftCreated', note: type.info.displayName });
      return { type: uid, kind: type.kind, documentId };
    })
  );
}

interface Attribute {
  type: string;
  targetField?: string;
  maxLength?: number;
}

async function filledIn(
  strapi: Strapi,
  type: ContentTypeSchema,
  draft: ItemRow
): Promise<Record<string, unknown>> {
  const names = getService(strapi, 'tagging').fieldNames();
  const attributes = type.attributes as unknown as Record<string, Attribute>;
  const mainField = await mainFieldOf(strapi, type);
  const title = titleFrom(
    draft.buyerWords,
    Math.min(attributes[mainField]?.maxLength ?? TITLE, TITLE)
  );
  const takesTitle = ['string', 'text'].includes(attributes[mainField]?.type ?? '');
  const data: Record<string, unknown> = takesTitle ? { [mainField]: title } : {};
  for (const [name, attribute] of Object.entries(attributes)) {
    if (attribute.type === 'uid' && attribute.targetField === mainField) {
      data[name] = await freeSlug(strapi, type.uid, name, { [mainField]: title });
    }
  }
  const stage = draft.resolveByStage ?? draft.stage;
  const named = draft.contributors.filter(({ bylineConsent, active }) => bylineConsent && active);
  return {
    ...data,
    [names.journeyStage]: stage?.documentId ?? null,
    [names.personas]: draft.personas.map(({ documentId }) => documentId),
    [names.contributors]: named.map(({ documentId }) => documentId),
  };
}

/** The words on one line, as far as they fit: cut between words where that leaves half of them. */
function titleFrom(words: string, max: number): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= max) return line;
  const most = line.slice(0, max);
  const end = most.lastIndexOf(' ');
  const cut = end >= max / 2 ? most.slice(0, end) : most.slice(0, max - 1);
  // Not through the middle of a character that takes two places.
  return `${cut.replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}
