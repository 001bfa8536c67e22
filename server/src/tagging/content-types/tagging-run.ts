import { ledger } from '../../ledger';

/** Tags that were changed together: from the queue, or in bulk. */
export const taggingRun = ledger({
  names: ['tagging-run', 'tagging-runs'],
  displayName: 'Tagging run',
  attributes: {
    /** `entries`: at once, from the queue. `bulk`: everything that fits a filter, chunk by chunk. */
    kind: { type: 'string', required: true },
    /** A `RunState`. */
    state: { type: 'string', required: true },
    /** `tag` or `undo`. */
    phase: { type: 'string', required: true },
    /** Why it could not go on, in a sentence. */
    problem: { type: 'text' },
    /** Id of the admin user, and the name at that time. */
    userId: { type: 'integer' },
    userName: { type: 'string' },
    startedAt: { type: 'datetime', required: true },
    finishedAt: { type: 'datetime' },
    /** As contracts/tag-change.ts describes them. */
    question: { type: 'json' },
    change: { type: 'json' },
    versions: { type: 'string' },
    /** The word `site` while it runs in bulk: a site does one such run at a time. */
    claim: { type: 'string' },
    /** Which process runs it, and when that last said so. */
    worker: { type: 'string' },
    heartbeatAt: { type: 'datetime' },
  },
  unique: ['claim'],
  indexed: ['started_at'],
});
