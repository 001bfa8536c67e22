/** How many entries of each tagged type have a stage, whoever may see them. */
import type { Placed } from '../../../contracts/setup';
import {
  defaultLocale,
  inReadingTransaction,
  tableIn,
  type ContentTypeSchema,
  type Strapi,
} from '../strapi';
import { tablesOf } from '../type-tables';
import type { FieldNames } from '../config';
import { linkOf } from './selection';

/** As databases give them: PostgreSQL as text, and no sum of nothing. */
interface Counts {
  total: number | string;
  left: number | string | null;
}

/** Counts documents once, by the version that editors work on in the site's default locale. One statement per type. */
export async function countPlaced(
  strapi: Strapi,
  types: ContentTypeSchema[],
  fieldNames: FieldNames
): Promise<Placed[]> {
  const locale = await defaultLocale(strapi);
  return inReadingTransaction(strapi, async (trx) => {
    const placed: Placed[] = [];
    for (const type of types) {
      const tables = tablesOf(strapi, type, fieldNames);
      const versions = tableIn(strapi, trx, `${tables.table} as version`);
      if (tables.draftAndPublish) void versions.whereNull(`version.${tables.publishedAtColumn}`);
      if (tables.localized && locale !== undefined) void versions.where('version.locale', locale);
      const [counts] = await versions.select<Counts[]>(
        trx.raw('count(*) as ??', ['total']),
        trx.raw('sum(case when exists ? then 0 else 1 end) as ??', [
          linkOf(strapi, trx, tables, 'stage'),
          'left',
        ])
      );
      placed.push({
        ...{ uid: type.uid, displayName: type.info.displayName },
        ...{ left: Number(counts?.left ?? 0), total: Number(counts?.total ?? 0) },
      });
    }
    return placed;
  });
}
