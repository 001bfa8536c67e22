/** What the signed-in admin user may do with the tags of a type, as the Content Manager would decide it. */
import type { Knex } from 'knex';

import type { FieldNames } from '../config';
import { checkerFor, permittedRows, type Ability, type PermissionChecker } from '../read-access';
import { hasDraftAndPublish, rowsOf, type ContentTypeSchema, type Strapi } from '../strapi';
import type { Tag } from './tag-links';

/** A row, as the user's conditions look at it; undefined where there are no conditions. */
type Entity = object | undefined;

export interface TagAccess {
  mayRead: boolean;
  /** Whether there are entries that the user may edit these tags of. */
  mayTag: (tags: readonly Tag[]) => boolean;
  /** Whether there are published versions that the user may change; always so for types without drafts. */
  mayPublish: boolean;
  maySee: (attribute: string) => boolean;
  /** Statements for the ids of the rows that conditions let the user read, or edit; null where there are none. */
  readableRows: () => Knex.QueryBuilder | null;
  editableRows: () => Knex.QueryBuilder | null;
  /** The row without the fields that the user may not see. */
  sanitize: (row: object) => Promise<object>;
  /** Decides about single rows; see `RowAccess`. */
  rows: (ids: number[]) => Promise<RowAccess>;
}

export interface RowAccess {
  mayEdit: (id: number) => boolean;
  mayEditTags: (id: number, tags: readonly Tag[]) => boolean;
  mayPublish: (id: number) => boolean;
}

/** Names of the attributes that hold tags. */
export const attributeOf = (names: FieldNames, tag: Tag): string =>
  tag === 'stage' ? names.journeyStage : names[tag];

/** Conditions of roles, locales included, are part of every answer. */
export async function tagAccess(
  strapi: Strapi,
  schema: ContentTypeSchema,
  names: FieldNames,
  ability: Ability
): Promise<TagAccess> {
  const checker = checkerFor(strapi, schema.uid, ability);
  const { cannot } = checker;
  const rowsFor = (action: 'read' | 'update' | 'publish') =>
    permittedRows(strapi, schema.uid, checker, action);
  const [readableRows, editableRows] = [await rowsFor('read'), await rowsFor('update')];
  const publishableRows = await rowsFor('publish');
  const hasConditions = editableRows() !== null || publishableRows() !== null;
  const maySet = (tag: Tag, entity?: Entity) => !cannot.update(entity, attributeOf(names, tag));
  return {
    mayRead: !cannot.read(),
    mayTag: (tags) => !cannot.update() && tags.every((tag) => maySet(tag)),
    mayPublish: !hasDraftAndPublish(schema) || !cannot.publish(),
    maySee: (attribute) => !cannot.read(undefined, attribute),
    ...{ readableRows, editableRows },
    sanitize: (row) => checker.sanitizeOutput(row),
    rows: async (ids) => {
      const entities = hasConditions ? await entitiesOf(strapi, schema, ids) : null;
      return rowAccess(checker, maySet, entities);
    },
  };
}

/** @param entities by row id; null where no condition looks at them. A row that is gone may not be touched. */
function rowAccess(
  { cannot }: PermissionChecker,
  maySet: (tag: Tag, entity?: Entity) => boolean,
  entities: Map<number, object> | null
): RowAccess {
  const decide = (id: number, decision: (entity: Entity) => boolean) => {
    const entity = entities?.get(id);
    return entities !== null && entity === undefined ? false : decision(entity);
  };
  return {
    mayEdit: (id) => decide(id, (entity) => !cannot.update(entity)),
    mayEditTags: (id, tags) => decide(id, (entity) => tags.every((tag) => maySet(tag, entity))),
    mayPublish: (id) => decide(id, (entity) => !cannot.publish(entity)),
  };
}

/** Rows with what conditions look at. One statement, and those of populating. */
async function entitiesOf(
  strapi: Strapi,
  { uid }: ContentTypeSchema,
  ids: number[]
): Promise<Map<number, object>> {
  const rows = await rowsOf<{ id: number }>(strapi, uid).findMany({
    where: { id: { $in: ids } },
    populate: { createdBy: { populate: ['roles'] } },
  });
  return new Map(rows.map((row) => [row.id, row]));
}
