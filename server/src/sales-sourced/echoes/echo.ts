/** Somebody heard the same thing. */
import { ECHO_UID } from '../../constants';
import type { EchoResult } from '../../../../contracts/sales-sourced/capture';
import {
  inTransaction,
  rowsOf,
  tableIn,
  tableNameOf,
  type AdminUser,
  type Strapi,
  type Trx,
} from '../../strapi';
import { renewDemand } from '../demand/ledger';
import { findDraft, withDraft, type ItemRow } from '../items/draft';
import { recordEvent } from '../items/events';
import { contributingRep, holdRep } from '../reps/me';

/**
 * Counts that the signed-in rep heard this, once per rep, item and day (UTC). On a merged item it counts
 * for what that became.
 * @throws {NotFoundError} when there is no such item.
 */
export async function echoItem(
  strapi: Strapi,
  user: AdminUser,
  documentId: string
): Promise<EchoResult> {
  // Before the transaction: MariaDB goes on seeing what was there at its first read.
  const rep = await contributingRep(strapi, user);
  const item = await survivorOf(strapi, documentId);
  const result = await inTransaction(strapi, async (trx) => {
    if (!(await holdRep(strapi, trx, rep))) return null;
    return withDraft(strapi, item, null, async (draft) => {
      if (draft.mergedInto !== null) return null;
      const counted = !(await wasHeardToday(strapi, trx, draft, rep.documentId));
      if (counted) {
        const now = new Date();
        await rowsOf(strapi, ECHO_UID).create({
          data: { item, origin: documentId, rep: rep.documentId, day: dayOf(now), heardAt: now },
        });
        await renewDemand(strapi, trx, [item]);
        await recordEvent(strapi, { item, kind: 'echoed' });
      }
      return { counted, heard: await timesHeard(strapi, trx, item) };
    });
  });
  // Item or rep merged at this very moment: it counts for what they have become.
  return result ?? echoItem(strapi, user, documentId);
}

/** The day of a moment, in UTC. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** What a merged item became; the item itself when it was not merged. */
export async function survivorOf(strapi: Strapi, documentId: string): Promise<string> {
  let current = documentId;
  for (let next = await findDraft(strapi, current); next?.mergedInto;) {
    current = next.mergedInto;
    next = await findDraft(strapi, current);
  }
  return current;
}

/** Bringing an item in is hearing it as well. */
async function wasHeardToday(
  strapi: Strapi,
  trx: Trx,
  draft: ItemRow,
  rep: string
): Promise<boolean> {
  const today = dayOf(new Date());
  const broughtIn = draft.rep?.documentId === rep && dayOf(new Date(draft.createdAt)) === today;
  if (broughtIn) return true;
  const row: unknown = await tableIn(strapi, trx, tableNameOf(strapi, ECHO_UID))
    .where({ item: draft.documentId, rep, day: today })
    .first('id');
  return row !== undefined;
}

async function timesHeard(strapi: Strapi, trx: Trx, item: string): Promise<number> {
  const [row] = await tableIn(strapi, trx, tableNameOf(strapi, ECHO_UID))
    .where('item', item)
    .count<{ echoes: number | string }[]>({ echoes: '*' });
  return 1 + Number(row?.echoes ?? 0);
}
