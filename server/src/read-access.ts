/** What a signed-in admin user may read, create and change of a content type, as the Content Manager would decide it. */
import type { Knex } from 'knex';

import { partOf, pluginService, rowIdsWhere, type ContentTypeSchema, type Strapi } from './strapi';

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
  /** The row without the fields that the user may not see. */
  sanitize(row: object): Promise<object>;
}

type Decision = (entry?: object, field?: string) => boolean;

export interface PermissionChecker {
  cannot: Record<'read' | 'create' | 'update' | 'publish', Decision>;
  sanitizedQuery: Record<'read' | 'update' | 'publish', (query: object) => Promise<object>>;
  sanitizeOutput(row: object): Promise<object>;
}

interface PermissionCheckers {
  create(options: { userAbility: Ability; model: string }): PermissionChecker;
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

/** Conditions of roles, locales included, become part of the statement. */
export async function readAccess(
  strapi: Strapi,
  { uid }: ContentTypeSchema,
  ability: Ability
): Promise<ReadAccess> {
  const checker = checkerFor(strapi, uid, ability);
  return {
    mayRead: !checker.cannot.read(),
    mayReadField: (field) => !checker.cannot.read(undefined, field),
    permittedRows: await permittedRows(strapi, uid, checker, 'read'),
    sanitize: (row) => checker.sanitizeOutput(row),
  };
}

/** Makes the statement for the ids of the rows that conditions allow; null where there are none. */
export async function permittedRows(
  strapi: Strapi,
  uid: string,
  checker: PermissionChecker,
  action: 'read' | 'update' | 'publish'
): Promise<() => Knex.QueryBuilder | null> {
  const { filters } = (await checker.sanitizedQuery[action]({})) as { filters?: object };
  const { where } = filters
    ? partOf<QueryParams>(strapi, 'query-params').transform(uid, { filters })
    : {};
  const hasConditions = where !== undefined && Object.keys(where).length > 0;
  // Never returned by an async function: awaiting a statement runs it.
  return () => (hasConditions ? rowIdsWhere(strapi, uid, where) : null);
}
