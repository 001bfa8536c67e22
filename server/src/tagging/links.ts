/** Links of many rows at once: a few statements per hundred rows, where Strapi's own services take some per row. */
import { inChunks } from '../chunks';
import { tableIn, type JoinTable, type Strapi, type Trx } from '../strapi';

/** Links that are written with one statement. */
const LINKS_AT_ONCE = 200;

/** Row ids of the targets of each row, in their order; rows without any are absent. */
export async function linksOf(
  strapi: Strapi,
  trx: Trx,
  { name, joinColumn, inverseJoinColumn, orderColumnName }: JoinTable,
  rowIds: number[]
): Promise<Map<number, number[]>> {
  const links = new Map<number, number[]>();
  await inChunks(rowIds, async (some) => {
    const query = tableIn(strapi, trx, name).whereIn(joinColumn.name, some);
    if (orderColumnName !== undefined) query.orderBy(orderColumnName);
    const found: { owner: number; target: number }[] = await query
      .orderBy('id')
      .select({ owner: joinColumn.name, target: inverseJoinColumn.name });
    for (const { owner, target } of found) {
      links.set(owner, [...(links.get(owner) ?? []), target]);
    }
  });
  return links;
}

/**
 * Gives rows other targets, in the order given. `updatedAt` stays, so that *Modified* goes on telling the truth; middlewares
 * and events are passed by: consent, locales and events are the caller's business.
 * @param targets row ids of the targets by row id; an empty list takes all away.
 */
export async function replaceLinks(
  strapi: Strapi,
  trx: Trx,
  { name, joinColumn, inverseJoinColumn, orderColumnName }: JoinTable,
  targets: Map<number, number[]>
): Promise<void> {
  await inChunks([...targets.keys()], async (some) => {
    await tableIn(strapi, trx, name).whereIn(joinColumn.name, some).delete();
  });
  const links = [...targets].flatMap(([owner, ids]) =>
    ids.map((id, index) => ({
      [joinColumn.name]: owner,
      [inverseJoinColumn.name]: id,
      ...(orderColumnName === undefined ? {} : { [orderColumnName]: index + 1 }),
    }))
  );
  await inChunks(
    links,
    async (some) => {
      await tableIn(strapi, trx, name).insert(some);
    },
    LINKS_AT_ONCE
  );
}
