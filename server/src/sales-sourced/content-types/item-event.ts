import { ITEM_EVENTS } from '../../../../contracts/sales-sourced/detail';
import { WORKFLOW_STATES } from '../../../../contracts/sales-sourced/items';
import { ledger } from '../../ledger';

/** One step in the history of an item: who did what, and when. Private values are never copied here. */
export const itemEvent = ledger({
  names: ['item-event', 'item-events'],
  displayName: 'Item event',
  attributes: {
    item: { type: 'string', required: true },
    at: { type: 'datetime', required: true },
    kind: { type: 'enumeration', enum: [...ITEM_EVENTS], required: true },
    /** Id of the admin user; null for tools. */
    adminUser: { type: 'integer' },
    fromState: { type: 'enumeration', enum: [...WORKFLOW_STATES] },
    toState: { type: 'enumeration', enum: [...WORKFLOW_STATES] },
    /** Names of the fields that were changed. */
    fields: { type: 'json' },
    note: { type: 'text' },
  },
  indexed: ['item'],
});
