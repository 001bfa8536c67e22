import type { AdminUser } from './strapi';

/** First and last name, else the user name. */
export function nameOfUser({
  firstname,
  lastname,
  username,
}: Pick<AdminUser, 'firstname' | 'lastname' | 'username'>): string {
  const name = [firstname, lastname].filter((part) => part?.trim()).join(' ');
  return name === '' ? (username ?? '') : name;
}
