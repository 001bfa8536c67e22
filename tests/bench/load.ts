/** Many callers at once, from a process of their own, so that they take no time from the server's. */
import { spawn } from 'node:child_process';

import type { Site } from '../site/site';

const CONNECTIONS = 50;
const WARM_UP_SECONDS = 3;
const MB = 1024 * 1024;

/** What a server does while it is asked by all of them. */
export interface Load {
  connections: number;
  /** Answers a second. */
  rate: number;
  /** Answers that are no 200, timeouts and broken connections. */
  errors: number;
  /** Milliseconds. */
  median: number;
  p99: number;
  /** Heap in use after a full collection, in MB. */
  memoryBefore: number;
  memoryAfter: number;
}

interface Report {
  requests: { average: number };
  latency: { p50: number; p99: number };
  errors: number;
  timeouts: number;
  non2xx: number;
}

/** Asks the paths in turn, over and over. */
export async function underLoad(site: Site, paths: string[], seconds: number): Promise<Load> {
  const urls = paths.map((path) => site.url + path);
  await autocannon(urls, WARM_UP_SECONDS);
  const memoryBefore = await heapInUse();
  const { requests, latency, errors, timeouts, non2xx } = await autocannon(urls, seconds);
  return {
    connections: CONNECTIONS,
    rate: requests.average,
    errors: errors + timeouts + non2xx,
    median: latency.p50,
    p99: latency.p99,
    memoryBefore,
    memoryAfter: await heapInUse(),
  };
}

/** Lets requests that are under way end first. */
async function heapInUse(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  global.gc?.();
  return process.memoryUsage().heapUsed / MB;
}

const SCRIPT = `
const autocannon = require('autocannon');
const { urls, connections, duration } = JSON.parse(process.argv[1]);
const [{ origin }] = urls.map((url) => new URL(url));
const requests = urls.map((url) => ({ path: url.slice(origin.length) }));
autocannon({ url: origin, connections, duration, requests }).then((result) => {
  process.stdout.write(JSON.stringify(result));
});
`;

async function autocannon(urls: string[], duration: number): Promise<Report> {
  const settings = JSON.stringify({ urls, connections: CONNECTIONS, duration });
  const child = spawn(process.execPath, ['-e', SCRIPT, settings], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`The callers ended with ${code}.`);
  return JSON.parse(Buffer.concat(output).toString('utf8')) as Report;
}
