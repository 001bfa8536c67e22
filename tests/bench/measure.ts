/** What the benches have in common. */
import { startSite, type Site, type SiteOptions } from '../site/site';

/** Median of `rounds` runs in milliseconds, after one to warm up. */
export async function median(rounds: number, work: () => Promise<unknown>): Promise<number> {
  await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? NaN;
}

/** Names and times in milliseconds as lines, each with its ratio to `base`. */
export function table(results: [string, number][], base: number): string {
  const lines = results.map(([name, ms]) => [
    name,
    `${ms.toFixed(1)} ms`,
    `x ${(ms / base).toFixed(2)}`,
  ]);
  const widths = [0, 1, 2].map((column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0))
  );
  return lines
    .map(
      ([name = '', ms = '', ratio = '']) =>
        `${name.padEnd(widths[0] ?? 0)}  ${ms.padStart(widths[1] ?? 0)}  ${ratio.padStart(widths[2] ?? 0)}`
    )
    .join('\n');
}

/** Starts a site, measures on it, removes it, and ends the process. */
export function measure(options: SiteOptions, work: (site: Site) => Promise<void>): void {
  const run = async () => {
    const site = await startSite(options);
    try {
      await work(site);
    } finally {
      await site.remove();
    }
  };
  run().then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    }
  );
}
