/** Changing items from the inbox: every change names the revision that the caller has seen. */
import { errors } from '@strapi/utils';

import { isActiveAdmin } from '../../admin-users';
import { SALES_SOURCED_UID } from '../../constants';
import type {
  BulkBody,
  BulkResult,
  EditItemBody,
  TransitionBody,
} from '../../../../contracts/sales-sourced/inbox';
import { Conflict } from '../../conflict';
import { refusal } from '../../refusal';
import { documentsOf, type AdminUser, type Strapi } from '../../strapi';
import { confirmation } from '../intake/confirm';
import { repOfUser } from '../reps/me';
import { withDraft, type ItemRow } from './draft';
import { recordEvent } from './events';
import { mergeItem } from './merge';
import { termData } from './terms';
import { blocksOf, plainText } from './wording';

const PRIVATE_FIELDS = ['source', 'account', 'crmReference'] as const;

/**
 * Changes what is named and nothing else.
 * @param mayReadPrivate whether the user sees private fields; who does not cannot set them either.
 * @throws {Conflict} when the item was changed since; {ValidationError} naming the wrong field.
 */
export function editItem(
  strapi: Strapi,
  user: AdminUser,
  documentId: string,
  body: EditItemBody,
  mayReadPrivate: boolean
): Promise<void> {
  if (!mayReadPrivate && PRIVATE_FIELDS.some((field) => body[field] !== undefined)) {
    throw new errors.ForbiddenError('Your role does not see private fields.');
  }
  return withDraft(strapi, documentId, body.revision, async (draft) => {
    const {
      revision: _seen,
      stage,
      resolveByStage,
      personas,
      answer,
      owner,
      byline,
      ...plain
    } = body;
    if (owner) await mustBeAdminUser(strapi, owner);
    await update(strapi, documentId, {
      ...plain,
      ...(await termData(strapi, { stage, resolveByStage, personas })),
      ...(owner === undefined ? {} : { owner }),
      ...(byline === undefined ? {} : { contributors: byline }),
      ...(answer === undefined
        ? {}
        : answerData(draft, await isBringer(strapi, user, draft), answer)),
    });
  });
}

/** Whether the user is the rep who brought the item in: they approve what they write themselves. */
async function isBringer(strapi: Strapi, user: AdminUser, { rep }: ItemRow): Promise<boolean> {
  return rep !== null && (await repOfUser(strapi, user.id))?.id === rep.id;
}

/** A reworded answer loses its formatting; one that says the same keeps it. */
function answerData(draft: ItemRow, isOwnWords: boolean, answer: string | null): object {
  if (plainText(draft.answer) === (answer ?? '')) return {};
  return { answer: blocksOf(answer), ...(isOwnWords ? { approvedWording: answer } : {}) };
}

/**
 * Moves an item to another state.
 * @throws {ValidationError} for a change that makes no sense, or declining without a reason.
 */
export function moveItem(
  strapi: Strapi,
  documentId: string,
  { revision, to, reason }: TransitionBody
): Promise<void> {
  return withDraft(strapi, documentId, revision, async () => {
    // A reason is for one decision: declining again needs one again.
    const declineReason = to === 'declined' ? (reason ?? null) : null;
    await update(strapi, documentId, { workflowState: to, declineReason });
  });
}

/** The rep says that the answer may carry their name as it is worded now. */
export function approveWording(
  strapi: Strapi,
  rep: { documentId: string },
  documentId: string,
  revision: string
): Promise<void> {
  return withDraft(strapi, documentId, revision, async (draft) => {
    if (draft.rep?.documentId !== rep.documentId) {
      throw new errors.ForbiddenError('Only the rep who brought it in can approve the wording.');
    }
    await update(strapi, documentId, {
      ...confirmation(draft),
      approvedWording: plainText(draft.answer),
    });
    await recordEvent(strapi, { item: documentId, kind: 'wordingApproved' });
  });
}

/** One thing for many items, each by itself: what cannot be done is told, and the rest is done. */
export async function changeMany(strapi: Strapi, { items, action }: BulkBody): Promise<BulkResult> {
  const result: BulkResult = { done: [], failed: [] };
  for (const { documentId, revision } of items) {
    try {
      if (action.do === 'merge')
        await mergeItem(strapi, documentId, { revision, into: action.into });
      else if (action.do === 'assign') await assignItem(strapi, documentId, revision, action.owner);
      else await moveItem(strapi, documentId, { revision, to: action.to, reason: action.reason });
      result.done.push(documentId);
    } catch (error) {
      const isRefusal = error instanceof errors.ApplicationError || error instanceof Conflict;
      if (!isRefusal) strapi.log.error(error);
      const message = isRefusal ? (error as Error).message : 'Something went wrong. Try again.';
      result.failed.push({ documentId, message });
    }
  }
  return result;
}

function assignItem(
  strapi: Strapi,
  documentId: string,
  revision: string,
  owner: number | null
): Promise<void> {
  return withDraft(strapi, documentId, revision, async () => {
    if (owner !== null) await mustBeAdminUser(strapi, owner);
    await update(strapi, documentId, { owner });
  });
}

async function update(strapi: Strapi, documentId: string, data: object): Promise<void> {
  await documentsOf(strapi, SALES_SOURCED_UID).update({ documentId, data });
}

async function mustBeAdminUser(strapi: Strapi, id: number): Promise<void> {
  if (await isActiveAdmin(strapi, id)) return;
  throw refusal('owner', 'there is no such user');
}
