/** Cursors of the queue: opaque to callers, and of no use but to ask for the page that follows. */
import { createHash } from 'node:crypto';

import { z } from 'zod';

import { refusal } from '../../refusal';
import { LARGEST_ID } from '../../strapi';

/** The last entry of a page. */
export interface Position {
  /** Uid. */
  type: string;
  /** Row id of the version that editors work on. */
  id: number;
}

const VERSION = 1;
const content = z.tuple([
  z.literal(VERSION),
  z.string(),
  z.string().max(255),
  z.int().min(1).max(LARGEST_ID),
]);

/** @param question what the walk asks for, cursor and page size aside. */
export function writeCursor({ type, id }: Position, question: object): string {
  return Buffer.from(JSON.stringify([VERSION, digest(question), type, id])).toString('base64url');
}

/** @throws {ValidationError} naming `cursor` when it is damaged, or belongs to another question. */
export function readCursor(cursor: string, question: object): Position {
  const parsed = content.safeParse(decoded(cursor));
  if (!parsed.success) throw refusal('cursor', 'is damaged, or of another version');
  const [, asked, type, id] = parsed.data;
  if (asked !== digest(question)) {
    throw refusal('cursor', 'belongs to other parameters: keep all of them from page to page');
  }
  return { type, id };
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

const digest = (value: object) =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
