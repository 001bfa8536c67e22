/** The tables behind a tagged content type: its rows, and the links to its tags. */
import type { FieldNames } from './config';
import { PERSONA_UID, REP_UID, STAGE_UID } from './constants';
import {
  columnOf,
  hasDraftAndPublish,
  isLocalized,
  modelOf,
  type ContentTypeSchema,
  type JoinTable,
  type Strapi,
} from './strapi';

/** A tagged content type with its tables. */
export interface TypeTables {
  uid: string;
  table: string;
  localized: boolean;
  draftAndPublish: boolean;
  publishedAtColumn: string;
  updatedAtColumn: string;
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
    updatedAtColumn: columnOf(model, 'updatedAt'),
    stageLink: stage.joinTable as JoinTable,
    personaLink: personas.joinTable as JoinTable,
    contributorLink: contributors.joinTable as JoinTable,
  };
}
