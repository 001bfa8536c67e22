import { ledger } from '../../ledger';

/** This document answers that item. A published item that answers itself has a row too. */
export const answer = ledger({
  names: ['answer', 'answers'],
  displayName: 'Answer',
  attributes: {
    /** Document id of the item that it counts for. */
    item: { type: 'string', required: true },
    /** Document id of the item that it was linked to. */
    origin: { type: 'string', required: true },
    /** Uid and document id of what answers. */
    type: { type: 'string', required: true },
    document: { type: 'string', required: true },
    linkedAt: { type: 'datetime', required: true },
    /** The moment from which the answer was first live; null until then. It is never renewed. */
    answeredAt: { type: 'datetime' },
  },
  unique: ['item', 'type', 'document'],
  indexed: ['document', 'origin'],
});
