/** Reps whom entries name as contributors. */
import { REP_UID } from '../../constants';
import { getService } from '../../services';
import {
  inTransaction,
  linkTableOf,
  rowsOf,
  tableIn,
  tableNameOf,
  type Strapi,
} from '../../strapi';

export interface ContributorRef {
  slug: string;
  displayName: string;
}

/** The reps whom an entry of any tagged type names, draft or live, by name. One statement. */
export function contributors(strapi: Strapi): Promise<ContributorRef[]> {
  const tagging = getService(strapi, 'tagging');
  const links = tagging
    .taggedTypes()
    .map(({ uid }) => linkTableOf(strapi, uid, tagging.fieldNames().contributors));
  return inTransaction(strapi, async (trx) => {
    const reps = tableIn(strapi, trx, `${tableNameOf(strapi, REP_UID)} as rep`)
      .select({ slug: 'rep.slug', displayName: 'rep.display_name' })
      .orderBy(['rep.display_name', 'rep.id'])
      .where((any) => {
        // No type, no contributor.
        any.whereRaw('1 = 0');
        for (const { name, inverseJoinColumn } of links) {
          any.orWhereIn('rep.id', tableIn(strapi, trx, name).select(inverseJoinColumn.name));
        }
      });
    return (await reps) as ContributorRef[];
  });
}

/** Row id of the rep with that slug, or null. */
export async function repIdOfSlug(strapi: Strapi, slug: string): Promise<number | null> {
  const rep = await rowsOf<{ id: number }>(strapi, REP_UID).findOne({
    select: ['id'],
    where: { slug },
  });
  return rep?.id ?? null;
}
