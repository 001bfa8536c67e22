/** Valid items: those that are neither declined nor merged. */
import type { Knex } from 'knex';

import { SALES_SOURCED_UID } from '../../constants';
import type { WorkflowState } from '../../../../contracts/sales-sourced/items';
import { tableIn, tableNameOf, type Strapi, type Trx } from '../../strapi';

const NOT_VALID: WorkflowState[] = ['declined', 'merged'];

/** Drafts of valid items, as `item`, with nothing selected yet. */
export function validItems(strapi: Strapi, trx: Trx): Knex.QueryBuilder {
  const table = tableNameOf(strapi, SALES_SOURCED_UID);
  return tableIn(strapi, trx, `${table} as item`)
    .whereNull('item.published_at')
    .whereNotIn('item.workflow_state', NOT_VALID);
}
