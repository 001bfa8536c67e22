/** Titles of entries, of those that a user may read. */
import { mainFieldOf } from '../main-field';
import { permittedAmong, readAccess, type Ability } from '../read-access';
import { rowsOf, type ContentTypeSchema, type Strapi } from '../strapi';

interface Row {
  id: number;
  [field: string]: unknown;
}

/**
 * Titles by row id, as the Content Manager would show them to the user: nothing of rows, types and fields
 * that their role does not see. Two statements, whatever the number of rows.
 * @param ids few enough for one statement.
 */
export async function visibleTitles(
  strapi: Strapi,
  schema: ContentTypeSchema,
  ability: Ability,
  ids: number[]
): Promise<Map<number, string>> {
  const access = await readAccess(strapi, schema, ability);
  if (!access.mayRead || ids.length === 0) return new Map();
  const permitted = access.permittedRows();
  const visible = permitted ? [...(await permittedAmong(strapi, permitted, ids))] : ids;
  const mainField = await mainFieldOf(strapi, schema);
  const rows = await rowsOf<Row>(strapi, schema.uid).findMany({
    where: { id: { $in: visible } },
    populate: access.populate,
    // Conditions may look at any field.
    ...(permitted ? {} : { select: [...new Set(['id', 'documentId', 'locale', mainField])] }),
  });
  const titles = new Map<number, string>();
  for (const row of rows) {
    const readable = (await access.sanitize(row)) as Record<string, unknown>;
    const title = readable[mainField];
    if (typeof title === 'string' || typeof title === 'number') titles.set(row.id, String(title));
  }
  return titles;
}
