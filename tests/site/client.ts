/** Talking HTTP to a test site: as nobody, with an API token, or as an admin. */
import { adminService, pluginService } from '../../server/src/strapi';
import type { Site } from './site';

export interface Answer {
  status: number;
  /** Parsed JSON where the answer is an object; tests say what they expect of it. */
  body: Json;
  /** The answer as it was sent. */
  text: string;
}

export interface ErrorBody {
  status: number;
  name: string;
  message: string;
  details: Record<string, unknown>;
}

/** JSON as tests read it: anything may be missing. */
export interface Json {
  [key: string]: unknown;
  data?: unknown;
  error?: ErrorBody;
}

/** Sends one request: `token` is a bearer token, `raw` a body as it is instead of `body` as JSON. */
export async function call(
  site: Site,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  { token, body, raw }: { token?: string; body?: unknown; raw?: string } = {}
): Promise<Answer> {
  const content = body === undefined ? raw : JSON.stringify(body);
  const response = await fetch(site.url + path, {
    method,
    headers: {
      ...(content === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: content,
  });
  const text = await response.text();
  const parsed = text.startsWith('{') ? (JSON.parse(text) as Json) : {};
  return { status: response.status, body: parsed, text };
}

/** GET with a parsed answer. */
export const get = (site: Site, path: string, token?: string) => call(site, 'GET', path, { token });

/** What is thrown when something that must be there is missing. */
function present<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`There is no ${what}.`);
  return value;
}

interface Role {
  id: number;
  code: string;
}

interface RoleService {
  create(role: { name: string; code: string }): Promise<Role>;
  assignPermissions(roleId: number, permissions: Permission[]): Promise<unknown>;
}

/** A permission of an admin role. */
export interface Permission {
  action: string;
  subject?: string;
  properties?: { fields?: string[]; locales?: string[] };
  conditions?: string[];
}

interface Creator<Created> {
  create(data: object): Promise<Created>;
}

const PASSWORD = 'Test-password-1';
let people = 0;

/** Signs in a new admin user: a super admin, or one with a role that holds just these permissions. */
export async function signIn(site: Site, permissions?: Permission[]): Promise<string> {
  if (!permissions) return signInAs(site, 'strapi-super-admin');
  people += 1;
  const role = await createRole(site, `Role ${people}`, permissions);
  return signInAs(site, role.code);
}

/** Creates an admin role that holds just these permissions. */
export async function createRole(
  site: Site,
  name: string,
  permissions: Permission[]
): Promise<Role> {
  const roles = adminService<RoleService>(site.strapi, 'role');
  const role = await roles.create({ name, code: name.toLowerCase().replaceAll(' ', '-') });
  await roles.assignPermissions(role.id, permissions);
  return role;
}

/** Signs in a new admin user with the role of that code, `strapi-editor` for example. */
export async function signInAs(site: Site, code: string): Promise<string> {
  const role = (await site.strapi.db
    .query('admin::role')
    .findOne({ where: { code } })) as Role | null;
  people += 1;
  const email = `person${people}@example.com`;
  await adminService<Creator<unknown>>(site.strapi, 'user').create({
    email,
    firstname: 'Person',
    lastname: String(people),
    password: PASSWORD,
    isActive: true,
    roles: [present(role, `role ${code}`).id],
  });
  const { body } = await call(site, 'POST', '/admin/login', {
    body: { email, password: PASSWORD },
  });
  return present((body.data as { token?: string } | undefined)?.token, 'admin token');
}

/** Lets everybody call these actions of the content API, for example `api::article.article.find`. */
export async function allowPublic(site: Site, ...actions: string[]): Promise<void> {
  const role = (await site.strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'public' } })) as Role | null;
  for (const action of actions) {
    await site.strapi.db
      .query('plugin::users-permissions.permission')
      .create({ data: { action, role: present(role, 'public role').id } });
  }
}

/** A new API token of the content API; a custom one may call just the actions. */
export async function apiToken(
  site: Site,
  type: 'read-only' | 'full-access' | 'custom',
  ...actions: string[]
): Promise<string> {
  people += 1;
  const tokens = adminService<Creator<{ accessKey: string }>>(site.strapi, 'api-token');
  const token = await tokens.create({
    name: `Token ${people}`,
    description: '',
    type,
    lifespan: null,
    ...(type === 'custom' ? { permissions: actions } : {}),
  });
  return token.accessKey;
}

/** Signs in a new user of the site itself, whose role may call just these actions of the content API. */
export async function siteUser(site: Site, ...actions: string[]): Promise<string> {
  people += 1;
  const [email, username] = [`visitor${people}@example.com`, `visitor${people}`];
  const role = (await site.strapi.db
    .query('plugin::users-permissions.role')
    .create({ data: { name: username, type: username } })) as Role;
  for (const action of actions) {
    await site.strapi.db
      .query('plugin::users-permissions.permission')
      .create({ data: { action, role: role.id } });
  }
  const users = pluginService<{ add(user: object): Promise<unknown> }>(
    site.strapi,
    'users-permissions',
    'user'
  );
  const user = { email, username, password: PASSWORD, provider: 'local', confirmed: true };
  await users.add({ ...user, role: role.id });
  const { body } = await call(site, 'POST', '/api/auth/local', {
    body: { identifier: email, password: PASSWORD },
  });
  return present(body.jwt as string | undefined, 'token of the site');
}
