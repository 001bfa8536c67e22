/** Keeps stages, personas and reps that are in use from being deleted, whatever the way. */
import { errors } from '@strapi/utils';

import { PERSONA_UID, REP_UID, STAGE_UID } from '../constants';
import { inTransaction, modelOf, rowsOf, tableIn, type Strapi } from '../strapi';
import { countUses } from './uses';

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
  const ids = rows.map(({ id }) => id);
  await lockRows(strapi, uid, ids);
  const uses = await countUses(strapi, uid, ids);
  const used = rows.find(({ id }) => uses.has(id));
  if (!used) return;
  const count = uses.get(used.id) ?? 0;
  throw new errors.ApplicationError(
    `The ${NOUNS[uid]} “${used.name ?? used.displayName}” cannot be deleted: ` +
      `it is used ${count === 1 ? 'once' : `${count} times`}. Take it off that content, and its targets away, first.`,
    { uid, uses: count, path: ['documentId'] }
  );
}

/** Makes whoever is tagging with one of these rows wait until the delete is decided. */
function lockRows(strapi: Strapi, uid: string, ids: number[]): Promise<unknown> {
  const table = modelOf(strapi, uid)?.tableName ?? '';
  return inTransaction(strapi, (trx) =>
    tableIn(strapi, trx, table).whereIn('id', ids).forUpdate().select('id')
  );
}
