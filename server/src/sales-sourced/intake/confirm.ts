/** A marketer stands in for what a tool brought in: from now on a name may go on it. */
import { SALES_SOURCED_UID } from '../../constants';
import { documentsOf, type Strapi } from '../../strapi';
import { withDraft } from '../items/draft';

/**
 * Confirms an item; one that is confirmed already stays as it is.
 * @throws {NotFoundError} when there is no such item.
 * @throws {Conflict} when it was changed since it was looked at.
 */
export function confirmItem(strapi: Strapi, documentId: string, revision: string): Promise<void> {
  return withDraft(strapi, documentId, revision, async ({ confirmed }) => {
    if (confirmed) return;
    await documentsOf(strapi, SALES_SOURCED_UID).update({ documentId, data: { confirmed: true } });
  });
}
