/** A server of its own for browser tests: a process that is ended with them. */
import { fork, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';

export const SITE = join(__dirname, '..', '..', 'playground');
export const SEED_SCRIPT = join(SITE, 'dist', 'demo', 'seed.js');
const SECONDS_TO_ANSWER = 120;

export interface RunningServer {
  url: string;
  stop: () => Promise<void>;
}

/**
 * The playground as `npm run demo` serves it, on a database of its own and a free port.
 * @param args further arguments of the script that fills and serves it
 */
export async function startStrapi(...args: string[]): Promise<RunningServer & { folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'buyer-journey-strapi-'));
  const server = await startServer(SEED_SCRIPT, ['--serve', ...args], {
    cwd: SITE,
    path: '/_health',
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: join(folder, 'data.db') },
  });
  return {
    url: server.url,
    folder,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface ServerOptions {
  cwd?: string;
  /** What is asked to see whether it answers. */
  path: string;
  env: NodeJS.ProcessEnv;
}

async function answers(url: string): Promise<boolean> {
  const answer = await fetch(url).catch(() => null);
  return answer?.ok ?? false;
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  const timer = setTimeout(() => server.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(timer);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** @throws {Error} with what it said, when it ends or does not answer. */
export async function startServer(
  script: string,
  args: string[],
  { cwd, path, env }: ServerOptions
): Promise<RunningServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = fork(script, args, {
    cwd,
    env: {
      ...process.env,
      ...env,
      HOST: '127.0.0.1',
      PORT: String(port),
      NODE_ENV: 'production',
      STRAPI_TELEMETRY_DISABLED: 'true',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output: string[] = [];
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (chunk) => output.push(String(chunk)));
  }
  for (const end = Date.now() + SECONDS_TO_ANSWER * 1000; Date.now() < end;) {
    if (server.exitCode !== null) break;
    if (await answers(url + path)) return { url, stop: () => stop(server) };
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  await stop(server);
  throw new Error(`${script} did not start:\n${output.slice(-40).join('')}`);
}
