/** Starting an answer as content: a draft with everything filled in that the item knows. */
import { errors } from '@strapi/utils';

import type { DraftedAnswer } from '../../../../contracts/sales-sourced/answers';
import { mainFieldOf } from '../../main-field';
import { mayCreate, type Ability } from '../../read-access';
import { getService } from '../../services';
import {
  documentsOf,
  hasDraftAndPublish,
  inTransaction,
  pluginService,
  type AdminUser,
  type ContentTypeSchema,
  type Strapi,
} from '../../strapi';
import { draftOf, type ItemRow } from '../items/draft';
import { recordEvent } from '../items/events';
import { linkAnswer, taggedType } from './link';

/** Longest title that is taken from a buyer's words. */
const TITLE = 255;

/** Whether an answer can be started in the type: an entry without drafts would be live at once. */
export function takesDrafts(type: ContentTypeSchema): boolean {
  return type.kind === 'collectionType' && hasDraftAndPublish(type);
}

/**
 * Makes a draft with title, stage, personas and byline of the item, linked to it.
 * @throws {ValidationError} when the type takes no drafts; {ForbiddenError} when the user may not
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
  return inTransaction(strapi, async () => {
    const draft = await draftOf(strapi, item);
    const data = await filledIn(strapi, type, draft);
    const { documentId } = await documentsOf<{ documentId: string }>(strapi, uid).create({
      data: { ...data, createdBy: user.id, updatedBy: user.id },
    });
    await linkAnswer(strapi, ability, item, { type: uid, documentId });
    await recordEvent(strapi, { item, kind: 'draftCreated', note: type.info.displayName });
    return { type: uid, kind: type.kind, documentId };
  });
}

interface Attribute {
  type: string;
  targetField?: string;
}

async function filledIn(
  strapi: Strapi,
  type: ContentTypeSchema,
  draft: ItemRow
): Promise<Record<string, unknown>> {
  const names = getService(strapi, 'tagging').fieldNames();
  const attributes = type.attributes as unknown as Record<string, Attribute>;
  const mainField = await mainFieldOf(strapi, type);
  const title = draft.buyerWords.slice(0, TITLE);
  const takesTitle = ['string', 'text'].includes(attributes[mainField]?.type ?? '');
  const data: Record<string, unknown> = takesTitle ? { [mainField]: title } : {};
  for (const [name, attribute] of Object.entries(attributes)) {
    if (attribute.type === 'uid' && attribute.targetField === mainField) {
      data[name] = await freeUid(strapi, type.uid, name, { [mainField]: title });
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

interface UidService {
  generateUIDField(field: { contentTypeUID: string; field: string; data: object }): Promise<string>;
}

/** A uid that no other entry has. */
export function freeUid(
  strapi: Strapi,
  contentTypeUID: string,
  field: string,
  data: object
): Promise<string> {
  const service = pluginService<UidService>(strapi, 'content-manager', 'uid');
  return service.generateUIDField({ contentTypeUID, field, data });
}
