/** SQL of the persona masks: the set of a version's personas, summed up from its links. */
import type { Knex } from 'knex';

import { dialectOf, tableIn, type Dialect, type Strapi, type Trx } from '../strapi';
import type { TypeTables } from './query';

interface Personas {
  trx: Trx;
  type: TypeTables;
  /** A new query of the links between versions and personas, as `persona_link`. */
  links: () => Knex.QueryBuilder;
  /** Column of the links that holds the id of the version. */
  owner: string;
  sums: { name: string; sql: Knex.Raw }[];
}

/**
 * Adds the masks as columns to a query of `version` and `stage_link`. No other column may be selected
 * there than those of `stage_link`, and id, documentId and publishedAt of `version`.
 * @param masks weights of personas by row id, as `personaMasks` gives them.
 * @param names of the columns, one per mask.
 */
export function selectMasks(
  strapi: Strapi,
  trx: Trx,
  query: Knex.QueryBuilder,
  type: TypeTables,
  masks: Map<number, number>[],
  names: string[]
): void {
  const { name: table, joinColumn, inverseJoinColumn } = type.personaLink;
  const sums = masks.map((mask, index) => ({
    name: names[index] ?? '',
    sql: trx.raw(`coalesce(sum(case ?? ${whenClauses(mask)} else 0 end), 0)`, [
      `persona_link.${inverseJoinColumn.name}`,
    ]),
  }));
  const owner = `persona_link.${joinColumn.name}`;
  const links = () => tableIn(strapi, trx, `${table} as persona_link`);
  ADD_SUMS[dialectOf(strapi)](query, { trx, type, links, owner, sums });
}

/** All three say the same; each is the fastest one on its database (`npm run bench`). */
const ADD_SUMS: Record<Dialect, (query: Knex.QueryBuilder, personas: Personas) => void> = {
  sqlite(query, { trx, links, owner, sums }) {
    for (const { name, sql } of sums) {
      query.select(links().where(owner, trx.ref('version.id')).select(sql).as(name));
    }
  },

  mysql(query, { trx, links, owner, sums }) {
    const perVersion = links().groupBy(owner).select({ owner });
    for (const { name, sql } of sums) {
      perVersion.select(trx.raw('? as ??', [sql, name]));
      query.select(trx.raw('coalesce(??, 0) as ??', [`persona_masks.${name}`, name]));
    }
    query.leftJoin(perVersion.as('persona_masks') as never, 'persona_masks.owner', 'version.id');
  },

  // Without statistics of new rows, PostgreSQL would read a summed subquery again for each version.
  postgres(query, { trx, type, links, owner, sums }) {
    query
      .leftJoin(links().select('*').as('persona_link') as never, owner, 'version.id')
      .groupBy([
        'version.id',
        'version.document_id',
        `version.${type.publishedAtColumn}`,
        `stage_link.${type.stageLink.inverseJoinColumn.name}`,
      ]);
    for (const { name, sql } of sums) query.select(trx.raw('? as ??', [sql, name]));
  },
};

/** Row ids and bit weights are numbers of ours, never input: they can stand in the statement. */
function whenClauses(mask: Map<number, number>): string {
  return [...mask].map(([id, weight]) => `when ${id} then ${weight}`).join(' ');
}
