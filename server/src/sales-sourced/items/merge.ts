/**
 * Merging items that say the same, and undoing it. Echoes and answers count for the item that remains;
 * each row keeps where it came from, so that undoing finds it again. A row that the remaining item has
 * already, by the same rep on the same day or by the same document, stays where it is.
 */
import { ANSWER_UID, ECHO_UID, SALES_SOURCED_UID } from '../../constants';
import type { MergeBody } from '../../../../contracts/sales-sourced/inbox';
import { inChunks } from '../../chunks';
import { refusal } from '../../refusal';
import {
  documentsOf,
  oneAtATime,
  rowsOf,
  tableIn,
  tableNameOf,
  type Strapi,
  type Trx,
} from '../../strapi';
import { renewDemand } from '../demand/ledger';
import { dayOf, survivorOf } from '../echoes/echo';
import { draftOf, withDraft, type ItemRow } from './draft';
import { recordEvent } from './events';

interface Ledger {
  uid: string;
  /** Columns that may be there once per item. */
  once: string[];
}
const LEDGERS: Ledger[] = [
  { uid: ECHO_UID, once: ['rep', 'day'] },
  { uid: ANSWER_UID, once: ['type', 'document'] },
];

/**
 * Makes an item part of another one.
 * @throws {ValidationError} for a merge into itself, into a merged item, or of a merged one.
 * @throws {Conflict} when the item was changed since it was looked at.
 */
export function mergeItem(
  strapi: Strapi,
  documentId: string,
  { into, revision }: MergeBody
): Promise<void> {
  return oneAtATime(strapi, () =>
    withDraft(strapi, documentId, revision, async (draft, trx) => {
      const target = await draftOf(strapi, into);
      mustBeMergeable(draft, target);
      for (const ledger of LEDGERS) await move(strapi, trx, ledger, documentId, into);
      await creditMerged(strapi, trx, draft, into);
      await documentsOf(strapi, SALES_SOURCED_UID).update({
        documentId,
        data: {
          workflowState: 'merged',
          mergedInto: into,
          stateBeforeMerge: draft.workflowState,
        },
      });
      await renewDemand(strapi, trx, [documentId, into]);
      await recordBoth(strapi, 'merged', draft, target);
    })
  );
}

/**
 * Makes a merged item one of its own again, with all that came with it.
 * @throws {ValidationError} when it is not merged.
 */
export function unmergeItem(strapi: Strapi, documentId: string, revision: string): Promise<void> {
  return oneAtATime(strapi, () =>
    withDraft(strapi, documentId, revision, async (draft, trx) => {
      if (draft.mergedInto === null) throw refusal('into', 'this item is not merged');
      const survivor = await survivorOf(strapi, documentId);
      const tree = await withMergedInto(strapi, trx, survivor);
      const own = await withMergedInto(strapi, trx, documentId);
      await tableIn(strapi, trx, tableNameOf(strapi, ECHO_UID))
        .where({ origin: documentId, by_merge: true })
        .delete();
      for (const ledger of LEDGERS) await takeBack(strapi, trx, ledger, documentId, own);
      await documentsOf(strapi, SALES_SOURCED_UID).update({
        documentId,
        data: {
          workflowState: draft.stateBeforeMerge ?? 'received',
          mergedInto: null,
          stateBeforeMerge: null,
        },
      });
      await moveUp(strapi, trx, survivor);
      await renewDemand(strapi, trx, tree);
      await recordBoth(strapi, 'unmerged', draft, await draftOf(strapi, survivor));
    })
  );
}

function mustBeMergeable(draft: ItemRow, target: ItemRow): void {
  if (draft.documentId === target.documentId)
    throw refusal('into', 'an item cannot be merged into itself');
  if (draft.mergedInto !== null) throw refusal('into', 'this item is merged already');
  if (target.mergedInto !== null) {
    throw refusal('into', 'that item is merged itself: choose the one that it became part of');
  }
  if (target.workflowState === 'declined') throw refusal('into', 'that item was declined');
}

type Row = Record<string, string | number>;

