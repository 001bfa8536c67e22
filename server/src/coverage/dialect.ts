import type { Strapi } from '../strapi';

/** The databases that Strapi knows; MariaDB is a `mysql`. */
export type Dialect = 'postgres' | 'mysql' | 'sqlite';

/** What Strapi calls the database; knex goes by the name of the driver. */
export function dialectOf(strapi: Strapi): Dialect {
  return strapi.db.dialect.client as Dialect;
}
