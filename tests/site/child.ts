/** A test site in a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import type { Site } from './site';

const ROOT = join(__dirname, '..', '..');

export interface ChildSite {
  url: string;
  /** Ends the process at once, in the middle of whatever it does. */
  kill: () => Promise<void>;
}

/** Serves the data of a stopped site. */
export async function serveElsewhere({ dir }: Pick<Site, 'dir'>): Promise<ChildSite> {
  const hook = join(ROOT, 'tests', 'bench', 'typescript.cjs');
  const script = join(ROOT, 'tests', 'site', 'serve.ts');
  const child = spawn(process.execPath, ['-r', hook, script, dir], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, STRAPI_TELEMETRY_DISABLED: 'true' },
  });
  return { url: await addressOf(child), kill: () => kill(child) };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The process has no output.');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('http://')) return line;
  }
  throw new Error('The site did not start.');
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
