/**
 * Before the browser tests: the playground with its demo content, as `npm run demo` serves it, on a
 * database of its own and a free port. Tests find its address in `PLAYGROUND_URL`, a token of the demo's
 * super admin in `PLAYGROUND_TOKEN`, the address of the example site in `SITE_URL`, and in `PLAYGROUND_SESSIONS` a folder to share sessions in: Strapi
 * lets a person sign in five times in five minutes.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SITE = join(__dirname, '..', '..', 'playground');
const SCRIPT = join(SITE, 'dist', 'demo', 'seed.js');
const FRONT_END = join(SITE, 'site', 'dist', 'server', 'entry.mjs');
const SECONDS_TO_ANSWER = 120;

export default async function startPlayground(): Promise<void> {
  if (!existsSync(SCRIPT) || !existsSync(FRONT_END)) {
    throw new Error('The playground is not built: run `npm test`, which builds what is missing.');
  }
  const folder = mkdtempSync(join(tmpdir(), 'buyer-journey-browser-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const output: string[] = [];
  const server = fork(SCRIPT, ['--serve'], {
    cwd: SITE,
    env: {
      ...process.env,
      DATABASE_CLIENT: 'sqlite',
      DATABASE_FILENAME: join(folder, 'data.db'),
      HOST: '127.0.0.1',
      PORT: String(port),
      NODE_ENV: 'production',
      STRAPI_TELEMETRY_DISABLED: 'true',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const site = await startFrontEnd(url, output);
  process.env.PLAYGROUND_URL = url;
  process.env.SITE_URL = site.url;
  process.env.PLAYGROUND_SESSIONS = folder;
  (globalThis as Playground).stopPlayground = async () => {
    await Promise.all([stop(server), stop(site.server)]);
    rmSync(folder, { recursive: true, force: true });
  };
  keep(server, output);
  for (const end = Date.now() + SECONDS_TO_ANSWER * 1000; Date.now() < end;) {
    if (server.exitCode !== null || site.server.exitCode !== null) break;
    const answers = [await statusOf(`${url}/_health`), await statusOf(site.url)];
    if (answers.join() === '204,200') {
      process.env.PLAYGROUND_TOKEN = await signIn(url);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  await Promise.all([stop(server), stop(site.server)]);
  throw new Error(`The playground did not start:\n${output.slice(-40).join('')}`);
}

/** The example site, as it is built, on a free port. */
async function startFrontEnd(strapiUrl: string, output: string[]) {
  const port = await freePort();
  const server = fork(FRONT_END, [], {
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      STRAPI_URL: strapiUrl,
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  keep(server, output);
  return { server, url: `http://127.0.0.1:${port}` };
}

function keep({ stdout, stderr }: ChildProcess, output: string[]): void {
  for (const stream of [stdout, stderr]) stream?.on('data', (chunk) => output.push(String(chunk)));
}

/** Null while nothing listens there. */
async function statusOf(url: string): Promise<number | null> {
  const answer = await fetch(url).catch(() => null);
  return answer?.status ?? null;
}

/** What the setup leaves for the teardown. */
export type Playground = typeof globalThis & { stopPlayground?: () => Promise<void> };

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  const timer = setTimeout(() => server.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(timer);
}

async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'demo@example.com', password: 'Demo-only-1' }),
  });
  const { data } = (await response.json()) as { data: { token: string } };
  return data.token;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
