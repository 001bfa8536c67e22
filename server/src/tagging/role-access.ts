/**
 * Who may tag. Strapi lists a role's fields one by one, so after opting in only super admins see
 * the tag fields: this finds the roles that lack them, and grants what they lack.
 */
import { errors } from '@strapi/utils';

import { PERSONA_UID, REP_UID, STAGE_UID } from '../constants';
import type { FieldNames } from '../config';
import type { RoleAccess, TaggingAccess } from '../../../contracts/tagging';
import {
  adminService,
  contentTypes,
  inTransaction,
  rowsOf,
  type ContentTypeSchema,
  type Strapi,
} from '../strapi';

const READ = 'plugin::content-manager.explorer.read';
const FIELD_ACTIONS = [
  READ,
  'plugin::content-manager.explorer.create',
  'plugin::content-manager.explorer.update',
];
const EDIT_ACTIONS = FIELD_ACTIONS.slice(1);

/** What a role gets to read of the types it chooses from: nothing private. */
export const READABLE_FIELDS: Record<string, string[]> = {
  [STAGE_UID]: [
    'name',
    'slug',
    'position',
    'color',
    'description',
    'buyerQuestion',
    'alwaysOn',
    'ctaPolicy',
    'translations',
    'retired',
  ],
  [PERSONA_UID]: [
    'name',
    'slug',
    'buyingRole',
    'description',
    'position',
    'translations',
    'retired',
  ],
  [REP_UID]: ['displayName', 'slug', 'jobTitle', 'bio', 'photo', 'bylineConsent'],
};

interface Permission {
  action: string;
  subject: string | null;
  properties: { fields?: string[]; locales?: string[] };
  conditions: string[];
  actionParameters: object;
}

interface RoleService {
  assignPermissions(roleId: number, permissions: object[]): Promise<unknown>;
}

interface Role {
  id: number;
  name: string;
  code: string;
  permissions: Permission[];
}

/** All roles but the super admin's. */
function rolesOf(strapi: Strapi): Promise<Role[]> {
  return rowsOf<Role>(strapi, 'admin::role').findMany({
    where: { code: { $ne: 'strapi-super-admin' } },
    populate: ['permissions'],
    orderBy: { name: 'asc' },
  });
}

/** Compares here: PostgreSQL fails on a number beyond its ids. */
async function roleOf(strapi: Strapi, roleId: number): Promise<Role | undefined> {
  return (await rolesOf(strapi)).find(({ id }) => id === roleId);
}

/**
 * Roles that may create or update entries of a tagged type but do not see its tag fields in full,
 * or may not read stages, personas or reps. Super admins lack nothing.
 */
export async function missingAccess(
  strapi: Strapi,
  types: ContentTypeSchema[],
  fieldNames: FieldNames
): Promise<TaggingAccess> {
  const roles = await rolesOf(strapi);
  return roles.flatMap((role) => describe(strapi, role, types, fieldNames) ?? []);
}

/**
 * Adds the tag fields to what the role may see and edit of tagged types, and reading of the public
 * fields of stages, personas and reps. Nothing is taken away.
 * @returns what the role lacks afterwards: null.
 * @throws {NotFoundError} when there is no such role, or it is the super admin's.
 */
export async function grantAccess(
  strapi: Strapi,
  roleId: number,
  types: ContentTypeSchema[],
  fieldNames: FieldNames
): Promise<RoleAccess | null> {
  // Strapi replaces all permissions of a role at once: they are read in the same transaction.
  return inTransaction(strapi, async () => {
    const role = await roleOf(strapi, roleId);
    if (!role) throw new errors.NotFoundError('There is no such role.');
    const missing = describe(strapi, role, types, fieldNames);
    if (!missing) return null;

    const fieldsBySubject = new Map(
      missing.types.map((type) => [type.uid, Object.values(fieldNames)])
    );
    const widened = role.permissions.map((permission) => widen(permission, fieldsBySubject));
    const reads = missing.missingRead.map(({ uid }) => ({
      action: READ,
      subject: uid,
      properties: { fields: READABLE_FIELDS[uid] },
      conditions: [],
      actionParameters: {},
    }));
    const service = adminService<RoleService>(strapi, 'role');
    await service.assignPermissions(role.id, [...widened, ...reads]);
    const after = await roleOf(strapi, roleId);
    return after ? describe(strapi, after, types, fieldNames) : null;
  });
}

function describe(
  strapi: Strapi,
  role: Role,
  types: ContentTypeSchema[],
  fieldNames: FieldNames
): RoleAccess | null {
  const editable = types.filter(({ uid }) =>
    role.permissions.some(({ action, subject }) => EDIT_ACTIONS.includes(action) && subject === uid)
  );
  if (editable.length === 0) return null;

  const missingTypes = editable.flatMap((type) => {
    const missingFields = Object.values(fieldNames).filter((field) =>
      fieldPermissions(role, type.uid).some((permission) => !sees(permission, field))
    );
    return missingFields.length > 0
      ? [{ uid: type.uid, displayName: type.info.displayName, missingFields }]
      : [];
  });
  const missingRead = Object.keys(READABLE_FIELDS)
    .filter((uid) => !role.permissions.some((permission) => readsAll(permission, uid)))
    .map((uid) => ({
      uid,
      displayName: contentTypes(strapi).find((type) => type.uid === uid)?.info.displayName ?? uid,
    }));

  if (missingTypes.length === 0 && missingRead.length === 0) return null;
  return { role: { id: role.id, name: role.name }, types: missingTypes, missingRead };
}

function fieldPermissions(role: Role, uid: string): Permission[] {
  return role.permissions.filter(
    ({ action, subject }) => FIELD_ACTIONS.includes(action) && subject === uid
  );
}

/** Whether the permission lets a role choose from every entry: Authors may read only their own. */
function readsAll({ action, subject, conditions }: Permission, uid: string): boolean {
  return action === READ && subject === uid && conditions.length === 0;
}

/** A permission without a list of fields sees all of them. */
function sees({ properties }: Permission, field: string): boolean {
  return !properties.fields || properties.fields.includes(field);
}

function widen(permission: Permission, fieldsBySubject: Map<string, string[]>): Permission {
  const added = fieldsBySubject.get(permission.subject ?? '');
  const { fields } = permission.properties;
  if (!added || !fields || !FIELD_ACTIONS.includes(permission.action)) return permission;
  return {
    ...permission,
    properties: { ...permission.properties, fields: [...new Set([...fields, ...added])] },
  };
}
