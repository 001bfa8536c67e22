/** A persona as its profile is made from it. */
import { errors } from '@strapi/utils';

import type { PrivateText, Team } from '../../../../contracts/persona-profile';
import type { BuyingRole } from '../../../../contracts/taxonomy';
import { NAMED_USER } from '../../admin-users';
import { Conflict } from '../../conflict';
import { PERSONA_UID } from '../../constants';
import {
  inTransaction,
  rowsOf,
  tableIn,
  tableNameOf,
  type AdminUser,
  type Strapi,
  type Trx,
} from '../../strapi';

type Owner = Pick<AdminUser, 'id' | 'firstname' | 'lastname' | 'username'> | null;

export interface PersonaRow extends Record<PrivateText, string | null> {
  id: number;
  documentId: string;
  slug: string;
  name: string;
  buyingRole: BuyingRole | null;
  description: string | null;
  /** Null for what was there before personas could be retired. */
  retired: boolean | null;
  updatedAt: string;
  salesOwner: Owner;
  marketingOwner: Owner;
}

/** The attribute that holds a team's owner. */
export const OWNER_OF = { sales: 'salesOwner', marketing: 'marketingOwner' } as const satisfies {
  [team in Team]: keyof PersonaRow;
};

const OWNERS = { salesOwner: NAMED_USER, marketingOwner: NAMED_USER };

/** Personas in order, those that fit. One statement, and one per owner. */
export function personaRows(strapi: Strapi, where: object = {}): Promise<PersonaRow[]> {
  return rowsOf<PersonaRow>(strapi, PERSONA_UID).findMany({
    where,
    populate: OWNERS,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
}

/** @throws {NotFoundError} when there is no such persona. */
export async function personaRow(strapi: Strapi, documentId: string): Promise<PersonaRow> {
  const [row] = await personaRows(strapi, { documentId });
  if (!row) throw new errors.NotFoundError('There is no such persona.');
  return row;
}

/** What changes with every change of a persona. */
export function revisionOf({ updatedAt }: Pick<PersonaRow, 'updatedAt'>): string {
  return new Date(updatedAt).toISOString();
}

/**
 * Does something about a persona in a transaction, alone with it.
 * @param revision that the caller has seen; null does not look.
 * @throws {NotFoundError} when there is no such persona.
 * @throws {Conflict} when it was changed since.
 */
export function withPersona<Result>(
  strapi: Strapi,
  documentId: string,
  revision: string | null,
  work: (row: PersonaRow, trx: Trx) => Promise<Result>
): Promise<Result> {
  return inTransaction(strapi, async (trx) => {
    await tableIn(strapi, trx, tableNameOf(strapi, PERSONA_UID))
      .where('document_id', documentId)
      .forUpdate()
      .select('id');
    const row = await personaRow(strapi, documentId);
    if (revision !== null && revision !== revisionOf(row)) {
      throw new Conflict('Somebody else changed this persona meanwhile. Look at it again.');
    }
    return work(row, trx);
  });
}
