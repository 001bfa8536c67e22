/** What stages and personas have in common, and in what they differ. */
import { errors } from '@strapi/utils';

import type { TermKind } from '../../../contracts/taxonomy-terms';
import { EVENTS, PERSONA_UID, STAGE_UID } from '../constants';
import { rowsOf, tableIn, tableNameOf, type Strapi, type Trx } from '../strapi';

interface KindOfTerm {
  uid: string;
  /** Told of each change. */
  event: string;
  /** What a person edits. */
  fields: readonly string[];
  /** What of it can be told in other languages, as `translations` names it. */
  translated: readonly string[];
}

export const TERM_KINDS: Record<TermKind, KindOfTerm> = {
  stage: {
    uid: STAGE_UID,
    event: EVENTS.stageChanged,
    fields: [
      ...['name', 'slug', 'color', 'buyerQuestion', 'description', 'alwaysOn', 'ctaPolicy'],
      ...['salesRole', 'marketingRole'],
    ],
    translated: ['name', 'question', 'description'],
  },
  persona: {
    uid: PERSONA_UID,
    event: EVENTS.personaChanged,
    fields: ['name', 'slug', 'buyingRole', 'description'],
    translated: ['name', 'description'],
  },
};

/** A row of a stage or persona, as far as both are alike. */
export interface TermRecord {
  id: number;
  documentId: string;
  name: string;
  slug: string;
  position: number;
  description: string | null;
  translations: unknown;
  retired: boolean | number | null;
  updatedAt: string | number | Date;
  updatedBy: { firstname: string | null; lastname: string | null; username: string | null } | null;
  [field: string]: unknown;
}

/**
 * @param field of the request that names the term; none for the address.
 * @throws {NotFoundError} when there is no such stage or persona.
 */
export async function termOf(
  strapi: Strapi,
  kind: TermKind,
  documentId: string,
  field?: string
): Promise<TermRecord> {
  const term = await rowsOf<TermRecord>(strapi, TERM_KINDS[kind].uid).findOne({
    where: { documentId },
    populate: { updatedBy: { select: ['firstname', 'lastname', 'username'] } },
  });
  if (term) return term;
  const prefix = field === undefined ? 'There' : `${field}: there`;
  throw new errors.NotFoundError(`${prefix} is no such ${kind}.`);
}

/** Has whoever changes or tags with one of these terms wait until the transaction ends. */
export async function lockTerms(
  strapi: Strapi,
  trx: Trx,
  kind: TermKind,
  documentIds: string[]
): Promise<void> {
  await tableIn(strapi, trx, tableNameOf(strapi, TERM_KINDS[kind].uid))
    .whereIn('document_id', documentIds)
    .forUpdate()
    .select('id');
}
