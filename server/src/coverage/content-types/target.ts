import { ledger } from '../../ledger';

/** How many documents a cell should have, where that is not the default. */
export const target = ledger({
  names: ['target', 'targets'],
  displayName: 'Target',
  attributes: {
    /** Document id of the stage. */
    stage: { type: 'string', required: true },
    /** Document id of the persona; empty for Everyone. */
    persona: { type: 'string', required: true },
    /** What it is narrowed to: see `scopeOf`. Empty for the general target. */
    scope: { type: 'string', required: true },
    value: { type: 'integer', required: true },
  },
  unique: ['stage', 'persona', 'scope'],
  indexed: ['scope', 'persona'],
});
