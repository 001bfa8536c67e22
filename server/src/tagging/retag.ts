/** All that uses a stage or persona uses another one from now on. */
import type { SettledTarget } from '../../../contracts/taxonomy-terms';
import type { Strapi, Trx } from '../strapi';
import { linkTables } from './link-tables';
import { moveLinks } from './move-links';
import { tellRetagged } from './tell-retagged';
import { termLedgers, type TermRow } from './term-ledgers';

export interface RetagResult {
  settled: SettledTarget[];
  /** What each ledger needs to take it back, by its uid. */
  memories: Record<string, unknown>;
}

/**
 * Points every link and ledger row of one term at the other one: entries of all types, opted-out ones too,
 * drafts, published versions and all locales, items, and targets. A few statements per link table, however
 * many entries there are. Tells of live entries whose tags changed once it is committed.
 * @param target uid of the stage or persona type.
 */
export async function retag(
  strapi: Strapi,
  trx: Trx,
  target: string,
  from: TermRow,
  to: TermRow
): Promise<RetagResult> {
  const result: RetagResult = { settled: [], memories: {} };
  await tellRetagged(strapi, trx, target, from.id, async () => {
    for (const link of linkTables(strapi)) {
      if (link.target === target) await moveLinks(strapi, trx, link, from.id, to.id);
    }
    for (const ledger of termLedgers(strapi)) {
      const change = await ledger.retag(trx, target, from.documentId, to.documentId);
      result.settled.push(...change.settled);
      result.memories[ledger.uid] = change.memory;
    }
  });
  return result;
}
