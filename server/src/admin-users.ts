/** People who sign in to the admin, as other people read of them. */
import { LARGEST_ID, rowsOf, type AdminUser, type Strapi } from './strapi';

type Named = Pick<AdminUser, 'id' | 'firstname' | 'lastname' | 'username'>;

/** An admin user by name. */
export interface NamedUser {
  id: number;
  name: string;
}

const NAME_FIELDS = ['id', 'firstname', 'lastname', 'username'];

/** What a relation to an admin user has to load for `nameOfUser`. */
export const NAMED_USER = { select: NAME_FIELDS };

/** Name of an admin user for others to read. */
export function nameOfUser({ firstname, lastname, username }: Omit<Named, 'id'>): string {
  const name = [firstname, lastname].filter((part) => part?.trim()).join(' ');
  return name === '' ? (username ?? '') : name;
}

/** Everybody who may sign in, by first name. */
export async function activeAdmins(strapi: Strapi): Promise<NamedUser[]> {
  const users = await rowsOf<Named>(strapi, 'admin::user').findMany({
    select: NAME_FIELDS,
    where: { isActive: true },
    orderBy: { firstname: 'asc' },
  });
  return users.map((user) => ({ id: user.id, name: nameOfUser(user) }));
}

/** Whether the admin user of that id is there and may sign in. */
export async function isActiveAdmin(strapi: Strapi, id: number): Promise<boolean> {
  if (id > LARGEST_ID) return false;
  const where = { id, isActive: true };
  return (await rowsOf<object>(strapi, 'admin::user').findOne({ where })) !== null;
}

/** Names by id, as they are now; who is gone is absent. One statement. */
export async function adminNames(
  strapi: Strapi,
  ids: (number | null)[]
): Promise<Map<number | null, NamedUser>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const users = await rowsOf<Named>(strapi, 'admin::user').findMany({
    select: NAME_FIELDS,
    where: { id: { $in: known } },
  });
  return new Map(users.map((user) => [user.id, { id: user.id, name: nameOfUser(user) }]));
}