/** Lets all rows of one item count for another one, but for those that it has already. */
async function move(
  strapi: Strapi,
  trx: Trx,
  ledger: Ledger,
  from: string,
  to: string
): Promise<void> {
  await letCount(strapi, trx, ledger, await ledgerRows(strapi, trx, ledger, 'item', [from]), to);
}

/** Lets all rows that came from some items count for one of them again, wherever they count now. */
async function takeBack(
  strapi: Strapi,
  trx: Trx,
  ledger: Ledger,
  to: string,
  origins: string[]
): Promise<void> {
  const rows = await ledgerRows(strapi, trx, ledger, 'origin', origins);
  const elsewhere = rows.filter(({ item }) => !origins.includes(String(item)));
  await letCount(strapi, trx, ledger, elsewhere, to);
}

/** Rows that gave way to others count for the survivor once those others are gone. */
async function moveUp(strapi: Strapi, trx: Trx, survivor: string): Promise<void> {
  const below = await withMergedInto(strapi, trx, survivor);
  for (const item of below.filter((documentId) => documentId !== survivor)) {
    for (const ledger of LEDGERS) await move(strapi, trx, ledger, item, survivor);
    await creditMerged(strapi, trx, await draftOf(strapi, item), survivor);
  }
}

function ledgerRows(
  strapi: Strapi,
  trx: Trx,
  { uid, once }: Ledger,
  column: 'item' | 'origin',
  items: string[]
): Promise<Row[]> {
  return tableIn(strapi, trx, tableNameOf(strapi, uid))
    .whereIn(column, items)
    .orderBy('id')
    .select('id', 'item', 'origin', ...once) as Promise<Row[]>;
}

/** Each key once: a row whose like counts there already stays where it is. */
async function letCount(
  strapi: Strapi,
  trx: Trx,
  ledger: Ledger,
  rows: Row[],
  to: string
): Promise<void> {
  const keyOf = (row: Row) => ledger.once.map((name) => row[name]).join(' ');
  const present = new Set((await ledgerRows(strapi, trx, ledger, 'item', [to])).map(keyOf));
  const ids: number[] = [];
  for (const row of rows) {
    if (present.has(keyOf(row))) continue;
    present.add(keyOf(row));
    ids.push(Number(row.id));
  }
  await inChunks(ids, async (some) => {
    const rowsToMove = tableIn(strapi, trx, tableNameOf(strapi, ledger.uid)).whereIn('id', some);
    await rowsToMove.update({ item: to });
  });
}

/** The merged item itself was somebody hearing it, on the day that it was brought in. */
async function creditMerged(
  strapi: Strapi,
  trx: Trx,
  { documentId, rep, createdAt }: ItemRow,
  into: string
): Promise<void> {
  if (!rep) return;
  const heardAt = new Date(createdAt);
  const once = { item: into, rep: rep.documentId, day: dayOf(heardAt) };
  const present: unknown = await tableIn(strapi, trx, tableNameOf(strapi, ECHO_UID))
    .where(once)
    .first('id');
  if (present !== undefined) return;
  await rowsOf(strapi, ECHO_UID).create({
    data: { ...once, origin: documentId, heardAt, byMerge: true },
  });
}

/** The item and all that became part of it, however deep. */
async function withMergedInto(strapi: Strapi, trx: Trx, documentId: string): Promise<string[]> {
  const all = [documentId];
  for (let level = [documentId]; level.length > 0;) {
    const rows: { item: string }[] = await tableIn(
      strapi,
      trx,
      tableNameOf(strapi, SALES_SOURCED_UID)
    )
      .whereIn('merged_into', level)
      .whereNull('published_at')
      .select({ item: 'document_id' });
    level = rows.map(({ item }) => item);
    all.push(...level);
  }
  return all;
}

async function recordBoth(
  strapi: Strapi,
  kind: 'merged' | 'unmerged',
  merged: ItemRow,
  remaining: ItemRow
): Promise<void> {
  // Words are looked up when the history is read: erased ones must not live on in here.
  await recordEvent(strapi, { item: merged.documentId, kind, note: remaining.documentId });
  await recordEvent(strapi, { item: remaining.documentId, kind, note: merged.documentId });
}
