/** What a signed-in admin user may read, create and change of a content type, as the Content Manager would decide it. */
import type { Knex } from 'knex';

import { partOf, pluginService, rowIdsWhere, type ContentTypeSchema, type Strapi } from './strapi';

/** What the signed-in admin user may do, as Strapi's permission engine made it. */
export type Ability = object;

export interface ReadAccess {
  /** False when the user may read no entry of the type. */
  mayRead: boolean;
  /** Statement for the ids of the rows that the user's conditions allow; null where there are none. */
  permittedRows(): Knex.QueryBuilder | null;
  /** Whether the user sees the attribute of that name. */
  mayReadField: (field: string) => boolean;
  /** The row without the fields that the user may not see. */
  sanitize(row: object): Promise<object>;
}

type EntryAction = 'read' | 'create' | ChangeAction;
/** Changing a draft, or what is live. */
type ChangeAction = 'update' | 'publish';

interface PermissionChecker {
  cannot: Record<EntryAction, (entry?: object, field?: string) => boolean>;
  sanitizedQuery: Record<EntryAction, (query: object) => Promise<object>>;
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

function checkerFor(strapi: Strapi, uid: string, ability: Ability): PermissionChecker {
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
    permittedRows: await permittedRowsOf(strapi, uid, checker, 'read'),
    mayReadField: (field) => !checker.cannot.read(undefined, field),
    sanitize: (row) => checker.sanitizeOutput(row),
  };
}

export interface ChangeAccess {
  /** False when the user may change no entry of the type so. */
  mayChange: boolean;
  /** Whether the user may change the attribute of that name. */
  mayChangeField: (field: string) => boolean;
  /** Statement for the ids of the rows that the user's conditions allow; null where there are none. */
  permittedRows(): Knex.QueryBuilder | null;
}

/** What the user may change of the type's drafts, or of its live versions; as `readAccess`. */
export async function changeAccess(
  strapi: Strapi,
  { uid }: ContentTypeSchema,
  ability: Ability,
  action: ChangeAction
): Promise<ChangeAccess> {
  const checker = checkerFor(strapi, uid, ability);
  return {
    mayChange: !checker.cannot[action](),
    mayChangeField: (field) => !checker.cannot[action](undefined, field),
    permittedRows: await permittedRowsOf(strapi, uid, checker, action),
  };
}

/** Makes the statement anew for each use; never awaited itself, which would run it. */
async function permittedRowsOf(
  strapi: Strapi,
  uid: string,
  checker: PermissionChecker,
  action: EntryAction
): Promise<ReadAccess['permittedRows']> {
  const { filters } = (await checker.sanitizedQuery[action]({})) as { filters?: object };
  const { where } = filters
    ? partOf<QueryParams>(strapi, 'query-params').transform(uid, { filters })
    : {};
  const hasConditions = where !== undefined && Object.keys(where).length > 0;
  return () => (hasConditions ? rowIdsWhere(strapi, uid, where) : null);
}
