/** What all imports from CSV share: limits, fields, and errors by row. */
import { z } from 'zod';

/** Largest file, in bytes, and the most rows that are imported at once. */
export const MAX_CSV_BYTES = 10 * 1024 * 1024;
export const MAX_CSV_ROWS = 10_000;

/** A field of a row; an empty one is null. */
export const cell = (max: number) =>
  z
    .string()
    .max(max, `is over ${max} characters`)
    .refine((value) => !value.includes('\0'), 'has a null byte')
    .transform((value) => (value.trim() === '' ? null : value.trim()));

export interface RowError {
  /** Counted as a spreadsheet does: the header is row 1. */
  row: number;
  column: string | null;
  message: string;
}
