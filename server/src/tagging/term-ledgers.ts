/** Ledgers of other capabilities that name stages and personas by document id, and follow when those are merged. */
import type { SettledTarget } from '../../../contracts/taxonomy-terms';
import type { Strapi, Trx } from '../strapi';

/** A stage or persona as links and ledgers know it. */
export interface TermRow {
  id: number;
  documentId: string;
}

/** A row of a ledger that names the term. */
export interface LedgerUse {
  /** Document id of what else the row names; empty where it names nothing. */
  document: string;
  /** What the row is narrowed to. */
  scope: string;
  value: number;
}

/** What became of a ledger's rows in a merge. */
export interface LedgerChange {
  /** Rows where both terms had one. */
  settled: SettledTarget[];
  /** Whatever the ledger needs to take it back, as JSON. */
  memory: unknown;
}

/** A use that could not be given back, and why. */
export interface Problem<Use> {
  use: Use;
  message: string;
}

export interface TermLedger {
  /** Uid of the ledger. */
  uid: string;
  /** Rows that name the term. @param target uid of the stage or persona type. */
  list(trx: Trx, target: string, term: string): Promise<LedgerUse[]>;
  /** Has rows that name one term name the other one. */
  retag(trx: Trx, target: string, from: string, to: string): Promise<LedgerChange>;
  /** Takes that back for the listed rows. Where there are problems, whatever was written is rolled back. */
  restore(
    trx: Trx,
    target: string,
    merge: { from: string; to: string; memory: unknown },
    uses: LedgerUse[]
  ): Promise<Problem<LedgerUse>[]>;
}

const ledgers = new WeakMap<Strapi, TermLedger[]>();

/** Called once a boot by who keeps such a ledger. */
export function retagLedger(strapi: Strapi, ledger: TermLedger): void {
  ledgers.set(strapi, [...termLedgers(strapi), ledger]);
}

/** All such ledgers. */
export function termLedgers(strapi: Strapi): TermLedger[] {
  return ledgers.get(strapi) ?? [];
}
