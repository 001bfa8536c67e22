/** Making a stage or persona part of another one. */
import type { MergeResult, TermKind, TermName } from '../../../contracts/taxonomy-terms';
import { MERGED_TERM_UID } from '../constants';
import { refusal } from '../refusal';
import { getService } from '../services';
import { documentsOf, oneAtATime, rowsOf, signedInAdmin, type Strapi, type Trx } from '../strapi';
import { keepRecord, type KeptRecord } from './kept-record';
import { lockTerms, TERM_KINDS, termOf, type TermRecord } from './term-kinds';

/** What the ledger of merges keeps to take one back. */
export interface MergedTermData {
  record: KeptRecord;
  /** Slug of the other term at that time: lists that were exported before name it so. */
  intoSlug: string;
  /** What other ledgers need, by their uids. */
  memories: Record<string, unknown>;
}

/**
 * Gives all uses of one term to another one, and deletes it: entries of all types, drafts, published versions
 * and locales, items and targets, in one transaction.
 * @throws {NotFoundError} when either is not there; {ValidationError} for a merge into itself.
 */
export function mergeTerm(
  strapi: Strapi,
  kind: TermKind,
  documentId: string,
  into: string
): Promise<MergeResult> {
  if (documentId === into) throw refusal('into', `a ${kind} cannot be merged into itself`);
  return oneAtATime(strapi, (trx) => mergeWithin(strapi, trx, kind, documentId, into));
}

/** As `mergeTerm`, for who holds the lock on changes of terms. */
export async function mergeWithin(
  strapi: Strapi,
  trx: Trx,
  kind: TermKind,
  documentId: string,
  into: string
): Promise<MergeResult> {
  const { uid } = TERM_KINDS[kind];
  const tagging = getService(strapi, 'tagging');
  await lockTerms(strapi, trx, kind, [documentId, into]);
  const from = await termOf(strapi, kind, documentId);
  const to = await termOf(strapi, kind, into, 'into');
  const record = await keepRecord(strapi, uid, documentId);
  const { groups } = await tagging.usesByType(uid, from);
  const { settled, memories } = await tagging.retag(trx, uid, from, to);
  await rowsOf(strapi, MERGED_TERM_UID).create({
    data: {
      ...{ type: uid, term: documentId, into, at: new Date() },
      adminUser: signedInAdmin(strapi)?.id ?? null,
      data: { record, intoSlug: to.slug, memories } satisfies MergedTermData,
    },
  });
  // Its guard looks once more whether anything is left that uses it.
  await documentsOf(strapi, uid).delete({ documentId });
  return { kind, merged: nameOf(from), into: nameOf(to), groups, settledTargets: settled };
}

/** What a term is called. */
export const nameOf = ({ documentId, slug, name }: TermRecord): TermName => ({
  ...{ documentId, slug, name },
});
