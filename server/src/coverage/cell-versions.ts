/** SQL of a cell: the live versions that stand in it. */
import type { Knex } from 'knex';

import { EVERYONE, NO_STAGE, type CoverageEntriesQuery } from '../../../contracts/coverage';
import { PERSONA_UID, STAGE_UID } from '../constants';
import { modelOf, tableIn, type Strapi, type Trx } from '../strapi';
import type { Look } from './look';
import type { TypeTables } from '../type-tables';
import { liveVersions } from './query';

/** Where versions stand, of those that count. */
export type Cell = Pick<CoverageEntriesQuery, 'stage' | 'persona'> & { look: Look };

/**
 * Live versions of a type in the cell, as `version`, with nothing selected yet.
 * @param cell stage and persona are slugs, `none` and `everyone`; unknown ones match nothing.
 */
export function versionsInCell(
  strapi: Strapi,
  trx: Trx,
  type: TypeTables,
  { stage, persona, look }: Cell
): Knex.QueryBuilder {
  const live = () => liveVersions(strapi, trx, type, look);
  const staged = (slug?: string) => linked(strapi, trx, type.stageLink, STAGE_UID, slug);
  const meant = (slug?: string) => linked(strapi, trx, type.personaLink, PERSONA_UID, slug);

  const versions = live();
  if (stage === NO_STAGE) {
    // Untagged means that no live version has a stage, not that one of them has none.
    versions.whereNotIn(
      'version.document_id',
      live().whereExists(staged()).select('version.document_id')
    );
  } else if (stage !== undefined) {
    versions.whereExists(staged(stage));
  }
  if (persona === EVERYONE) {
    versions.whereNotExists(meant());
  } else if (persona !== undefined) {
    versions.whereExists(meant(persona));
  }
  return versions;
}

/** Links of the version at hand, to the target with that slug or to any. */
function linked(
  strapi: Strapi,
  trx: Trx,
  link: TypeTables['stageLink'],
  target: string,
  slug?: string
): Knex.QueryBuilder {
  const links = tableIn(strapi, trx, `${link.name} as link`)
    .where(`link.${link.joinColumn.name}`, trx.ref('version.id'))
    .select(trx.raw('1'));
  if (slug === undefined) return links;
  return links
    .join(
      `${modelOf(strapi, target)?.tableName} as target`,
      'target.id',
      `link.${link.inverseJoinColumn.name}`
    )
    .where('target.slug', slug);
}
