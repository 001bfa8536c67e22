/** From the bytes of a CSV file to checked rows. No database in here. */
import Papa from 'papaparse';
import type { z } from 'zod';

import { MAX_CSV_ROWS, type RowError } from '../../contracts/csv-import';

/** What a file is expected to hold. */
export interface CsvShape<Row> {
  /** Columns that are read. */
  columns: readonly string[];
  /** Columns that may be there and are passed over. */
  passedOver: readonly string[];
  /** Those that must be there. */
  needed: readonly string[];
  row: z.ZodType<Row>;
}

export interface ParsedCsv<Row> {
  /** Rows without errors, each with its number in the spreadsheet. */
  rows: { row: number; values: Row }[];
  /** Names of the columns in the file. */
  columns: string[];
  total: number;
  errors: RowError[];
}

/** Empty lines are passed over, up to here: a file of nothing else must not fill the memory. */
const LINES_READ = 2 * MAX_CSV_ROWS + 10;

/** What is wrong with the file as a whole. */
export class UnreadableCsv extends Error {}

/**
 * @throws {UnreadableCsv} for another encoding than UTF-8 or UTF-16 with a byte order mark, unknown,
 *   missing or repeated columns, too many rows, or none.
 */
export function readCsv<Row>(bytes: Uint8Array, shape: CsvShape<Row>): ParsedCsv<Row> {
  const text = decode(bytes);
  const header = Papa.parse<string[]>(text, { preview: 1 });
  const columns = header.data[0] ?? [];
  checkColumns(columns, shape);
  const { data, errors } = Papa.parse<Record<string, unknown>>(text, {
    header: true,
    preview: LINES_READ,
    // Guessed from the header alone: fields may hold lists.
    delimiter: header.meta.delimiter,
  });
  if (data.length === LINES_READ) throw new UnreadableCsv('The file has too many lines.');
  const records = data
    .map((record, index) => ({ record, index }))
    .filter(({ record }) => Object.values(record).some((value) => value !== ''));
  if (records.length === 0) throw new UnreadableCsv('The file has no rows.');
  if (records.length > MAX_CSV_ROWS) {
    throw new UnreadableCsv(`The file has ${records.length} rows; ${MAX_CSV_ROWS} are the most.`);
  }
  const broken = new Map(errors.map(({ row, message }) => [row, message]));
  const parsed: ParsedCsv<Row> = { rows: [], columns, total: records.length, errors: [] };
  for (const { record, index } of records) {
    const row = index + 2;
    const malformed = broken.get(index);
    if (malformed !== undefined) {
      parsed.errors.push({ row, column: null, message: malformed });
      continue;
    }
    const result = shape.row.safeParse(unescapedFields(record));
    if (result.success) parsed.rows.push({ row, values: result.data });
    else {
      const [issue] = result.error.issues;
      const column = issue ? String(issue.path[0] ?? '') : null;
      parsed.errors.push({ row, column, message: issue?.message ?? 'is wrong' });
    }
  }
  return parsed;
}

function decode(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableCsv('The file is not in UTF-8: save it as “CSV UTF-8”.');
  }
}

function checkColumns(
  columns: string[],
  shape: Pick<CsvShape<unknown>, 'columns' | 'passedOver' | 'needed'>
): void {
  const known = [...shape.columns, ...shape.passedOver];
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice !== undefined) throw new UnreadableCsv(`The column ${twice} is there twice.`);
  const unknown = columns.filter((column) => !known.includes(column));
  if (unknown.length > 0) {
    const names = shape.columns.join(', ');
    throw new UnreadableCsv(`Unknown columns: ${unknown.join(', ')}. The columns are ${names}.`);
  }
  const missing = shape.needed.find((column) => !columns.includes(column));
  if (missing !== undefined) throw new UnreadableCsv(`The column ${missing} is missing.`);
}

function unescapedFields(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      typeof value === 'string' ? unescaped(value) : value,
    ])
  );
}

/** The other way round of what keeps spreadsheets from taking a text for a formula. */
export const unescaped = (field: string): string => field.replace(/^'(?=[=+\-@\t\r])/, '');
