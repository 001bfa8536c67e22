/** What the signed-in admin user may do with the tags of a type, as the Content Manager would decide it. */
import type { Knex } from 'knex';

import type { FieldNames } from '../config';
import {
  checkerFor,
  conditionPopulate,
  permittedAmong,
  permittedRows,
  type Ability,
  type ConditionedAction,
  type PermissionChecker,
  type Populate,
} from '../read-access';
import { hasDraftAndPublish, rowsOf, type ContentTypeSchema, type Strapi } from '../strapi';
import type { Tag } from './tag-links';

/** A row, as the user's conditions look at it; undefined where there are no conditions. */
type Entity = object | undefined;

export interface TagAccess {
  /** Whose access it is. */
  ability: Ability;
  mayRead: boolean;
  /** Whether there are entries that the user may edit these tags of. */
  mayTag: (tags: readonly Tag[]) => boolean;
  /** Whether there are published versions that the user may change; always so for types without drafts. */
  mayPublish: boolean;
  maySee: (attribute: string) => boolean;
  /** Statements for the ids of the rows that conditions let the user read, or edit; null where there are none. */
  readableRows: () => Knex.QueryBuilder | null;
  editableRows: () => Knex.QueryBuilder | null;
  /** What a row has to hold, beside its own fields, for `sanitize` to decide about it. */
  populate: Populate;
  /** The row without the fields that the user may not see, for rows read with `populate`. */
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
  const { uid } = schema;
  const rowsFor = (action: ConditionedAction) => permittedRows(strapi, uid, checker, action);
  const [readableRows, editableRows] = [await rowsFor('read'), await rowsFor('update')];
  const publishableRows = await rowsFor('publish');
  const maySet = (tag: Tag, entity?: Entity) => !cannot.update(entity, attributeOf(names, tag));
  return {
    ability,
    mayRead: !cannot.read(),
    mayTag: (tags) => !cannot.update() && tags.every((tag) => maySet(tag)),
    mayPublish: !hasDraftAndPublish(schema) || !cannot.publish(),
    maySee: (attribute) => !cannot.read(undefined, attribute),
    ...{ readableRows, editableRows },
    populate: await conditionPopulate(strapi, uid, checker, ['read']),
    sanitize: (row) => checker.sanitizeOutput(row),
    rows: async (ids) => {
      const [editable, publishable] = [editableRows(), publishableRows()];
      if (editable === null && publishable === null) return rowAccess(checker, maySet, null);
      const populate = await conditionPopulate(strapi, uid, checker, ['update', 'publish']);
      return rowAccess(checker, maySet, {
        entities: await entitiesOf(strapi, uid, ids, populate),
        editable: editable && (await permittedAmong(strapi, editable, ids)),
        publishable: publishable && (await permittedAmong(strapi, publishable, ids)),
      });
    },
  };
}

/** Rows that conditions look at. The database decides about them as it does in lists, and Strapi about their fields. */
interface Conditioned {
  /** By row id. A row that is gone may not be touched. */
  entities: Map<number, object>;
  /** Ids of those that may be edited, or published; null where no condition is about that. */
  editable: ReadonlySet<number> | null;
  publishable: ReadonlySet<number> | null;
}

/** @param conditioned null where there are no conditions. */
function rowAccess(
  { cannot }: PermissionChecker,
  maySet: (tag: Tag, entity?: Entity) => boolean,
  conditioned: Conditioned | null
): RowAccess {
  const decide = (
    id: number,
    permitted: ReadonlySet<number> | null | undefined,
    decision: (entity: Entity) => boolean
  ) => {
    const entity = conditioned?.entities.get(id);
    if (conditioned !== null && entity === undefined) return false;
    return permitted?.has(id) !== false && decision(entity);
  };
  const { editable, publishable } = conditioned ?? {};
  return {
    mayEdit: (id) => decide(id, editable, (entity) => !cannot.update(entity)),
    mayEditTags: (id, tags) =>
      decide(id, editable, (entity) => tags.every((tag) => maySet(tag, entity))),
    mayPublish: (id) => decide(id, publishable, (entity) => !cannot.publish(entity)),
  };
}

/** Rows with what conditions look at. One statement, and those of populating. */
async function entitiesOf(
  strapi: Strapi,
  uid: string,
  ids: number[],
  populate: Populate
): Promise<Map<number, object>> {
  const rows = await rowsOf<{ id: number }>(strapi, uid).findMany({
    where: { id: { $in: ids } },
    populate,
  });
  return new Map(rows.map((row) => [row.id, row]));
}
