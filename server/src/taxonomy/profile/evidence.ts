/** The log of evidence: it grows, and what is withdrawn leaves a mark without words. */
import { errors } from '@strapi/utils';

import type {
  Evidence,
  EvidenceBody,
  EvidencePage,
  EvidenceQuery,
  Team,
} from '../../../../contracts/persona-profile';
import { adminNames } from '../../admin-users';
import { inChunks } from '../../chunks';
import { ACTIONS, PERSONA_EVIDENCE_UID } from '../../constants';
import { refusal } from '../../refusal';
import { getService } from '../../services';
import {
  inTransaction,
  LARGEST_ID,
  rowsOf,
  tableIn,
  tableNameOf,
  type AdminUser,
  type Strapi,
  type Trx,
} from '../../strapi';
import { personaRow, withPersona } from './persona-row';

/** Who is asking, and what they may do. */
export interface Reader {
  user: AdminUser;
  ability: { can(action: string): boolean };
}

interface EvidenceRow {
  id: number;
  persona: string;
  team: Team;
  note: string | null;
  item: string | null;
  author: number;
  at: string;
  withdrawnAt: string | null;
  withdrawnBy: number | null;
}

const rows = (strapi: Strapi) => rowsOf<EvidenceRow>(strapi, PERSONA_EVIDENCE_UID);
const table = (strapi: Strapi, trx: Trx) =>
  tableIn(strapi, trx, tableNameOf(strapi, PERSONA_EVIDENCE_UID));

/**
 * One page, the latest entry first. Words of items are told to who may see the inbox.
 * @throws {NotFoundError} when there is no such persona.
 */
export async function evidencePage(
  strapi: Strapi,
  documentId: string,
  { page, pageSize }: EvidenceQuery,
  reader: Reader
): Promise<EvidencePage> {
  await personaRow(strapi, documentId);
  const where = { persona: documentId };
  const total = await rows(strapi).count({ where });
  const found = await rows(strapi).findMany({
    where,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    limit: pageSize,
    offset: (page - 1) * pageSize,
  });
  return {
    data: await describe(strapi, found, reader),
    meta: {
      pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
    },
  };
}

/** Two statements, however many entries there are. */
async function describe(
  strapi: Strapi,
  found: EvidenceRow[],
  { user, ability }: Reader
): Promise<Evidence[]> {
  const names = await adminNames(
    strapi,
    found.flatMap(({ author, withdrawnBy }) => [author, withdrawnBy])
  );
  const seesInbox = ability.can(ACTIONS.readInbox);
  const items = seesInbox ? found.flatMap(({ item }) => item ?? []) : [];
  const words = await getService(strapi, 'sales-sourced-admin').wordsOf([...new Set(items)]);
  const mayEdit = ability.can(ACTIONS.editPersonas);
  return found.map(({ id, team, note, item, author, at, withdrawnAt, withdrawnBy }) => {
    const buyerWords = item === null ? undefined : words.get(item);
    return {
      ...{ id, team, note, at: new Date(at).toISOString() },
      author: names.get(author) ?? null,
      item: item === null || buyerWords === undefined ? null : { documentId: item, buyerWords },
      withdrawn:
        withdrawnAt === null
          ? null
          : { at: new Date(withdrawnAt).toISOString(), by: names.get(withdrawnBy) ?? null },
      mayWithdraw: withdrawnAt === null && (mayEdit || author === user.id),
    };
  });
}

/**
 * Adds an entry in the name of the signed-in user.
 * @throws {NotFoundError} when there is no such persona.
 * @throws {ForbiddenError} for an item, where the user may not see the inbox.
 * @throws {ValidationError} naming `item` when there is no such one.
 */
export async function addEvidence(
  strapi: Strapi,
  reader: Reader,
  documentId: string,
  { team, note, item = null }: EvidenceBody
): Promise<Evidence> {
  if (item !== null && !reader.ability.can(ACTIONS.readInbox)) {
    throw new errors.ForbiddenError('Your role does not see the inbox.');
  }
  const added = await withPersona(strapi, documentId, null, async () => {
    if (item !== null) await mustBeItem(strapi, item);
    const data = {
      ...{ persona: documentId, team, note, item },
      ...{ author: reader.user.id, at: new Date() },
    };
    return rows(strapi).create({ data });
  });
  const [entry] = await describe(strapi, [added], reader);
  return entry as Evidence;
}

async function mustBeItem(strapi: Strapi, item: string): Promise<void> {
  const words = await getService(strapi, 'sales-sourced-admin').wordsOf([item]);
  if (!words.has(item)) throw refusal('item', 'there is no such item');
}

/**
 * Takes note and item off an entry; who added it, and who withdrew it and when, stay.
 * @throws {NotFoundError} when the persona has no such entry.
 * @throws {ForbiddenError} for who neither added it nor may edit personas.
 * @throws {ValidationError} when it was withdrawn before.
 */
export function withdrawEvidence(
  strapi: Strapi,
  { user, ability }: Reader,
  documentId: string,
  id: number
): Promise<void> {
  return withPersona(strapi, documentId, null, async (_persona, trx) => {
    const where = { id, persona: documentId };
    const entry = id > LARGEST_ID ? null : await rows(strapi).findOne({ where });
    if (!entry) throw new errors.NotFoundError('There is no such entry of evidence.');
    if (entry.author !== user.id && !ability.can(ACTIONS.editPersonas)) {
      throw new errors.ForbiddenError('Only who added it, or may edit personas, can withdraw it.');
    }
    if (entry.withdrawnAt !== null) throw refusal('id', 'it was withdrawn before');
    await table(strapi, trx)
      .where({ id })
      .update({ note: null, item: null, withdrawn_at: new Date(), withdrawn_by: user.id });
  });
}

/** How many entries each persona has that were not withdrawn. One statement. */
export function countEvidence(strapi: Strapi): Promise<Map<string, number>> {
  return inTransaction(strapi, async (trx) => {
    const counts = await table(strapi, trx)
      .whereNull('withdrawn_at')
      .groupBy('persona')
      .select('persona')
      .count<{ persona: string; entries: number | string }[]>({ entries: '*' });
    return new Map(counts.map(({ persona, entries }) => [persona, Number(entries)]));
  });
}

/**
 * Gives all evidence of one persona to another one, as a merge does; in the transaction under way.
 * @returns ids of the entries, for `giveBackEvidence`.
 */
export function moveEvidence(strapi: Strapi, from: string, to: string): Promise<number[]> {
  return inTransaction(strapi, async (trx) => {
    const moved = await table(strapi, trx).where('persona', from).select<{ id: number }[]>('id');
    await table(strapi, trx).where('persona', from).update({ persona: to });
    return moved.map(({ id }) => id);
  });
}

/** Takes that back for the entries that are still there; in the transaction under way. */
export function giveBackEvidence(
  strapi: Strapi,
  ids: number[],
  { from, to }: { from: string; to: string }
): Promise<void> {
  return inTransaction(strapi, (trx) =>
    inChunks(ids, async (some) => {
      await table(strapi, trx).whereIn('id', some).where('persona', to).update({ persona: from });
    })
  );
}
