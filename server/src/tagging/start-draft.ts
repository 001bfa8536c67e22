/** Starting an entry: a draft with title, slug and tags filled in. */
import { errors } from '@strapi/utils';

import type { NewDraft, StartedDraft } from '../../../contracts/tagging';
import type { FieldNames } from '../config';
import { mainFieldOf } from '../main-field';
import { createAccess, type Ability } from '../read-access';
import { refusal } from '../refusal';
import { freeSlug } from '../slugs';
import {
  defaultLocale,
  documentsOf,
  hasDraftAndPublish,
  isLocalized,
  type AdminUser,
  type ContentTypeSchema,
  type Strapi,
} from '../strapi';

/** Longest title that is given to a draft. */
const TITLE = 255;

/** Whether an entry can be started in the type: one without drafts would be live at once. */
function takesDrafts(type: ContentTypeSchema): boolean {
  return type.kind === 'collectionType' && hasDraftAndPublish(type);
}

/** The types that the user may start entries of. */
export function draftTypes(
  strapi: Strapi,
  types: ContentTypeSchema[],
  ability: Ability
): { uid: string; displayName: string }[] {
  return types
    .filter((type) => takesDrafts(type) && createAccess(strapi, type, ability).mayCreate)
    .map(({ uid, info }) => ({ uid, displayName: info.displayName }));
}

/**
 * Makes the draft, in the site's default locale unless told another. Its title is cut where the type takes shorter ones. What the user may not fill in stays
 * empty, as in the Content Manager, and is named in the answer.
 * @throws {ValidationError} naming `type` when it takes no drafts; {ForbiddenError} when the user may
 *   not create entries of it.
 */
export async function startDraft(
  strapi: Strapi,
  by: { user: AdminUser; ability: Ability },
  type: ContentTypeSchema,
  names: FieldNames,
  { title, locale, stage, personas, contributors }: NewDraft
): Promise<StartedDraft> {
  if (!takesDrafts(type)) throw refusal('type', `“${type.uid}” has no drafts`);
  const at = isLocalized(type) ? (locale ?? (await defaultLocale(strapi))) : undefined;
  const { mayCreate, maySet } = createAccess(strapi, type, by.ability, at);
  if (!mayCreate) {
    throw new errors.ForbiddenError(
      `Your role may not create entries of ${type.info.displayName}.`
    );
  }
  const filledIn = Object.entries({
    ...(await titled(strapi, type, title)),
    ...(stage === null ? {} : { [names.journeyStage]: stage }),
    ...(personas.length === 0 ? {} : { [names.personas]: personas }),
    ...(contributors.length === 0 ? {} : { [names.contributors]: contributors }),
  });
  const { documentId } = await documentsOf<{ documentId: string }>(strapi, type.uid).create({
    ...(at === undefined ? {} : { locale: at }),
    data: {
      ...Object.fromEntries(filledIn.filter(([field]) => maySet(field))),
      createdBy: by.user.id,
      updatedBy: by.user.id,
    },
  });
  return {
    ...{ type: type.uid, kind: type.kind, documentId, locale: at ?? null },
    leftOut: filledIn.map(([field]) => field).filter((field) => !maySet(field)),
  };
}

interface Attribute {
  type: string;
  targetField?: string;
  maxLength?: number;
}

/** The main field, where it is text, and the slugs made from it. */
async function titled(
  strapi: Strapi,
  type: ContentTypeSchema,
  words: string
): Promise<Record<string, string>> {
  const attributes = type.attributes as unknown as Record<string, Attribute>;
  const mainField = await mainFieldOf(strapi, type);
  const title = titleFrom(words, Math.min(attributes[mainField]?.maxLength ?? TITLE, TITLE));
  const takesTitle = ['string', 'text'].includes(attributes[mainField]?.type ?? '');
  const data: Record<string, string> = takesTitle ? { [mainField]: title } : {};
  for (const [name, attribute] of Object.entries(attributes)) {
    if (attribute.type === 'uid' && attribute.targetField === mainField) {
      data[name] = await freeSlug(strapi, type.uid, name, { [mainField]: title });
    }
  }
  return data;
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
