import { ledger } from '../../ledger';

/**
 * What sales hears about an item, summed up so that a list can be ordered by it: see
 * `demand/weight.ts`. It can be made anew from items and echoes at any time.
 */
export const demand = ledger({
  names: ['demand', 'demands'],
  displayName: 'Demand',
  attributes: {
    item: { type: 'string', required: true },
    /** Decayed sum over the item and its echoes, as of a fixed day. */
    weight: { type: 'float', required: true },
    /** How often it was heard: 1 and its echoes. */
    heard: { type: 'integer', required: true },
    lastHeardAt: { type: 'datetime', required: true },
  },
  unique: ['item'],
  indexed: ['weight'],
});
