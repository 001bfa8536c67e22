/** CSV as spreadsheets take it: written line by line, and sent as a download. */
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';

import type { Context } from 'koa';
import Papa from 'papaparse';

import { TOTAL_HEADER } from '../../contracts/coverage';
import { PLUGIN_ID } from './constants';
import type { Strapi } from './strapi';

/** Spreadsheets take a file without this mark for an older encoding. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** What stands between several names in one field. */
export const NAME_SEPARATOR = ' | ';

/** Starts of text that a spreadsheet would run, however many lines the text has. */
const FORMULA = /^[=+\-@\t\r]/;

export type CsvField = string | number | null;

/** Rows as lines of CSV, each with its end; text that a spreadsheet would run is held back by a quote. */
export function csvLines(rows: CsvField[][]): string {
  if (rows.length === 0) return '';
  return `${Papa.unparse(rows, { escapeFormulae: FORMULA })}\r\n`;
}

/**
 * Lines as a stream that reads no further than they are taken. SQLite and a fast client never wait, so that
 * other requests, and the news that the client is gone, get their turn after each part.
 */
export function streamOf(parts: AsyncIterable<string>): Readable {
  return Readable.from(givingWay(parts));
}

async function* givingWay(parts: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const part of parts) {
    yield part;
    await setImmediate();
  }
}

/**
 * Answers with a CSV file. A stream that fails halfway takes the connection with it: a file that ends
 * too early must not look like a whole one.
 */
export function sendCsv(
  strapi: Strapi,
  ctx: Context,
  content: Readable | string,
  name: string
): void {
  ctx.body = content;
  ctx.type = 'text/csv; charset=utf-8';
  ctx.attachment(name);
  if (typeof content === 'string') return;
  content.once('error', (error) => {
    strapi.log.error(`${PLUGIN_ID}: ${name} was not sent to its end: ${String(error)}`);
    ctx.res.destroy();
  });
}

/** Says how many rows a file will have, before it is whole. */
export function tellTotal(ctx: Context, total: number): void {
  ctx.set(TOTAL_HEADER, String(total));
  // Or an admin panel on another host could not see it.
  ctx.append('Access-Control-Expose-Headers', TOTAL_HEADER);
}
