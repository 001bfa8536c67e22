/** The rule of types that ask for it: nothing goes live without a stage. Drafts can always be saved. */
import { errors } from '@strapi/utils';

import { STAGE_NEEDED } from '../../../contracts/tagging';
import type { FieldNames } from '../config';
import { mainFieldOf } from '../main-field';
import {
  answeredBy,
  hasDraftAndPublish,
  inTransaction,
  rowsOf,
  type ContentTypeSchema,
  type Strapi,
} from '../strapi';
import type { DocumentAction } from './locale-sync';
import { requiresStage } from './opt-in';
import type { TaggedVersion, TagIds } from './tag-links';

interface Row {
  id: number;
  [mainField: string]: unknown;
}

/**
 * Registers the middleware. It looks at the live versions that a call has made, in the transaction that made
 * them: whichever way they came about, one without a stage takes all back. What is live already stays live.
 */
export function requireStage(strapi: Strapi, fieldNames: FieldNames): void {
  strapi.documents.use(async (context, next) => {
    const call = context as unknown as DocumentAction;
    if (!makesLive(call) || !requiresStage(call.contentType)) return next();
    return inTransaction(strapi, async () => {
      const result = await next();
      await refuseUntagged(strapi, call.contentType, rowIds(result), fieldNames.journeyStage);
      return result;
    });
  });
}

/** Creating and updating publish at once where the caller says so, and where a type has no drafts. */
function makesLive({ action, contentType, params }: DocumentAction): boolean {
  if (!hasDraftAndPublish(contentType)) return ['create', 'update', 'clone'].includes(action);
  if (action === 'publish') return true;
  return ['create', 'update'].includes(action) && params.status === 'published';
}

/** Of one version, or of those in `entries`; none where nothing was found to write. */
function rowIds(result: unknown): number[] {
  const { id, entries } = (result ?? {}) as { id?: number; entries?: { id: number }[] };
  return entries ? entries.map((entry) => entry.id) : id === undefined ? [] : [id];
}

/** Tags of a version, as they are and as they are to become. */
interface ChangingTags extends Pick<TaggedVersion, 'version'> {
  before: Pick<TagIds, 'stage'>;
  after: Partial<Pick<TagIds, 'stage'>>;
}

/** Whether tagging past the Document Service would take the stage off what is live, where the type asks for one. */
export const losesNeededStage = (
  type: ContentTypeSchema,
  { version, before, after }: ChangingTags
): boolean =>
  version === 'published' && before.stage !== null && after.stage === null && requiresStage(type);

async function refuseUntagged(
  strapi: Strapi,
  type: ContentTypeSchema,
  ids: number[],
  stageField: string
): Promise<void> {
  if (ids.length === 0) return;
  const [untagged] = await rowsOf<Row>(strapi, type.uid).findMany({
    where: { id: { $in: ids }, [stageField]: { id: { $null: true } } },
    limit: 1,
  });
  if (!untagged) return;
  const name = await nameOf(strapi, type, untagged);
  const sentence = `${name} cannot be published: it needs a journey stage.`;
  // A form shows the message at its field; of several entries it has to say which one is meant.
  const isOneOfMany = answeredBy(strapi) === 'collection-types.bulkPublish';
  const message = isOneOfMany ? sentence : STAGE_NEEDED;
  throw new errors.ValidationError(sentence, {
    errors: [{ path: [stageField], message, name: 'ValidationError' }],
  });
}

/** What the entry is called, where that is public. */
async function nameOf(strapi: Strapi, type: ContentTypeSchema, row: Row): Promise<string> {
  const mainField = await mainFieldOf(strapi, type);
  const attribute = type.attributes[mainField] as { private?: boolean } | undefined;
  const title = row[mainField];
  return attribute && !attribute.private && typeof title === 'string'
    ? `“${title}”`
    : `This ${type.info.displayName}`;
}
