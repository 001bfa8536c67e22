/** Keeps stages, personas and reps that are in use from being deleted, whatever the way. */
import { errors } from '@strapi/utils';

import { PERSONA_UID, REP_UID, STAGE_UID } from '../constants';
import { inTransaction, modelOf, rowsOf, tableIn, type Strapi } from '../strapi';
import { countUses, countUsesNow } from './uses';

const NOUNS: Record<string, string> = {
  [STAGE_UID]: 'stage',
  [PERSONA_UID]: 'persona',
  [REP_UID]: 'rep',
};

interface DeleteEvent {
  model: { uid: string };
  params: { where?: object };
}

interface Named {
  id: number;
  name?: string;
  displayName?: string;
}

/**
 * A database lifecycle subscriber sees every delete but raw SQL: Document Service, Content Manager
 * (bulk delete too), REST and GraphQL.
 */
export function guardDeletion(strapi: Strapi): void {
  const refuse = ({ model, params }: DeleteEvent) =>
    refuseWhenUsed(strapi, model.uid, params.where);
  strapi.db.lifecycles.subscribe({
    models: Object.keys(NOUNS),
    beforeDelete: refuse,
    beforeDeleteMany: refuse,
  });
}

async function refuseWhenUsed(strapi: Strapi, uid: string, where: object = {}): Promise<void> {
  const rows = await rowsOf<Named>(strapi, uid).findMany({ where });
  if (rows.length === 0) return;
  const uses = await usesAlone(
    strapi,
    uid,
    rows.map(({ id }) => id)
  );
  const used = rows.find(({ id }) => uses.has(id));
  if (!used) return;
  const count = uses.get(used.id) ?? 0;
  throw new errors.ApplicationError(
    `The ${NOUNS[uid]} “${used.name ?? used.displayName}” cannot be deleted: ` +
      `it is used ${count === 1 ? 'once' : `${count} times`}. Take it off that content, and its targets away, first.`,
    { uid, uses: count, path: ['documentId'] }
  );
}

/** Uses of the rows. Whoever is tagging with one of them comes first, or waits until the delete is decided. */
function usesAlone(strapi: Strapi, uid: string, ids: number[]): Promise<Map<number, number>> {
  const table = modelOf(strapi, uid)?.tableName ?? '';
  return inTransaction(strapi, async (trx) => {
    await tableIn(strapi, trx, table).whereIn('id', ids).forUpdate().select('id');
    const uses = await countUses(strapi, uid, ids);
    return uses.size > 0 ? uses : countUsesNow(strapi, trx, uid, ids);
  });
}
