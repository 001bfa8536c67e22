/** Who works on a run: a process of an instance, told from all others, and whether it still lives. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

import type { Strapi } from '../../strapi';

const names = new WeakMap<Strapi, string>();

/** Name of this instance of Strapi, another one after each start. */
export function workerOf(strapi: Strapi): string {
  const name = names.get(strapi) ?? `${hostname()} ${process.pid} ${randomUUID()}`;
  names.set(strapi, name);
  return name;
}

/** Milliseconds without a sign after which a worker counts as dead, wherever it ran. */
const SILENCE = 60_000;

/**
 * Whether a worker is gone for good: its process on this machine is, or it has given no sign for a minute. One with the number of
 * this process may be in another container, where it is the first process as well: that is known by its signs alone.
 * @param now in milliseconds.
 */
export function isDead(
  strapi: Strapi,
  worker: string | null,
  heartbeatAt: Date | string | null,
  now: number
): boolean {
  if (worker === workerOf(strapi)) return false;
  if (heartbeatAt === null || now - new Date(heartbeatAt).getTime() > SILENCE) return true;
  const [host, pid] = (worker ?? '').split(' ');
  return host === hostname() && !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and belongs to somebody else.
    return (error as { code?: string }).code === 'EPERM';
  }
}
