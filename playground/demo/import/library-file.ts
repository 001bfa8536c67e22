import { readFileSync } from 'node:fs';

import { z } from 'zod';

/** An issue's message that tells a missing field from a wrong one. */
const orMissing = (message: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? 'is missing' : message),
});

const date = z
  .union(
    [z.iso.date(), z.iso.datetime({ offset: true })],
    orMissing('is not a date such as 2026-01-31')
  )
  .refine((value) => Date.parse(value) <= Date.now(), 'lies in the future');

const text = z.string(orMissing('is not a text'));
const shortText = (maxLength: number) =>
  text.trim().min(1, 'is empty').max(maxLength, `is over ${maxLength} characters`);

/** One piece of content of a library file. Other keys are refused. */
export const libraryRow = z.strictObject(
  {
    type: shortText(100),
    slug: shortText(255).regex(/^[A-Za-z0-9-_.~]*$/, 'may hold only letters, digits and - _ . ~'),
    title: shortText(255),
    description: text,
    /** null: the source does not say when. */
    publishedAt: date.nullable(),
    author: shortText(255).nullable(),
    tags: z.array(shortText(100), orMissing('is not a list')),
    /** Markdown. */
    body: text,
  },
  {
    error: ({ code, keys }) =>
      code === 'unrecognized_keys' ? `has unknown keys: ${keys.join(', ')}` : 'is not an object',
  }
);
export type LibraryRow = z.infer<typeof libraryRow>;

/**
 * Reads a library file; its rows are not checked yet.
 * @throws {Error} when it cannot be read, is empty, or is not a list in JSON.
 */
export function readLibraryFile(file: string): unknown[] {
  const content = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  if (content.trim() === '') throw new Error(`${file} is empty.`);
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    throw new Error(`${file} is not JSON: ${String(error)}`);
  }
  if (!Array.isArray(json)) throw new Error(`${file} is not a list of content: [ { … }, … ].`);
  if (json.length === 0) throw new Error(`${file} is an empty list.`);
  return json;
}

/** What is wrong with a row, in one line. */
export function problemsOf({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => [...path, message].join(' ')).join('; ');
}
