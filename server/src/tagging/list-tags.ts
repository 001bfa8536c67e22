/**
 * What the Content Manager's list view gets of tags. By itself it would only count personas, so that a column of
 * them needs a request for each row, and it would hand out stages in full, private fields included, to
 * whoever may read the entry.
 */
import { PERSONA_UID, STAGE_UID } from '../constants';
import type { FieldNames } from '../config';
import { readAccess, signedInAbility, type Ability } from '../read-access';
import { answeredBy, contentTypes, type ContentTypeSchema, type Strapi } from '../strapi';
import { optInState } from './opt-in';

/** What the columns show. */
const STAGE_FIELDS = ['name', 'slug', 'color'];
const PERSONA_FIELDS = ['name', 'slug'];

interface DocumentCall {
  action: string;
  contentType: ContentTypeSchema;
  params?: { populate?: Record<string, unknown> };
}

/** Registers the middleware; whatever the list view of an opted-in type does not ask passes at once. */
export function listTags(strapi: Strapi, { journeyStage, personas }: FieldNames): void {
  strapi.documents.use(async (context, next) => {
    const call = context as unknown as DocumentCall;
    const ability = signedInAbility(strapi);
    if (!ability || !isListed(strapi, call)) return next();
    const populate = { ...call.params?.populate };
    if (journeyStage in populate) {
      const fields = await readable(strapi, ability, STAGE_UID, STAGE_FIELDS);
      populate[journeyStage] = { fields: ['documentId', ...fields] };
    }
    if (personas in populate) {
      const fields = await readable(strapi, ability, PERSONA_UID, PERSONA_FIELDS);
      if (fields.length > 0) populate[personas] = { fields };
    }
    call.params = { ...call.params, populate };
    return next();
  });
}

function isListed(strapi: Strapi, { action, contentType, params }: DocumentCall): boolean {
  return (
    action === 'findMany' &&
    answeredBy(strapi) === 'collection-types.find' &&
    optInState(contentType) === 'optedIn' &&
    typeof params?.populate === 'object'
  );
}

/** Those fields that the user may read of every entry of the type. */
async function readable(
  strapi: Strapi,
  ability: Ability,
  uid: string,
  fields: string[]
): Promise<string[]> {
  const type = contentTypes(strapi).find((candidate) => candidate.uid === uid);
  if (!type) return [];
  const access = await readAccess(strapi, type, ability);
  return access.mayRead && access.permittedRows() === null
    ? fields.filter(access.mayReadField)
    : [];
}
