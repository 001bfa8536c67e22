import { ledger } from '../../ledger';

/** An entry of a tagging run. It waits as `pending`, and is written together with the tags. */
export const taggingChange = ledger({
  names: ['tagging-change', 'tagging-changes'],
  displayName: 'Tagging change',
  attributes: {
    /** Row id of the run. */
    run: { type: 'integer', required: true },
    /** Uid. */
    type: { type: 'string', required: true },
    /** Document id; the name is taken by Strapi. */
    document: { type: 'string', required: true },
    /** The locale that was asked for; the name is taken as well. */
    inLocale: { type: 'string' },
    /** `pending`, `changed`, `same`, `failed`, `undone` or `left`. */
    state: { type: 'string', required: true },
    /** A `TagProblem`. */
    problem: { type: 'string' },
    /** Its versions with their tags before and after, by document id. */
    changes: { type: 'json' },
  },
  indexed: ['run'],
});
