/**
 * Cursors of `GET /content`: opaque to callers, and of no use but to ask for the page that follows.
 * A cursor holds its version, a digest of the parameters it belongs to, the position it goes on from, the time of the
 * first page, and a digest of all these, by which cut and edited ones are told. The same page has the same cursor, so
 * that it can be cached.
 */
import { createHash } from 'node:crypto';

import { z } from 'zod';

import { noNullByte } from '../../../contracts/query';
import { refusal } from '../refusal';

const VERSION = 1;

/** A date as its database writes it in full: more precise than a Date, or a number of milliseconds. */
export type Moment = string | number;

/** Where an entry stands in the order of all entries. */
export interface Position {
  /** When it was published; null stands below all dates. */
  at: Moment | null;
  /** Uid of its content type. */
  type: string;
  documentId: string;
}

/** Where a walk through all pages stands. */
export interface Walk {
  /** Of the last entry that was answered. */
  position: Position;
  /** The last publication that the first page knew of; null where nothing had a date. */
  startedAt: Moment | null;
  /** Time of the first page, where it knew of entries with a date to come; else null. */
  asOf: string | null;
}

const text = z.string().max(255).refine(noNullByte);
const moment = z.union([text, z.number(), z.null()]);
const time = z.iso.datetime().nullable();
const content = z.tuple([z.literal(VERSION), text, moment, text, text, moment, time, text]);

/** @param parameters what the walk asks for, cursor aside. */
export function writeCursor({ position, startedAt, asOf }: Walk, parameters: object): string {
  const { at, type, documentId } = position;
  const parts = [VERSION, digest(parameters), at, type, documentId, startedAt, asOf];
  return Buffer.from(JSON.stringify([...parts, digest(parts)])).toString('base64url');
}

/**
 * @param parameters what the caller asks for, cursor aside.
 * @throws {ValidationError} naming `cursor` when it is damaged, of another version, or of other parameters.
 */
export function readCursor(cursor: string, parameters: object): Walk {
  const parsed = content.safeParse(decoded(cursor));
  if (!parsed.success) throw refusal('cursor', 'is damaged, or of another version');
  const [version, asked, at, type, documentId, startedAt, asOf, seal] = parsed.data;
  const parts = [version, asked, at, type, documentId, startedAt, asOf];
  const walk = { position: { at, type, documentId }, startedAt, asOf };
  if (seal !== digest(parts)) throw refusal('cursor', 'is damaged');
  if (asked !== digest(parameters)) {
    throw refusal('cursor', 'belongs to other parameters: keep all of them from page to page');
  }
  // There are several ways to write the same bytes; only one of them was given out.
  if (writeCursor(walk, parameters) !== cursor) throw refusal('cursor', 'is damaged');
  return walk;
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
