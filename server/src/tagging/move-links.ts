/** Pointing links at another stage, persona or rep. */
import { inChunks } from '../chunks';
import { tableIn, type Strapi, type Trx } from '../strapi';
import type { LinkTable } from './link-tables';

/**
 * Points links of one row to another one, in drafts and published versions alike; what already points to
 * both keeps one link. The entries themselves are not touched: they keep when they were last saved.
 * @param from row id of the stage, persona or rep whose links are moved.
 */
export async function moveLinks(
  strapi: Strapi,
  trx: Trx,
  { table, ownerColumn, targetColumn }: LinkTable,
  from: number,
  to: number
): Promise<void> {
  const twice: { id: number }[] = await tableIn(strapi, trx, `${table} as moved`)
    .join(`${table} as present`, `present.${ownerColumn}`, `moved.${ownerColumn}`)
    .where(`moved.${targetColumn}`, from)
    .where(`present.${targetColumn}`, to)
    .select({ id: 'moved.id' });
  await inChunks(
    twice.map(({ id }) => id),
    async (some) => {
      await tableIn(strapi, trx, table).whereIn('id', some).delete();
    }
  );
  await tableIn(strapi, trx, table)
    .where(targetColumn, from)
    .update({ [targetColumn]: to });
}
