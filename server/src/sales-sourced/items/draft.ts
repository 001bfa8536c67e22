/** The draft of an item: its workspace. */
import { errors } from '@strapi/utils';

import { SALES_SOURCED_UID } from '../../constants';
import { Conflict } from '../../conflict';
import type {
  ItemKind,
  ItemSource,
  WorkflowState,
} from '../../../../contracts/sales-sourced/items';
import {
  inTransaction,
  lockOwnRecord,
  rowsOf,
  tableIn,
  tableNameOf,
  type Strapi,
  type Trx,
} from '../../strapi';

interface Related {
  id: number;
  documentId: string;
}
export interface RelatedTerm extends Related {
  slug: string;
  name: string;
}
export interface RelatedRep extends Related {
  displayName: string;
  active: boolean;
  bylineConsent: boolean;
  confirmed: boolean;
}
export interface RelatedUser {
  id: number;
  firstname: string | null;
  lastname: string | null;
  username: string | null;
}

/** A row of an item, with everything that it points at. */
export interface ItemRow {
  id: number;
  documentId: string;
  createdAt: string;
  updatedAt: string;
  publishedAt: string | null;
  buyerWords: string;
  kind: ItemKind;
  answer: object[] | null;
  slug: string | null;
  workflowState: WorkflowState;
  dueDate: string | null;
  source: ItemSource | null;
  account: string | null;
  crmReference: string | null;
  declineReason: string | null;
  externalId: string | null;
  confirmed: boolean | number;
  approvedWording: string | null;
  mergedInto: string | null;
  stateBeforeMerge: WorkflowState | null;
  stage: RelatedTerm | null;
  resolveByStage: RelatedTerm | null;
  personas: RelatedTerm[];
  contributors: RelatedRep[];
  rep: RelatedRep | null;
  owner: RelatedUser | null;
}

const term = { select: ['id', 'documentId', 'slug', 'name'] };
const rep = {
  select: ['id', 'documentId', 'displayName', 'active', 'bylineConsent', 'confirmed'],
};
const RELATIONS = {
  stage: term,
  resolveByStage: term,
  personas: term,
  contributors: rep,
  rep,
  owner: { select: ['id', 'firstname', 'lastname', 'username'] },
};

/** Rows of items that fit a condition of Strapi's query layer; one statement more per relation. */
export function itemRows(strapi: Strapi, where: object): Promise<ItemRow[]> {
  return rowsOf<ItemRow>(strapi, SALES_SOURCED_UID).findMany({ where, populate: RELATIONS });
}

/** Words of items, by document id. */
export async function wordsOf(strapi: Strapi, items: string[]): Promise<Map<string, string>> {
  if (items.length === 0) return new Map();
  const rows = await rowsOf<{ documentId: string; buyerWords: string }>(
    strapi,
    SALES_SOURCED_UID
  ).findMany({
    select: ['documentId', 'buyerWords'],
    where: { documentId: { $in: items }, publishedAt: { $null: true } },
  });
  return new Map(rows.map(({ documentId, buyerWords }) => [documentId, buyerWords]));
}

/** The draft of an item, or null. */
export async function findDraft(strapi: Strapi, documentId: string): Promise<ItemRow | null> {
  const [draft] = await itemRows(strapi, { documentId, publishedAt: { $null: true } });
  return draft ?? null;
}

/** @throws {NotFoundError} when there is no such item. */
export async function draftOf(strapi: Strapi, documentId: string): Promise<ItemRow> {
  const draft = await findDraft(strapi, documentId);
  if (!draft) throw new errors.NotFoundError('There is no such item.');
  return draft;
}

/** Keeps others from changing an item until the transaction ends; after `lockOwnRecord`. */
export async function lockDraft(strapi: Strapi, trx: Trx, documentId: string): Promise<void> {
  await tableIn(strapi, trx, tableNameOf(strapi, SALES_SOURCED_UID))
    .where('document_id', documentId)
    .whereNull('published_at')
    .forUpdate()
    .select('id');
}

/** What changes with every change of an item. */
export function revisionOf({ updatedAt }: { updatedAt: string | Date }): string {
  return new Date(updatedAt).toISOString();
}

/**
 * Does something to an item in a transaction, alone with it.
 * @param revision that the caller has seen; null does not look.
 * @throws {NotFoundError} when there is no such item.
 * @throws {Conflict} when it was changed since.
 */
export function withDraft<Result>(
  strapi: Strapi,
  documentId: string,
  revision: string | null,
  work: (draft: ItemRow, trx: Trx) => Promise<Result>
): Promise<Result> {
  return inTransaction(strapi, async (trx) => {
    // In the order in which all others lock: this record first, then the item.
    await lockOwnRecord(strapi, trx, 'share');
    await lockDraft(strapi, trx, documentId);
    const draft = await draftOf(strapi, documentId);
    if (revision !== null && revision !== revisionOf(draft)) {
      throw new Conflict('Somebody else changed this item meanwhile. Look at it again.');
    }
    return work(draft, trx);
  });
}
