import { ledger } from '../../ledger';

/** The figures of one day, kept per content type and locale. A day without a row was missed. */
export const snapshot = ledger({
  names: ['snapshot', 'snapshots'],
  displayName: 'Snapshot',
  attributes: {
    /** YYYY-MM-DD in UTC. */
    day: { type: 'string', required: true },
    /** What it is narrowed to: see `scopeOf`. Empty for everything. */
    scope: { type: 'string', required: true },
    /** As `snapshotFigures` makes them. */
    figures: { type: 'json' },
  },
  unique: ['day', 'scope'],
  indexed: ['scope'],
});
