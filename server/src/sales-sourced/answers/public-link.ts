/** Where the public reads an answer: as the site's own preview configuration knows it. */
import { ANSWER_UID, SALES_SOURCED_UID } from '../../constants';
import { getService } from '../../services';
import {
  hasDraftAndPublish,
  inTransaction,
  tableIn,
  tableNameOf,
  type Strapi,
  type Trx,
} from '../../strapi';

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

/**
 * Addresses of the live answers of items, by item: the first linked document's, else the item's own.
 * One statement, and one for each type that something is linked of.
 */
export async function publicLinks(strapi: Strapi, items: string[]): Promise<Map<string, string>> {
  const links = new Map<string, string>();
  if (items.length === 0) return links;
  for (const { item, type, document } of await liveAnswers(strapi, items)) {
    if (links.has(item)) continue;
    const link = await publicLink(strapi, type, document);
    if (link !== null) links.set(item, link);
  }
  return links;
}

interface AnswerRow {
  item: string;
  type: string;
  document: string;
}

/** In the order in which they were linked; items that may answer themselves come last. */
function liveAnswers(strapi: Strapi, items: string[]): Promise<AnswerRow[]> {
  return inTransaction(strapi, async (trx) => {
    const linked: AnswerRow[] = await tableIn(strapi, trx, tableNameOf(strapi, ANSWER_UID))
      .whereIn('item', items)
      .orderBy('id')
      .select('item', 'type', 'document');
    const own = items.map((item) => ({ item, type: SALES_SOURCED_UID, document: item }));
    const candidates = [...linked.filter(({ type }) => type !== SALES_SOURCED_UID), ...own];
    const live = new Map<string, Set<string>>();
    for (const type of new Set(candidates.map((candidate) => candidate.type))) {
      const documents = candidates.filter((candidate) => candidate.type === type);
      live.set(type, await liveAmong(strapi, trx, type, documents));
    }
    return candidates.filter(({ type, document }) => live.get(type)?.has(document));
  });
}

/** Which of the documents are live: of tagged types, and items that are published with an answer. */
async function liveAmong(
  strapi: Strapi,
  trx: Trx,
  uid: string,
  documents: AnswerRow[]
): Promise<Set<string>> {
  const tagged = getService(strapi, 'tagging').taggedTypes();
  const type = tagged.find((candidate) => candidate.uid === uid);
  const isItem = uid === SALES_SOURCED_UID;
  if (!type && !isItem) return new Set();
  const ids = [...new Set(documents.map(({ document }) => document))];
  const versions = tableIn(strapi, trx, tableNameOf(strapi, uid)).whereIn('document_id', ids);
  if (!type || hasDraftAndPublish(type)) versions.whereNotNull('published_at');
  if (isItem) versions.whereNotNull('answer');
  const rows: { document: string }[] = await versions.distinct({ document: 'document_id' });
  return new Set(rows.map(({ document }) => document));
}
