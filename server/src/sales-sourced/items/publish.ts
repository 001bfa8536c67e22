/** Publishing an answer from the inbox, and taking it back. */
import { errors } from '@strapi/utils';

import { SALES_SOURCED_UID } from '../../constants';
import type { PublishBody, PublishRefusal } from '../../../../contracts/sales-sourced/answers';
import { freeSlug } from '../../slugs';
import { versionsOf, documentsOf, type Strapi } from '../../strapi';
import { publishingInSpite } from '../privacy/publishing';
import { withDraft, type ItemRow } from './draft';
import { isEmptyAnswer } from './wording';

/** What the user's role lets them publish in spite of. */
export interface MayOverride {
  withoutApproval: boolean;
  overrideFindings: boolean;
  /** Whether the user sees account and CRM reference. */
  readPrivate: boolean;
}

/**
 * Publishes an item with its answer; one that was only received counts as accepted with that.
 * @throws {ForbiddenError} for an override that the user may not make.
 * @throws {ValidationError} with `PublishRefusal` as details; see `mustBePublishable`.
 */
export function publishItem(
  strapi: Strapi,
  documentId: string,
  { revision, withoutApproval, overrideFindings }: PublishBody,
  may: MayOverride
): Promise<void> {
  if ((withoutApproval && !may.withoutApproval) || (overrideFindings && !may.overrideFindings)) {
    throw new errors.ForbiddenError('Your role does not allow publishing in spite of this.');
  }
  return withDraft(strapi, documentId, revision, async (draft) => {
    if (isEmptyAnswer(draft.answer)) {
      const refusal: PublishRefusal = { reason: 'noAnswer' };
      throw new errors.ValidationError('answer: write the answer before you publish it.', refusal);
    }
    const data = await neededForPublishing(strapi, draft);
    if (Object.keys(data).length > 0) {
      await documentsOf(strapi, SALES_SOURCED_UID).update({ documentId, data });
    }
    const override = { withoutApproval, overrideFindings, mayReadPrivate: may.readPrivate };
    await publishingInSpite(override, () =>
      versionsOf(strapi, SALES_SOURCED_UID).publish({ documentId })
    );
  });
}

async function neededForPublishing(strapi: Strapi, draft: ItemRow): Promise<object> {
  return {
    ...(draft.slug ? {} : { slug: await slugFor(strapi, draft) }),
    ...(draft.workflowState === 'received' ? { workflowState: 'accepted' } : {}),
  };
}

/** A slug from the first words, or from the document id where they hold no letters. */
async function slugFor(strapi: Strapi, { documentId, buyerWords }: ItemRow): Promise<string> {
  const slug = await freeSlug(strapi, SALES_SOURCED_UID, 'slug', { buyerWords });
  return /[a-z0-9]/i.test(slug) ? slug : `item-${documentId}`;
}

/** Takes the public version away; the draft stays. */
export function unpublishItem(strapi: Strapi, documentId: string, revision: string): Promise<void> {
  return withDraft(strapi, documentId, revision, async () => {
    await versionsOf(strapi, SALES_SOURCED_UID).unpublish({ documentId });
  });
}
