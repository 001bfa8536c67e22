/** What a signed-in admin user may read, create and change of a content type, as the Content Manager would decide it. */
import type { Knex } from 'knex';

import {
  inTransaction,
  partOf,
  pluginService,
  rowIdsWhere,
  type ContentTypeSchema,
  type Strapi,
} from './strapi';

/** What the signed-in admin user may do, as Strapi's permission engine made it. */
export type Ability = object;

/** What the admin user may do whose request is being answered; undefined for any other caller. */
export function signedInAbility(strapi: Strapi): Ability | undefined {
  const state = strapi.requestContext.get()?.state as { userAbility?: Ability } | undefined;
  return state?.userAbility;
}

export interface ReadAccess {
  /** False when the user may read no entry of the type. */
  mayRead: boolean;
  /** Whether the user sees the attribute of that name. */
  mayReadField: (field: string) => boolean;
  /** Statement for the ids of the rows that the user's conditions allow; null where there are none. */
  permittedRows(): Knex.QueryBuilder | null;
  /** What a row has to hold, beside its own fields, for `sanitize` to decide about it; nothing where there are no conditions. */
  populate: Populate;
  /** The row without the fields that the user may not see, for rows read with `populate`. */
  sanitize(row: object): Promise<object>;
}

/** Relations, components and media to read along with a row, as Strapi's query layer takes them. */
export type Populate = Record<string, object>;

export type ConditionedAction = 'read' | 'update' | 'publish';

type Decision = (entry?: object, field?: string) => boolean;

export interface PermissionChecker {
  cannot: Record<'read' | 'create' | 'update' | 'publish', Decision>;
  sanitizedQuery: Record<ConditionedAction, (query: object) => Promise<object>>;
  sanitizeOutput(row: object): Promise<object>;
}

interface PermissionCheckers {
  create(options: { userAbility: Ability; model: string }): PermissionChecker;
}

interface PopulateBuilder {
  populateFromQuery(query: object): PopulateBuilder;
  build(): Promise<Populate | undefined>;
}

interface QueryParams {
  transform(uid: string, query: object): { where?: object };
}

export interface CreateAccess {
  /** False when the user may create no entry of the type. */
  mayCreate: boolean;
  /** Whether the user may fill in the attribute of that name. */
  maySet: (field: string) => boolean;
}

/** What the user may create of the type, in a locale or in any. */
export function createAccess(
  strapi: Strapi,
  { uid }: ContentTypeSchema,
  ability: Ability,
  locale?: string
): CreateAccess {
  const { cannot } = checkerFor(strapi, uid, ability);
  const entry = locale === undefined ? undefined : { locale };
  return {
    mayCreate: !cannot.create(entry),
    maySet: (field) => !cannot.create(entry, field),
  };
}

/** Strapi's own decisions about a type. */
export function checkerFor(strapi: Strapi, uid: string, ability: Ability): PermissionChecker {
  const checkers = pluginService<PermissionCheckers>(
    strapi,
    'content-manager',
    'permission-checker'
  );
  return checkers.create({ userAbility: ability, model: uid });
}

/** What Strapi shows of every entry that may be read. */
const ALWAYS_SHOWN = ['id', 'documentId'];

/** Conditions of roles, locales included, become part of the statement. */
export async function readAccess(
  strapi: Strapi,
  { uid }: ContentTypeSchema,
  ability: Ability
): Promise<ReadAccess> {
  const checker = checkerFor(strapi, uid, ability);
  return {
    mayRead: !checker.cannot.read(),
    mayReadField: (field) => ALWAYS_SHOWN.includes(field) || !checker.cannot.read(undefined, field),
    permittedRows: await permittedRows(strapi, uid, checker, 'read'),
    populate: await conditionPopulate(strapi, uid, checker, ['read']),
    sanitize: (row) => checker.sanitizeOutput(row),
  };
}

/** Makes the statement for the ids of the rows that conditions allow; null where there are none. */
export async function permittedRows(
  strapi: Strapi,
  uid: string,
  checker: PermissionChecker,
  action: ConditionedAction
): Promise<() => Knex.QueryBuilder | null> {
  const filters = await conditionsOf(checker, action);
  const { where } = filters
    ? partOf<QueryParams>(strapi, 'query-params').transform(uid, { filters })
    : {};
  const hasConditions = where !== undefined && Object.keys(where).length > 0;
  // Never returned by an async function: awaiting a statement runs it.
  return () => (hasConditions ? rowIdsWhere(strapi, uid, where) : null);
}

/**
 * What the conditions of the actions look at. Strapi decides about a row by what it holds: what is not populated counts as empty, which
 * a condition such as “not about this topic” takes for allowed.
 */
export async function conditionPopulate(
  strapi: Strapi,
  uid: string,
  checker: PermissionChecker,
  actions: ConditionedAction[]
): Promise<Populate> {
  const all = await Promise.all(actions.map((action) => conditionsOf(checker, action)));
  const conditions = all.filter((filters) => filters !== undefined);
  if (conditions.length === 0) return {};
  const builderFor = pluginService<(model: string) => PopulateBuilder>(
    strapi,
    'content-manager',
    'populate-builder'
  );
  const query = { filters: { $and: conditions } };
  return (await builderFor(uid).populateFromQuery(query).build()) ?? {};
}

/** The conditions of an action, in Strapi's query language; undefined where there are none. */
async function conditionsOf(
  { sanitizedQuery }: PermissionChecker,
  action: ConditionedAction
): Promise<object | undefined> {
  return ((await sanitizedQuery[action]({})) as { filters?: object }).filters;
}

/** Which of the rows a statement of `permittedRows` allows. @param ids few enough for one statement. */
export async function permittedAmong(
  strapi: Strapi,
  permitted: Knex.QueryBuilder,
  ids: number[]
): Promise<Set<number>> {
  const rows: { id: number }[] = await inTransaction(strapi, (trx) =>
    trx.from(permitted.as('permitted')).whereIn('id', ids).select('id')
  );
  return new Set(rows.map(({ id }) => id));
}
