import { TEAMS } from '../../../../contracts/persona-profile';
import { ledger } from '../../ledger';

/**
 * What a persona's profile rests on: who of which team saw or heard what, and when. A withdrawn entry
 * stays as a fact, without its words.
 */
export const personaEvidence = ledger({
  names: ['persona-evidence', 'persona-evidences'],
  displayName: 'Persona evidence',
  attributes: {
    /** Document id of the persona. */
    persona: { type: 'string', required: true },
    team: { type: 'enumeration', enum: [...TEAMS], required: true },
    /** Null once it was withdrawn. */
    note: { type: 'text' },
    /** Document id of the item that says so, if any. */
    item: { type: 'string' },
    /** Id of the admin user. */
    author: { type: 'integer', required: true },
    at: { type: 'datetime', required: true },
    withdrawnAt: { type: 'datetime' },
    /** Id of the admin user. */
    withdrawnBy: { type: 'integer' },
  },
  indexed: ['persona'],
});
