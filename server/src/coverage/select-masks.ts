/** SQL of the persona masks: the set of a version's personas, put together from its links. */
import type { Knex } from 'knex';

import { dialectOf, tableIn, type Dialect, type Strapi, type Trx } from '../strapi';
import type { IdWindow } from './persona-mask';
import type { TypeTables } from '../type-tables';

interface Personas {
  trx: Trx;
  type: TypeTables;
  /** A new query of the links between versions and personas, as `persona_link`. */
  links: () => Knex.QueryBuilder;
  /** Column of the links that holds the id of the version. */
  owner: string;
  masks: { name: string; sql: Knex.Raw }[];
}

/**
 * Adds the masks as columns to a query of `version` and `stage_link`. No other column may be selected
 * there than the stage of `stage_link`, and those of `version`.
 * @param windows of row ids of personas, as `personaWindows` gives them.
 * @param names of the columns, one per window.
 */
export function selectMasks(
  strapi: Strapi,
  trx: Trx,
  query: Knex.QueryBuilder,
  type: TypeTables,
  windows: IdWindow[],
  names: string[]
): void {
  const { name: table, joinColumn, inverseJoinColumn } = type.personaLink;
  const persona = `persona_link.${inverseJoinColumn.name}`;
  const dialect = dialectOf(strapi);
  const one = dialect === 'postgres' ? '1::bigint' : '1';
  // SQLite has no other; each persona is linked once, so that the sum of the bits is their union.
  const union = dialect === 'sqlite' ? 'sum' : 'bit_or';
  // Row ids are numbers of ours, never input: they can stand in the statement.
  const masks = windows.map(({ first, last }, index) => ({
    name: names[index] ?? '',
    sql: trx.raw(
      `coalesce(${union}(case when ?? between ${first} and ${last} then ${one} << (?? - ${first}) else 0 end), 0)`,
      [persona, persona]
    ),
  }));
  const owner = `persona_link.${joinColumn.name}`;
  const links = () => tableIn(strapi, trx, `${table} as persona_link`);
  ADD_MASKS[dialect](query, { trx, type, links, owner, masks });
}

/** All three say the same; each is the fastest one on its database (`npm run bench`). */
const ADD_MASKS: Record<Dialect, (query: Knex.QueryBuilder, personas: Personas) => void> = {
  sqlite(query, { trx, links, owner, masks }) {
    for (const { name, sql } of masks) {
      query.select(links().where(owner, trx.ref('version.id')).select(sql).as(name));
    }
  },

  mysql(query, { trx, links, owner, masks }) {
    const perVersion = links().groupBy(owner).select({ owner });
    for (const { name, sql } of masks) {
      perVersion.select(trx.raw('? as ??', [sql, name]));
      query.select(trx.raw('coalesce(??, 0) as ??', [`persona_masks.${name}`, name]));
    }
    query.leftJoin(perVersion.as('persona_masks') as never, 'persona_masks.owner', 'version.id');
  },

  // Without statistics of new rows, PostgreSQL would read a subquery again for each version.
  postgres(query, { trx, type, links, owner, masks }) {
    query
      .leftJoin(links().select('*').as('persona_link') as never, owner, 'version.id')
      // The primary key stands for all columns of a version: fewer to compare.
      .groupBy(['version.id', `stage_link.${type.stageLink.inverseJoinColumn.name}`]);
    for (const { name, sql } of masks) query.select(trx.raw('? as ??', [sql, name]));
  },
};
