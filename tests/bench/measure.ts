/** What the benches have in common. */
import { startSite, type Site, type SiteOptions } from '../site/site';

/** Median of `rounds` runs in milliseconds, after one to warm up. */
export async function median(rounds: number, work: () => Promise<unknown>): Promise<number> {
  const { only } = await medians(rounds, { only: work });
  return only;
}

/**
 * Medians of several works in milliseconds, after one run each to warm up. They take turns, so that
 * whatever else the machine does weighs on all of them.
 */
export async function medians<Name extends string>(
  rounds: number,
  works: Record<Name, () => Promise<unknown>>
): Promise<Record<Name, number>> {
  const entries = Object.entries(works) as [Name, () => Promise<unknown>][];
  const times = new Map(entries.map(([name]) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, work] of entries) {
      const start = performance.now();
      await work();
      if (round > 0) times.get(name)?.push(performance.now() - start);
    }
  }
  const middle = (of: number[]) => of.sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? NaN;
  return Object.fromEntries(
    entries.map(([name]) => [name, middle(times.get(name) ?? [])])
  ) as Record<Name, number>;
}

/** A ratio that is to stay within a limit. */
export interface Limit {
  name: string;
  ratio: number;
  atMost?: number;
  atLeast?: number;
  /** Said instead of a verdict where the limit is not meant for what was measured. */
  aside?: string;
}

/** Limits as lines, each with its ratio and whether that is within. */
export function limitTable(limits: Limit[]): string {
  return limits
    .map(({ name, ratio, atMost = Infinity, atLeast = 0, aside }) => {
      const limit = atLeast > 0 ? `at least ${atLeast}` : `at most ${atMost}`;
      const verdict = ratio <= atMost && ratio >= atLeast ? 'ok' : 'MISSED';
      return `${name}: x ${ratio.toFixed(2)} (${limit}) ${aside ?? verdict}`;
    })
    .join('\n');
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
