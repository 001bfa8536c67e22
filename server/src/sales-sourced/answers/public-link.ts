/** Where the public reads an answer: as the site's own preview configuration knows it. */
import { ANSWER_UID, SALES_SOURCED_UID } from '../../constants';
import { inTransaction, tableIn, tableNameOf, type Strapi } from '../../strapi';

interface Preview {
  enabled?: boolean;
  config?: {
    handler?: (
      uid: string,
      place: { documentId: string; locale: string | null; status: 'published' }
    ) => unknown;
  };
}

/**
 * Address of a live document, from the handler that the site configures for Strapi's preview
 * (`config/admin`, `preview`); null where it has none for the type. An address with a query is for
 * previews alone, and may hold their secret: it is never handed on.
 */
export async function publicLink(
  strapi: Strapi,
  uid: string,
  documentId: string
): Promise<string | null> {
  const preview = strapi.config.get<Preview | undefined>('admin.preview');
  if (preview?.enabled !== true || !preview.config?.handler) return null;
  const place = { documentId, locale: null, status: 'published' as const };
  try {
    const address: unknown = await preview.config.handler(uid, place);
    if (typeof address !== 'string' || address === '') return null;
    return /[?#]/.test(address) ? null : address;
  } catch (error) {
    strapi.log.warn(`Buyer Journey: the preview handler failed for ${uid}: ${String(error)}`);
    return null;
  }
}

/** Addresses of the answers of items, by item: a linked document's first, else the item's own. */
export async function publicLinks(strapi: Strapi, items: string[]): Promise<Map<string, string>> {
  const links = new Map<string, string>();
  if (items.length === 0) return links;
  const answers = await inTransaction(
    strapi,
    (trx) =>
      tableIn(strapi, trx, tableNameOf(strapi, ANSWER_UID))
        .whereIn('item', items)
        .whereNotNull('answered_at')
        .orderBy('id')
        .select('item', 'type', 'document') as Promise<
        { item: string; type: string; document: string }[]
      >
  );
  const own = items.map((item) => ({ item, type: SALES_SOURCED_UID, document: item }));
  for (const { item, type, document } of [...answers, ...own]) {
    if (links.has(item)) continue;
    const link = await publicLink(strapi, type, document);
    if (link !== null) links.set(item, link);
  }
  return links;
}
