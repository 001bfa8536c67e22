/** Which documents sales has a part in: the numerator of the sales-sourced share (docs/metrics.md). */
import type { Knex } from 'knex';

import { ANSWER_UID } from '../../constants';
import { getService } from '../../services';
import { linkTableOf, tableIn, tableNameOf, type Strapi, type Trx } from '../../strapi';
import { acceptedItems } from '../items/valid';

/**
 * Narrows a statement over versions of a tagged type to those that name a contributor, or whose document
 * answers an accepted item.
 * @param alias of the versions in the statement.
 */
export function whereFromSales(
  strapi: Strapi,
  trx: Trx,
  versions: Knex.QueryBuilder,
  alias: string,
  uid: string
): void {
  const { contributors } = getService(strapi, 'tagging').fieldNames();
  const link = linkTableOf(strapi, uid, contributors);
  // Lists that depend on nothing outside: databases make each of them once.
  const named = tableIn(strapi, trx, link.name).select(link.joinColumn.name);
  const answering = tableIn(strapi, trx, `${tableNameOf(strapi, ANSWER_UID)} as answer`)
    .where('answer.type', uid)
    .whereIn('answer.item', acceptedItems(strapi, trx).select('item.document_id'))
    .select('answer.document');
  versions.where((either) => {
    either.whereIn(`${alias}.id`, named).orWhereIn(`${alias}.document_id`, answering);
  });
}
