import { ledger } from '../../ledger';

/** Somebody heard the same thing again: one row per item, rep and day. */
export const echo = ledger({
  names: ['echo', 'echoes'],
  displayName: 'Echo',
  attributes: {
    /** Document id of the item that it counts for; a merged item's echoes count for what it became. */
    item: { type: 'string', required: true },
    /** Document id of the item that it was recorded on. */
    origin: { type: 'string', required: true },
    /** Document id of the rep who heard it. */
    rep: { type: 'string', required: true },
    /** `YYYY-MM-DD` in UTC. */
    day: { type: 'string', required: true, maxLength: 10 },
    heardAt: { type: 'datetime', required: true },
    /** Whether it stands for a merged item itself: that, too, was somebody hearing it. */
    byMerge: { type: 'boolean', required: true, default: false },
  },
  unique: ['item', 'rep', 'day'],
  indexed: ['origin', 'rep'],
});
