/**
 * The package as npm would ship it, in a site of its own: installed, opted in by a line of
 * `schema.json`, queried, looked at, and taken out again. Slow: it installs and builds a site.
 */
import knex from 'knex';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { launchChromium, openContext, signInAs } from '../browser/chromium';

const ROOT = join(__dirname, '..', '..');
const MINUTE = 60_000;
const ADMIN = { email: 'admin@example.com', password: 'Package-test-1' };

const site = mkdtempSync(join(tmpdir(), 'buyer-journey-package-'));
let server: ChildProcess | undefined;
let url = '';
let token = '';

function run(command: string, args: string[], cwd: string): string {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, STRAPI_TELEMETRY_DISABLED: 'true', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
}

function write(path: string, content: string | object): void {
  const file = join(site, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
}

/** Versions that the playground is tried with. */
function versions(): Record<string, string> {
  const file = readFileSync(join(ROOT, 'playground', 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(file) as { dependencies: Record<string, string> };
  const wanted = [
    ...['@strapi/strapi', '@strapi/plugin-users-permissions', 'better-sqlite3'],
    ...['react', 'react-dom', 'react-router-dom', 'styled-components'],
  ];
  return Object.fromEntries(wanted.map((name) => [name, dependencies[name] ?? 'latest']));
}

function writeSite(tarball: string): void {
  write('package.json', {
    name: 'a-site',
    version: '0.0.0',
    private: true,
    dependencies: { ...versions(), 'strapi-plugin-buyer-journey': `file:${tarball}` },
    strapi: { uuid: false },
  });
  write(
    'config/database.js',
    "module.exports = { connection: { client: 'sqlite', connection: { filename: '.tmp/data.db' }, useNullAsDefault: true } };\n"
  );
  write(
    'config/server.js',
    "module.exports = ({ env }) => ({ host: '127.0.0.1', port: env.int('PORT'), app: { keys: ['k'] }, logger: { updates: { enabled: false } } });\n"
  );
  write(
    'config/admin.js',
    "module.exports = { auth: { secret: 's' }, apiToken: { salt: 's' }, transfer: { token: { salt: 's' } }, secrets: { encryptionKey: 'a-key-of-32-characters-for-tests' } };\n"
  );
  write('config/api.js', 'module.exports = { rest: { strictParams: true } };\n');
  write(
    'config/middlewares.js',
    `module.exports = ${JSON.stringify(
      ['logger', 'errors', 'security', 'cors', 'query', 'body', 'session', 'favicon', 'public'].map(
        (name) => `strapi::${name}`
      )
    )};\n`
  );
  write(
    'config/plugins.js',
    "module.exports = { 'users-permissions': { config: { jwtSecret: 's' } } };\n"
  );
  write('src/index.js', 'module.exports = {};\n');
  write('public/robots.txt', '');
  write('public/uploads/.gitkeep', '');
  write('favicon.png', '');
  writeSchema(true);
  for (const [folder, kind] of [
    ['routes', 'Router'],
    ['controllers', 'Controller'],
    ['services', 'Service'],
  ]) {
    write(
      `src/api/article/${folder}/article.js`,
      `module.exports = require('@strapi/strapi').factories.createCore${kind}('api::article.article');\n`
    );
  }
}

function writeSchema(optedIn: boolean): void {
  write('src/api/article/content-types/article/schema.json', {
    kind: 'collectionType',
    collectionName: 'articles',
    info: { singularName: 'article', pluralName: 'articles', displayName: 'Article' },
    options: { draftAndPublish: true },
    pluginOptions: optedIn ? { 'buyer-journey': { enabled: true } } : {},
    attributes: { title: { type: 'string' } },
  });
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Installing and packing block this process for longer than a server keeps a quiet connection open. */
const CLOSE = { connection: 'close' };

async function start(): Promise<void> {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const output: string[] = [];
  server = spawn(join(site, 'node_modules', '.bin', 'strapi'), ['start'], {
    cwd: site,
    env: {
      ...process.env,
      PORT: String(port),
      NODE_ENV: 'production',
      STRAPI_TELEMETRY_DISABLED: 'true',
    },
  });
  server.stdout?.on('data', (chunk) => output.push(String(chunk)));
  server.stderr?.on('data', (chunk) => output.push(String(chunk)));
  for (const deadline = Date.now() + 2 * MINUTE; Date.now() < deadline;) {
    if (server.exitCode !== null) throw new Error(`The site did not start:\n${output.join('')}`);
    const answer = await fetch(`${url}/_health`, { headers: CLOSE }).catch(() => null);
    if (answer?.status === 204) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error(`The site did not answer:\n${output.join('')}`);
}

async function stop(): Promise<void> {
  const running = server;
  server = undefined;
  if (!running || running.exitCode !== null) return;
  const ended = new Promise((resolve) => running.once('exit', resolve));
  running.kill('SIGTERM');
  await ended;
}

async function api<Body>(method: string, path: string, body?: object): Promise<Body> {
  const response = await fetch(url + path, {
    method,
    headers: {
      'content-type': 'application/json',
      ...CLOSE,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: body ? JSON.stringify(body) : undefined,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text) as Body;
}

interface Doc {
  id: number;
  documentId: string;
}

beforeAll(async () => {
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', site], ROOT)
  ) as [{ filename: string }];
  writeSite(join(site, filename));
  // Without install scripts: compiling SQLite anew takes longer than all the rest.
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'], site);
  const sqlite = join('node_modules', 'better-sqlite3', 'build');
  cpSync(join(ROOT, sqlite), join(site, sqlite), { recursive: true });
  run(join(site, 'node_modules', '.bin', 'strapi'), ['build'], site);
  await start();
  const { data } = await api<{ data: { token: string } }>('POST', '/admin/register-admin', {
    ...ADMIN,
    firstname: 'Ada',
    lastname: 'Min',
  });
  token = data.token;
}, 12 * MINUTE);

afterAll(async () => {
  await stop();
  rmSync(site, { recursive: true, force: true });
}, MINUTE);

test('holds only what a site needs', () => {
  const [{ files }] = JSON.parse(run('npm', ['pack', '--json', '--dry-run'], ROOT)) as [
    { files: { path: string }[] },
  ];
  const strangers = files
    .map(({ path }) => path)
    .filter(
      (path) =>
        !/^(dist\/(admin|contracts|server)\/|package\.json$|README\.md$|CHANGELOG\.md$|LICENSE$|strapi-(admin|server)\.js$)/.test(
          path
        )
    );
  expect(strangers).toEqual([]);
  expect(files.length).toBeGreaterThan(10);
});

test('gives tagged articles through the site’s own route', async () => {
  const applied = await api<{ data: { created: string[] } }>(
    'POST',
    '/buyer-journey/taxonomy/stage-models/three-stage/apply',
    {}
  );
  expect(applied.data.created).toEqual(['awareness', 'consideration', 'decision']);
  const { data } = await api<{ data: { stages: (Doc & { slug: string })[] } }>(
    'GET',
    '/buyer-journey/taxonomy'
  );
  const decision = data.stages.find(({ slug }) => slug === 'decision');
  const articles = '/content-manager/collection-types/api::article.article';
  for (const [title, journeyStage] of [
    ['What it costs', decision?.documentId],
    ['What hurts', undefined],
  ]) {
    const created = await api<{ data: Doc }>('POST', articles, {
      title,
      ...(journeyStage ? { journeyStage: { connect: [{ documentId: journeyStage }] } } : {}),
    });
    await api('POST', `${articles}/${created.data.documentId}/actions/publish`, {});
  }
  const roles = await api<{ roles: { id: number; type: string }[] }>(
    'GET',
    '/users-permissions/roles'
  );
  const role = roles.roles.find(({ type }) => type === 'public');
  const { role: full } = await api<{ role: { permissions: Record<string, Permissions> } }>(
    'GET',
    `/users-permissions/roles/${role?.id}`
  );
  for (const [plugin, controller] of [
    ['api::article', 'article'],
    ['plugin::buyer-journey', 'stage'],
    ['plugin::buyer-journey', 'content'],
  ] as const) {
    const actions = full.permissions[plugin]?.controllers[controller];
    if (actions?.find) actions.find.enabled = true;
  }
  await api('PUT', `/users-permissions/roles/${role?.id}`, full);

  const answer = await fetch(`${url}/api/articles?filters[journeyStage][slug][$eq]=decision`);
  const { data: found } = (await answer.json()) as { data: { title: string }[] };
  expect(found.map(({ title }) => title)).toEqual(['What it costs']);
});

test('exports what content answers, as types and as a schema', async () => {
  const answer: unknown = await (
    await fetch(`${url}/api/buyer-journey/content?stage=decision`)
  ).json();
  const { contentPage } = createRequire(join(site, 'package.json'))(
    'strapi-plugin-buyer-journey/contracts'
  ) as { contentPage: { parse(answer: unknown): { data: { title: string }[] } } };
  expect(contentPage.parse(answer).data.map(({ title }) => title)).toEqual(['What it costs']);
  write(
    'front-end.ts',
    `import type { ContentPage } from 'strapi-plugin-buyer-journey/contracts';
     export const slugOf = ({ data }: ContentPage): string | null | undefined => data[0]?.slug;`
  );
  const tsc = join(ROOT, 'node_modules', '.bin', 'tsc');
  const options = ['--noEmit', '--strict', '--module', 'esnext', '--moduleResolution', 'bundler'];
  // With the types themselves missing, \`data\` would be anything, and this no error.
  expect(run(tsc, [...options, '--skipLibCheck', 'front-end.ts'], site)).toBe('');
  write(
    'front-end.ts',
    `import type { ContentPage } from 'strapi-plugin-buyer-journey/contracts';
     export const slugOf = ({ data }: ContentPage): number => data[0].slug;`
  );
  expect(() => run(tsc, [...options, '--skipLibCheck', 'front-end.ts'], site)).toThrow();
});

interface Permissions {
  controllers: Record<string, Record<string, { enabled: boolean }> | undefined>;
}

test(
  'shows the coverage page',
  async () => {
    const browser = await launchChromium();
    try {
      const page = await (await openContext(browser)).newPage();
      await signInAs(page, url, ADMIN.email, ADMIN.password);
      await page.goto(`${url}/admin/plugins/buyer-journey/coverage`);
      await page.getByRole('heading', { level: 1, name: 'Coverage' }).waitFor();
      await page.getByRole('columnheader').first().waitFor();
      expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringContaining('Decision')])
      );
      expect(await page.getByRole('main').innerText()).toContain('2 live documents');
    } finally {
      await browser.close();
    }
  },
  2 * MINUTE
);

test(
  'keeps tags whole when the process is killed while it saves',
  async () => {
    const persona = await api<{ data: { created: string[] } }>(
      'POST',
      '/buyer-journey/taxonomy/persona-preset/apply',
      {}
    );
    expect(persona.data.created).not.toEqual([]);
    const { data } = await api<{ data: { stages: Doc[]; personas: Doc[] } }>(
      'GET',
      '/buyer-journey/taxonomy'
    );
    const connect = (list: Doc[]) => ({
      connect: list.map(({ documentId }) => ({ documentId })),
    });
    const tags = {
      journeyStage: connect(data.stages.slice(0, 1)),
      personas: connect(data.personas.slice(0, 2)),
    };
    let cutOff = 0;
    let found = 0;
    // Killed as soon as so many of them are saved, while it saves the next ones.
    for (const enough of [1, 3, 7]) {
      let saved = 0;
      const saves = Array.from({ length: 30 }, async (_, index) => {
        const path = '/content-manager/collection-types/api::article.article/actions/publish';
        await api('POST', path, { title: `Crash ${enough} ${index}`, ...tags });
        saved += 1;
        if (saved === enough) server?.kill('SIGKILL');
      });
      const ended = await Promise.allSettled(saves);
      cutOff += ended.filter(({ status }) => status === 'rejected').length;
      const versions = await versionsWithTags();
      found += versions.length;
      for (const version of versions) {
        expect(version).toMatchObject({ stages: 1, personas: 2, versions: 2 });
      }
      await start();
    }
    // Otherwise nothing was cut off, or nothing had been begun.
    expect(cutOff).toBeGreaterThan(0);
    expect(found).toBeGreaterThan(0);
  },
  3 * MINUTE
);

/** Every version of the articles that were being saved, with how many tags it has. */
async function versionsWithTags(): Promise<unknown[]> {
  const database = knex({
    client: 'better-sqlite3',
    connection: { filename: join(site, '.tmp', 'data.db') },
    useNullAsDefault: true,
  });
  const counted = (table: string, column: string, as: string) =>
    database(table).count('*').where(`${table}.${column}`, database.ref('version.id')).as(as);
  try {
    return await database('articles as version')
      .where('title', 'like', 'Crash %')
      .select<object[]>(
        'title',
        counted('articles_journey_stage_lnk', 'article_id', 'stages'),
        counted('articles_personas_lnk', 'article_id', 'personas'),
        database('articles as other')
          .count('*')
          .where('other.document_id', database.ref('version.document_id'))
          .as('versions')
      );
  } finally {
    await database.destroy();
  }
}

test(
  'leaves a site that boots with all its content when it is removed',
  async () => {
    await stop();
    const manifest = JSON.parse(readFileSync(join(site, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    delete manifest.dependencies['strapi-plugin-buyer-journey'];
    write('package.json', manifest);
    rmSync(join(site, 'node_modules', 'strapi-plugin-buyer-journey'), { recursive: true });
    await start();
    // As a visitor: the public role keeps what it may read.
    const answer = await fetch(`${url}/api/articles?sort=title&filters[title][$startsWith]=What`);
    const { data } = (await answer.json()) as { data: { title: string }[] };
    expect(data.map(({ title }) => title)).toEqual(['What hurts', 'What it costs']);
  },
  3 * MINUTE
);
