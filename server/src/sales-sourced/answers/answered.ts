/** Whether an item is answered: published with an answer, or linked to a live document. */
import type { Knex } from 'knex';

import { ANSWER_UID, SALES_SOURCED_UID } from '../../constants';
import { getService } from '../../services';
import { hasDraftAndPublish, tableIn, tableNameOf, type Strapi, type Trx } from '../../strapi';

/**
 * Narrows a statement to rows whose item is answered, or is not.
 * @param itemColumn column of the statement that holds the item's document id, for example `item.document_id`.
 * @param freshSince counts only answers that were last published, or saved where there are no drafts, since then.
 */
export function whereAnswered(
  strapi: Strapi,
  trx: Trx,
  query: Knex.QueryBuilder,
  itemColumn: string,
  answered: boolean,
  freshSince?: Date
): void {
  // Lists of items that depend on nothing outside: databases make each of them once.
  const ways = [ownAnswers(strapi, trx), ...linkedAnswers(strapi, trx)];
  if (freshSince) for (const way of ways) way.where('live.published_at', '>=', freshSince);
  query.where((any) => {
    for (const way of ways) {
      if (answered) any.orWhereIn(itemColumn, way);
      else any.whereNotIn(itemColumn, way);
    }
  });
}

/** Statement for the answered items, each once, as `item`. */
export function answeredItems(strapi: Strapi, trx: Trx): Knex.QueryBuilder {
  return trx.queryBuilder().union([ownAnswers(strapi, trx), ...linkedAnswers(strapi, trx)]);
}

/** Items whose own published version has an answer. */
function ownAnswers(strapi: Strapi, trx: Trx): Knex.QueryBuilder {
  return tableIn(strapi, trx, `${tableNameOf(strapi, SALES_SOURCED_UID)} as live`)
    .whereNotNull('live.published_at')
    .whereNotNull('live.answer')
    .select({ item: 'live.document_id' });
}

/** Items with a live document in the ledger, by type; another item's published answer counts too. */
function linkedAnswers(strapi: Strapi, trx: Trx): Knex.QueryBuilder[] {
  const linked = (uid: string) =>
    tableIn(strapi, trx, `${tableNameOf(strapi, ANSWER_UID)} as linked`)
      .join(`${tableNameOf(strapi, uid)} as live`, 'live.document_id', 'linked.document')
      .where('linked.type', uid)
      .select('linked.item');
  const ofTypes = getService(strapi, 'tagging')
    .taggedTypes()
    .map((type) => {
      const live = linked(type.uid);
      return hasDraftAndPublish(type) ? live.whereNotNull('live.published_at') : live;
    });
  const ofItems = linked(SALES_SOURCED_UID)
    .whereNotNull('live.published_at')
    .whereNotNull('live.answer');
  return [...ofTypes, ofItems];
}

/** Which of the items are answered. One statement. */
export async function answeredAmong(
  strapi: Strapi,
  trx: Trx,
  items: string[]
): Promise<Set<string>> {
  if (items.length === 0) return new Set();
  const query = tableIn(strapi, trx, `${tableNameOf(strapi, SALES_SOURCED_UID)} as item`)
    .whereNull('item.published_at')
    .whereIn('item.document_id', items)
    .select({ item: 'item.document_id' });
  whereAnswered(strapi, trx, query, 'item.document_id', true);
  const rows = (await query) as { item: string }[];
  return new Set(rows.map(({ item }) => item));
}
