import { TEAMS } from '../../../../contracts/persona-profile';
import { ledger } from '../../ledger';

/**
 * The latest sign-off of a persona's profile by a team, and what became of it. A ledger and not fields of
 * the persona: those could be set in the Content Manager by whoever edits personas, and a clone would
 * be born signed.
 */
export const personaSignOff = ledger({
  names: ['persona-sign-off', 'persona-sign-offs'],
  displayName: 'Persona sign-off',
  attributes: {
    /** Document id of the persona. */
    persona: { type: 'string', required: true },
    team: { type: 'enumeration', enum: [...TEAMS], required: true },
    at: { type: 'datetime', required: true },
    /** Id of the admin user. */
    adminUser: { type: 'integer', required: true },
    /** When it was cleared by a change, or withdrawn; null while it holds. */
    endedAt: { type: 'datetime' },
    /** Id of the admin user; null for a tool. */
    endedBy: { type: 'integer' },
    /** Names of the fields whose change cleared it; null where it was withdrawn. */
    changedFields: { type: 'json' },
  },
  unique: ['persona', 'team'],
});
