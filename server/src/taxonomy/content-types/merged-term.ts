import { ledger } from '../../ledger';

/** A stage or persona that became part of another one: what is needed to take that back. */
export const mergedTerm = ledger({
  names: ['merged-term', 'merged-terms'],
  displayName: 'Merged term',
  attributes: {
    /** Uid of the stage or persona type. */
    type: { type: 'string', required: true },
    /** Document ids of the term that is gone and of the one that it became part of. */
    term: { type: 'string', required: true },
    into: { type: 'string', required: true },
    at: { type: 'datetime', required: true },
    /** Id of the admin user; null for tools. */
    adminUser: { type: 'integer' },
    /** As `MergedTermData`. */
    data: { type: 'json' },
  },
  unique: ['term'],
});
