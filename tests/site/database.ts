/** A database of its own for each test site: SQLite by default, or as `DATABASE_CLIENT` says. */
import knex from 'knex';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

export interface SiteDatabase {
  /** As `config/database` wants it. */
  connection: object;
  drop(): Promise<void>;
}

/** The database that the tests run on. */
export const DATABASE_CLIENT = process.env.DATABASE_CLIENT ?? 'sqlite';

/** @param name becomes the name of the database, and must be a plain word. */
export async function createDatabase(name: string, dir: string): Promise<SiteDatabase> {
  if (DATABASE_CLIENT === 'sqlite') {
    mkdirSync(dir, { recursive: true });
    return {
      connection: {
        client: 'sqlite',
        connection: { filename: join(dir, 'data.db') },
        useNullAsDefault: true,
      },
      drop: () => Promise.resolve(),
    };
  }
  const isPostgres = DATABASE_CLIENT === 'postgres';
  const server = {
    host: process.env.DATABASE_HOST ?? '127.0.0.1',
    port: Number(process.env.DATABASE_PORT ?? (isPostgres ? 5432 : 3306)),
    user: process.env.DATABASE_USERNAME ?? (isPostgres ? 'postgres' : 'root'),
    password: process.env.DATABASE_PASSWORD ?? '',
  };
  const run = async (statement: string) => {
    const admin = knex({
      client: isPostgres ? 'pg' : 'mysql2',
      connection: { ...server, ...(isPostgres ? { database: 'postgres' } : {}) },
    });
    await admin.raw(statement);
    await admin.destroy();
  };
  await run(`create database ${name}${isPostgres ? '' : ' character set utf8mb4'}`);
  return {
    connection: {
      client: DATABASE_CLIENT,
      connection: { ...server, database: name },
      pool: { min: 0, max: 10 },
    },
    drop: () => run(`drop database if exists ${name}${isPostgres ? ' with (force)' : ''}`),
  };
}

interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
}

/**
 * Waits until Strapi asks its database nothing more. It tells its webhooks what was saved after it
 * has answered, and a pool that is closed meanwhile waits a minute for what will never come.
 */
export async function databaseIsIdle(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client as { pool: Pool };
  for (let idle = 0, checks = 0; idle < 3 && checks < 500; checks += 1) {
    idle = pool.numUsed() + pool.numPendingAcquires() === 0 ? idle + 1 : 0;
    await setTimeout(10);
  }
}
