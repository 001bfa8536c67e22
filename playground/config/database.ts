import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

const pool = { min: 0, max: 10 };

function server(env: Env, defaultPort: number) {
  return {
    host: env('DATABASE_HOST') || '127.0.0.1',
    port: Number(env('DATABASE_PORT') || defaultPort),
    database: env('DATABASE_NAME') || 'buyer_journey',
    user: env('DATABASE_USERNAME') || 'strapi',
    password: env('DATABASE_PASSWORD') || 'strapi',
    ssl: env.bool('DATABASE_SSL', false),
  };
}

/** SQLite unless `DATABASE_CLIENT` says `postgres` or `mysql` (which is MariaDB's as well). */
export default ({ env }: Core.Config.Shared.ConfigParams): { connection: object } => {
  const client = env('DATABASE_CLIENT') || 'sqlite';
  if (client === 'postgres') {
    const schema = env('DATABASE_SCHEMA') || 'public';
    return { connection: { client, connection: { ...server(env, 5432), schema }, pool } };
  }
  if (client === 'mysql') {
    return { connection: { client, connection: server(env, 3306), pool } };
  }
  if (client === 'sqlite') {
    // A relative name counts from the site's folder, which is where Strapi runs.
    const filename = env('DATABASE_FILENAME') || '.tmp/data.db';
    return { connection: { client, connection: { filename }, useNullAsDefault: true } };
  }
  throw new Error(`DATABASE_CLIENT is "${client}". Use sqlite, postgres or mysql.`);
};
