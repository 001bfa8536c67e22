/** SQL of coverage: one grouped statement per content type, whatever the number of cells. */
import type { Knex } from 'knex';

import { getService } from '../services';
import { tableIn, type Strapi, type Trx } from '../strapi';
import type { TypeTables } from '../type-tables';
import { countPlaces } from './count-places';
import type { Look } from './look';
import { personaWindows } from './persona-mask';
import type { PlacesGroup } from './places';
import { selectMasks } from './select-masks';

/** Live versions of a type that count in a look: published ones, or all where there is no draft & publish. */
export function liveVersions(
  strapi: Strapi,
  trx: Trx,
  type: TypeTables,
  { locale, since, before, contributorId, fromSales }: Look
): Knex.QueryBuilder {
  const versions = tableIn(strapi, trx, `${type.table} as version`);
  const published = `version.${type.publishedAtColumn}`;
  if (type.draftAndPublish) versions.whereNotNull(published);
  if (type.localized && locale !== undefined) versions.where('version.locale', locale);
  if (since) versions.where(published, '>=', since);
  if (before) versions.where(published, '<', before);
  if (contributorId !== undefined) {
    const { name, joinColumn, inverseJoinColumn } = type.contributorLink;
    const named = tableIn(strapi, trx, name).where(inverseJoinColumn.name, contributorId);
    versions.whereIn('version.id', named.select(joinColumn.name));
  }
  if (fromSales) {
    getService(strapi, 'sales-sourced-admin').whereFromSales(trx, versions, 'version', type.uid);
  }
  return versions;
}

/**
 * Live documents of one type, counted by where their live versions stand: stage, set of personas and
 * whether fresh. Types without locales belong to every locale, as in Strapi's own queries.
 * @param personaIds row ids of the personas.
 * @param freshSince versions published at or after this moment are fresh.
 */
export async function countByPlaces(
  strapi: Strapi,
  trx: Trx,
  type: TypeTables,
  personaIds: number[],
  freshSince: Date,
  look: Look
): Promise<PlacesGroup[]> {
  const windows = personaWindows(personaIds);
  const maskNames = windows.map((_, index) => `mask${index}`);
  const placed = liveVersions(strapi, trx, type, look)
    .leftJoin(
      tableIn(strapi, trx, type.stageLink.name).as('stage_link') as never,
      `stage_link.${type.stageLink.joinColumn.name}`,
      'version.id'
    )
    .select({ stage: `stage_link.${type.stageLink.inverseJoinColumn.name}` })
    .select(
      trx.raw('case when ?? >= ? then 1 else 0 end as ??', [
        `version.${type.publishedAtColumn}`,
        freshSince,
        'fresh',
      ])
    );
  selectMasks(strapi, trx, placed, type, windows, maskNames);

  const severalVersions = type.localized && look.locale === undefined;
  if (severalVersions) placed.select({ document: 'version.document_id' });
  return countPlaces(strapi, trx, placed, maskNames, severalVersions);
}
