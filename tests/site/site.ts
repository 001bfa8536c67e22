/**
 * A throw-away Strapi site: real Strapi, real HTTP, real database, with the plugin loaded from its
 * source. It can be stopped and started again with other content types or options, on the same data.
 */
import { createStrapi, type Core } from '@strapi/strapi';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { createDatabase, databaseIsIdle, type SiteDatabase } from './database';

const SITES = join(__dirname, '..', '.sites');
const PLUGIN = join(__dirname, 'plugin');

export interface Schema {
  info: { singularName: string; pluralName: string; displayName: string };
  [key: string]: unknown;
}

export interface SiteOptions {
  /** Content types by singular name; they become `api::<name>.<name>`. */
  types?: Schema[];
  /** Options of the plugin; null leaves the plugin out of the site. */
  plugin?: object | null;
  /** Whether the site has GraphQL. */
  graphql?: boolean;
  /** Whether the Content-Type Builder may write, as in development. It does not restart the site. */
  develop?: boolean;
}

export interface Site {
  strapi: Core.Strapi;
  url: string;
  dir: string;
  /** What Strapi has warned of since it was last started. */
  warnings: string[];
  /** Stops Strapi; the data stays. */
  stop(): Promise<void>;
  /** Stops Strapi if need be, and starts it again with other options on the same data. */
  restart(options: SiteOptions): Promise<void>;
  /** Stops Strapi and removes the site and its database. */
  remove(): Promise<void>;
}

let count = 0;

/**
 * Starts a new site.
 * @throws what Strapi throws when it cannot boot; the site is removed then.
 */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const name = `site_${process.pid}_${Date.now().toString(36)}_${(count += 1)}`;
  const dir = join(SITES, name);
  const database = await createDatabase(name, dir);
  const site = {
    dir,
    async stop() {
      if (this.strapi as Core.Strapi | undefined) {
        await databaseIsIdle(this.strapi);
        await this.strapi.destroy();
      }
      this.strapi = undefined as unknown as Core.Strapi;
    },
    async restart(next: SiteOptions) {
      await this.stop();
      const booted = await boot(dir, database, next);
      Object.assign(this, booted);
    },
    async remove() {
      await this.stop();
      await database.drop();
      rmSync(dir, { recursive: true, force: true });
    },
  } as Site;
  try {
    await site.restart(options);
  } catch (error) {
    await site.remove();
    throw error;
  }
  return site;
}

async function boot(dir: string, database: SiteDatabase, options: SiteOptions) {
  writeSite(dir, database, options);
  const strapi = createStrapi({
    appDir: dir,
    distDir: dir,
    serveAdminPanel: false,
    autoReload: options.develop === true,
  });
  // Strapi would ask its parent process to start it again, and that is Jest.
  Object.defineProperty(strapi, 'reload', { value: () => undefined });
  const warnings: string[] = [];
  const { warn } = strapi.log;
  strapi.log.warn = (message: unknown) => {
    warnings.push(String(message));
    return warn(message);
  };
  try {
    await withTimeout(strapi.load(), 45_000, 'Strapi did not boot in 45 seconds.');
    strapi.server.mount();
    // Jobs run when a test says so: some tests set the clock.
    strapi.cron.stop();
    // A connection that the server closes while a test picks it up again would fail the test.
    strapi.server.httpServer.keepAliveTimeout = 600_000;
    await new Promise<void>((resolve) => {
      strapi.server.httpServer.listen(0, '127.0.0.1', resolve);
    });
  } catch (error) {
    // Parts of Strapi that never started cannot be stopped; the database must be.
    await strapi.destroy().catch(() => strapi.db.destroy());
    throw error;
  }
  const { port } = strapi.server.httpServer.address() as AddressInfo;
  return { strapi, warnings, url: `http://127.0.0.1:${port}` };
}

/** A boot that fails halfway must fail the test, not leave it hanging. */
async function withTimeout<Result>(work: Promise<Result>, ms: number, message: string) {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(message));
    }, ms);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** The site's files are written anew at each start. */
function writeSite(dir: string, database: SiteDatabase, options: SiteOptions): void {
  rmSync(join(dir, 'src'), { recursive: true, force: true });
  rmSync(join(dir, 'config'), { recursive: true, force: true });
  const write = (path: string, content: string) => {
    const file = join(dir, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, content);
  };
  const json = (value: unknown) => `module.exports = ${JSON.stringify(value, null, 2)};\n`;

  const dependencies = {
    '@strapi/plugin-users-permissions': '*',
    ...(options.graphql ? { '@strapi/plugin-graphql': '*' } : {}),
  };
  write(
    'package.json',
    JSON.stringify({ name: 'test-site', version: '0.0.0', strapi: { uuid: false }, dependencies })
  );
  write('public/uploads/.gitkeep', '');
  write('public/robots.txt', '');
  write('favicon.png', '');
  write('config/database.json', JSON.stringify({ connection: database.connection }));
  write(
    'config/server.json',
    JSON.stringify({
      host: '127.0.0.1',
      port: 0,
      app: { keys: ['test-key'] },
      logger: { updates: { enabled: false } },
    })
  );
  write(
    'config/admin.json',
    JSON.stringify({
      auth: { secret: 'test-secret' },
      apiToken: { salt: 'test-salt' },
      transfer: { token: { salt: 'test-salt' } },
      secrets: { encryptionKey: 'test-encryption-key-of-32-bytes!' },
      autoOpen: false,
      rateLimit: { enabled: false },
    })
  );
  write(
    'config/api.json',
    JSON.stringify({ rest: { maxLimit: 100, defaultLimit: 25, strictParams: true } })
  );
  write('config/logger.js', "module.exports = { level: process.env.TEST_LOG_LEVEL || 'error' };\n");
  write(
    'config/middlewares.json',
    JSON.stringify(
      ['logger', 'errors', 'security', 'cors', 'query', 'body', 'session', 'favicon', 'public'].map(
        (middleware) => `strapi::${middleware}`
      )
    )
  );
  // Strapi wants a module here, and Jest keeps modules: this one reads its content at each start.
  write('options.json', JSON.stringify(pluginsOf(options)));
  write(
    'config/plugins.js',
    `module.exports = () => JSON.parse(require('fs').readFileSync(${JSON.stringify(join(dir, 'options.json'))}, 'utf8'));\n`
  );
  for (const type of options.types ?? []) {
    const { singularName } = type.info;
    const uid = `api::${singularName}.${singularName}`;
    const api = `src/api/${singularName}`;
    write(
      `${api}/content-types/${singularName}/schema.json`,
      JSON.stringify(
        { collectionName: type.info.pluralName.replaceAll('-', '_'), ...type },
        null,
        2
      )
    );
    for (const [folder, kind] of [
      ['routes', 'Router'],
      ['controllers', 'Controller'],
      ['services', 'Service'],
    ]) {
      write(
        `${api}/${folder}/${singularName}.js`,
        `module.exports = require('@strapi/strapi').factories.createCore${kind}('${uid}');\n`
      );
    }
  }
  write('src/index.js', json({}));
}

function pluginsOf({ plugin = {}, graphql = false }: SiteOptions): object {
  return {
    'buyer-journey':
      plugin === null ? { enabled: false } : { enabled: true, resolve: PLUGIN, config: plugin },
    'users-permissions': { config: { jwtSecret: 'test-jwt-secret' } },
    ...(graphql ? { graphql: { config: { landingPage: false } } } : {}),
  };
}
