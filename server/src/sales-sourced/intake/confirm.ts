/** Vouching for what a tool brought in: from now on it is an item like one that the rep captured. */
import { SALES_SOURCED_UID } from '../../constants';
import { documentsOf, type Strapi } from '../../strapi';
import { withDraft, type ItemRow } from '../items/draft';

/**
 * A marketer confirms an item; one that is confirmed already stays as it is.
 * @throws {NotFoundError} when there is no such item.
 * @throws {Conflict} when it was changed since it was looked at.
 */
export function confirmItem(strapi: Strapi, documentId: string, revision: string): Promise<void> {
  return withDraft(strapi, documentId, revision, async (draft) => {
    if (draft.confirmed) return;
    const data = confirmation(draft);
    await documentsOf(strapi, SALES_SOURCED_UID).update({ documentId, data });
  });
}

/** What confirming changes in an item: the rep's name goes on it, if they consented, as in a capture. */
export function confirmation({ confirmed, rep, contributors }: ItemRow): object {
  if (confirmed) return {};
  const mayBeNamed = rep?.active && rep.confirmed && rep.bylineConsent && contributors.length === 0;
  return { confirmed: true, ...(mayBeNamed ? { contributors: [rep.documentId] } : {}) };
}
