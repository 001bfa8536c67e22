/** Roles of the admin that fit the work of sales and marketing, made in one step. */
import { errors } from '@strapi/utils';

import type {
  SuggestedPermission,
  SuggestedRole,
  SuggestedRoleCode,
} from '../../../../contracts/suggested-roles';
import {
  adminService,
  contentTypes,
  oneAtATime,
  rowsOf,
  type ContentTypeSchema,
  type Strapi,
} from '../../strapi';
import { READABLE_FIELDS } from '../../tagging';
import { ROLE_DEFINITIONS, type RoleDefinition } from './definitions';

interface Permission {
  action: string;
  subject: string | null;
  properties: { fields?: string[]; locales?: string[] };
  conditions: string[];
  actionParameters: object;
}
interface Role {
  id: number;
  name: string;
  code: string;
  permissions: Permission[];
}
/** What a definition comes to on this site. */
interface Grant {
  action: string;
  subject: ContentTypeSchema | null;
  fields: string[];
}

interface RoleService {
  create(role: { name: string; code: string; description: string }): Promise<{ id: number }>;
  assignPermissions(roleId: number, permissions: object[]): Promise<unknown>;
}
interface ContentTypeService {
  getNestedFields(type: ContentTypeSchema, options: object): string[];
}

/** What the signed-in user may do. */
export interface MayDo {
  can(action: string): boolean;
}

/** All suggested roles: which of them there are, and what each would get. */
export async function suggestedRoles(strapi: Strapi): Promise<SuggestedRole[]> {
  const roles = await rolesLike(strapi, ROLE_DEFINITIONS);
  return ROLE_DEFINITIONS.map((definition) => describe(strapi, definition, roles));
}

/**
 * Creates a suggested role; where it is there already, adds what it lacks and takes nothing away.
 * @throws {NotFoundError} when no role is suggested by that code.
 * @throws {ForbiddenError} for who may not create roles, or not change the one that is there.
 */
export function createSuggestedRole(
  strapi: Strapi,
  user: MayDo,
  code: string
): Promise<SuggestedRole> {
  const definition = ROLE_DEFINITIONS.find((candidate) => candidate.code === code);
  if (!definition) throw new errors.NotFoundError('No such role is suggested.');
  const service = adminService<RoleService>(strapi, 'role');
  return oneAtATime(strapi, async () => {
    const { name, description } = definition;
    const present = findRole(definition, await rolesLike(strapi, [definition]));
    const needed = present ? 'admin::roles.update' : 'admin::roles.create';
    if (!user.can(needed)) {
      throw new errors.ForbiddenError(
        present ? 'Your role may not change roles.' : 'Your role may not create roles.'
      );
    }
    const role =
      present ?? (await service.create({ name, description, code: codeOf(definition.code) }));
    const granted = grantsOf(strapi, definition).reduce(withGrant, present?.permissions ?? []);
    await service.assignPermissions(role.id, granted);
    return describe(strapi, definition, await rolesLike(strapi, [definition]));
  });
}

/** Codes of roles are one space for the whole site. */
const codeOf = (code: SuggestedRoleCode) => `buyer-journey-${code}`;

function rolesLike(strapi: Strapi, definitions: RoleDefinition[]): Promise<Role[]> {
  const codes = definitions.map(({ code }) => codeOf(code));
  const names = definitions.map(({ name }) => name);
  return rowsOf<Role>(strapi, 'admin::role').findMany({
    where: { $or: [{ code: { $in: codes } }, { name: { $in: names } }] },
    populate: ['permissions'],
    orderBy: { id: 'asc' },
  });
}

/** One that was renamed since is found by its code, one that somebody made by hand by its name. */
function findRole({ code, name }: RoleDefinition, roles: Role[]): Role | undefined {
  return (
    roles.find((role) => role.code === codeOf(code)) ??
    roles.find((role) => role.name.toLowerCase() === name.toLowerCase())
  );
}

function describe(strapi: Strapi, definition: RoleDefinition, roles: Role[]): SuggestedRole {
  const role = findRole(definition, roles);
  return {
    code: definition.code,
    name: definition.name,
    role: role ? { id: role.id, name: role.name } : null,
    permissions: grantsOf(strapi, definition).map((grant): SuggestedPermission => ({
      action: grant.action,
      subject: grant.subject && {
        uid: grant.subject.uid,
        displayName: grant.subject.info.displayName,
      },
      fields: grant.fields,
      held: role?.permissions.some((permission) => covers(permission, grant)) ?? false,
    })),
  };
}

function grantsOf(strapi: Strapi, { actions, content }: RoleDefinition): Grant[] {
  return [
    ...actions.map((action) => ({ action, subject: null, fields: [] })),
    ...content.flatMap(({ action, subject: uid, fields }) => {
      const subject = contentTypes(strapi).find((type) => type.uid === uid);
      if (!subject) return [];
      const all = () =>
        adminService<ContentTypeService>(strapi, 'content-type').getNestedFields(subject, {
          components: strapi.components,
        });
      return [{ action, subject, fields: fields === 'all' ? all() : (READABLE_FIELDS[uid] ?? []) }];
    }),
  ];
}

/** A permission with conditions allows only some entries. */
function isAbout({ action, subject, conditions }: Permission, grant: Grant): boolean {
  const sameSubject = (subject ?? null) === (grant.subject?.uid ?? null);
  return action === grant.action && sameSubject && conditions.length === 0;
}

/** A permission without a list of fields sees all of them. */
function covers(permission: Permission, grant: Grant): boolean {
  const { fields } = permission.properties;
  return isAbout(permission, grant) && (!fields || grant.fields.every((f) => fields.includes(f)));
}

/** The permissions with the grant among them: one that is there is widened, else one is added. */
function withGrant(permissions: Permission[], grant: Grant): Permission[] {
  if (permissions.some((permission) => covers(permission, grant))) return permissions;
  const narrow = permissions.find((permission) => isAbout(permission, grant));
  if (!narrow) {
    const properties = grant.subject ? { fields: grant.fields } : {};
    const { action, subject } = grant;
    const added = { action, subject: subject?.uid ?? null, properties, conditions: [] };
    return [...permissions, { ...added, actionParameters: {} }];
  }
  const fields = [...new Set([...(narrow.properties.fields ?? []), ...grant.fields])];
  const wide = { ...narrow, properties: { ...narrow.properties, fields } };
  return permissions.map((permission) => (permission === narrow ? wide : permission));
}
