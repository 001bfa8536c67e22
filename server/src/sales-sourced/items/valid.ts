/** Valid items are neither declined nor merged; accepted ones were taken on, or published. */
import type { Knex } from 'knex';

import { SALES_SOURCED_UID } from '../../constants';
import type { WorkflowState } from '../../../../contracts/sales-sourced/items';
import { tableIn, tableNameOf, type Strapi, type Trx } from '../../strapi';

const ACCEPTED: WorkflowState[] = ['accepted', 'in_progress'];
const NOT_VALID: WorkflowState[] = ['declined', 'merged'];

/** Drafts of valid items, as `item`, with nothing selected yet. */
export function validItems(strapi: Strapi, trx: Trx): Knex.QueryBuilder {
  const table = tableNameOf(strapi, SALES_SOURCED_UID);
  return tableIn(strapi, trx, `${table} as item`)
    .whereNull('item.published_at')
    .whereNotIn('item.workflow_state', NOT_VALID);
}

/** Accepted items: accepted or in progress, or published; as a statement over `item`. */
export function acceptedItems(strapi: Strapi, trx: Trx): Knex.QueryBuilder {
  const published = tableIn(strapi, trx, `${tableNameOf(strapi, SALES_SOURCED_UID)} as live_item`)
    .where('live_item.document_id', trx.ref('item.document_id'))
    .whereNotNull('live_item.published_at')
    .select(trx.raw('1'));
  return validItems(strapi, trx).where((either) => {
    either.whereIn('item.workflow_state', ACCEPTED).orWhereExists(published);
  });
}
