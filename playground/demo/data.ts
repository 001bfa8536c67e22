import { readFileSync } from 'node:fs';
import path from 'node:path';

import { z } from 'zod';

/** The site's folder; compiled, this file is `dist/demo/data.js`. */
export const SITE_DIR = path.resolve(__dirname, '..', '..');
const DEMO_DIR = path.join(SITE_DIR, 'demo');

/**
 * Reads a list from `demo/data`.
 * @throws {Error} naming the file, the place and what is wrong there.
 */
export function readList<Shape extends z.ZodType>(file: string, shape: Shape): z.output<Shape>[] {
  const json: unknown = JSON.parse(readFileSync(path.join(DEMO_DIR, 'data', file), 'utf8'));
  const parsed = z.array(shape).safeParse(json);
  if (!parsed.success) throw new Error(`demo/data/${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Path of a rep's photo. */
export function photoOf(slug: string): string {
  return path.join(DEMO_DIR, 'photos', `${slug}.png`);
}
