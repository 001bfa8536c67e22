/** SQL of coverage: one grouped statement per content type, whatever the number of cells. */
import type { Knex } from 'knex';

import type { FieldNames } from '../config';
import { PERSONA_UID, REP_UID, STAGE_UID } from '../constants';
import {
  columnOf,
  dialectOf,
  hasDraftAndPublish,
  isLocalized,
  modelOf,
  tableIn,
  type ContentTypeSchema,
  type Dialect,
  type JoinTable,
  type Strapi,
  type Trx,
} from '../strapi';
import { getService } from '../services';
import type { Look } from './look';
import { personaMasks, type MaskedGroup } from './persona-mask';
import { selectMasks } from './select-masks';

/** A tagged content type with its tables. */
export interface TypeTables {
  uid: string;
  table: string;
  localized: boolean;
  draftAndPublish: boolean;
  publishedAtColumn: string;
  stageLink: JoinTable;
  personaLink: JoinTable;
  contributorLink: JoinTable;
}

/**
 * Reads the names of tables and columns from Strapi's metadata; they are shortened and hashed when long.
 * @throws {Error} when the type has no tag fields.
 */
export function tablesOf(
  strapi: Strapi,
  type: ContentTypeSchema,
  fieldNames: FieldNames
): TypeTables {
  const model = modelOf(strapi, type.uid);
  const stage = model?.attributes[fieldNames.journeyStage];
  const personas = model?.attributes[fieldNames.personas];
  const contributors = model?.attributes[fieldNames.contributors];
  if (
    !model ||
    stage?.target !== STAGE_UID ||
    personas?.target !== PERSONA_UID ||
    contributors?.target !== REP_UID
  ) {
    throw new Error(`${type.uid} has no tag fields.`);
  }
  return {
    uid: type.uid,
    table: model.tableName,
    localized: isLocalized(type),
    draftAndPublish: hasDraftAndPublish(type),
    publishedAtColumn: columnOf(model, 'publishedAt'),
    stageLink: stage.joinTable as JoinTable,
    personaLink: personas.joinTable as JoinTable,
    contributorLink: contributors.joinTable as JoinTable,
  };
}

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
 * @param personaIds row ids of the personas; the order gives each its bit.
 * @param freshSince versions published at or after this moment are fresh.
 */
export async function countByPlacement(
  strapi: Strapi,
  trx: Trx,
  type: TypeTables,
  personaIds: number[],
  freshSince: Date,
  look: Look
): Promise<MaskedGroup[]> {
  const masks = personaMasks(personaIds);
  const maskNames = masks.map((_, index) => `mask${index}`);
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
  selectMasks(strapi, trx, placed, type, masks, maskNames);

  if (!type.localized || look.locale !== undefined) {
    const rows: Record<string, number | string | null>[] = await trx
      .from(placed.as('placed'))
      .select('stage', 'fresh', ...maskNames)
      .count({ documents: '*' })
      .groupBy('stage', 'fresh', ...maskNames);
    return rows.map((row) => ({
      placements: [toPlacement([row.stage, row.fresh, ...maskNames.map((name) => row[name])])],
      documents: Number(row.documents),
    }));
  }
  return countByAllPlacements(
    strapi,
    trx,
    placed.select({ document: 'version.document_id' }),
    maskNames
  );
}

/**
 * With several locales a document counts once wherever any of its live versions puts it. The distinct
 * placements of its versions are written as one text, and documents are counted by that.
 */
async function countByAllPlacements(
  strapi: Strapi,
  trx: Trx,
  placed: Knex.QueryBuilder,
  maskNames: string[]
): Promise<MaskedGroup[]> {
  const parts = ['stage', 'fresh', ...maskNames];
  const text = PLACEMENTS_AS_TEXT[dialectOf(strapi)](parts.length);
  // MySQL would cut the text off after 1,024 characters, without a word.
  if (dialectOf(strapi) === 'mysql') await trx.raw('set session group_concat_max_len = 1000000');
  const perDocument = trx
    .from(placed.as('placed'))
    .groupBy('document')
    .select(trx.raw(`${text} as placements`, parts));
  const rows = await trx
    .from(perDocument.as('documents_by_placement'))
    .select('placements')
    .count<{ placements: string; documents: number | string }[]>({ documents: '*' })
    .groupBy('placements');
  return rows.map((row) => ({
    placements: row.placements.split(',').map((placement) => toPlacement(placement.split(':'))),
    documents: Number(row.documents),
  }));
}

/** SQL for the distinct `a:b:c` of a group, separated by commas, null as nothing; by number of columns. */
const PLACEMENTS_AS_TEXT: Record<Dialect, (columns: number) => string> = {
  postgres: (columns) => `string_agg(distinct concat_ws(':', ${repeated(columns, TEXT)}), ',')`,
  mysql: (columns) =>
    `group_concat(distinct concat_ws(':', ${repeated(columns, "coalesce(??, '')")}))`,
  sqlite: (columns) =>
    `group_concat(distinct ${repeated(columns, "coalesce(??, '')", " || ':' || ")})`,
};
const TEXT = "coalesce(cast(?? as text), '')";

function repeated(length: number, column: string, separator = ', '): string {
  return Array.from({ length }, () => column).join(separator);
}

function toPlacement([stage, fresh, ...masks]: (string | number | null | undefined)[]) {
  return {
    stageId: stage === null || stage === undefined || stage === '' ? null : Number(stage),
    fresh: Number(fresh) === 1,
    masks: masks.map((mask) => Number(mask ?? 0)),
  };
}
