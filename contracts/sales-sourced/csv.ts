/** What crosses between server and admin for items as CSV. */
import { z } from 'zod';

import { cell, type RowError } from '../csv-import';
import { MAX_TEXT } from './fields';
import { inboxFilters } from './inbox';
import { ITEM_KINDS, ITEM_SOURCES } from './items';

/** Columns that an import reads; all but the first may be missing. */
export const IMPORT_COLUMNS = [
  'buyerWords',
  'kind',
  'answer',
  'state',
  'declineReason',
  'stage',
  'resolveByStage',
  'personas',
  'repEmail',
  'account',
  'crmReference',
  'source',
  'externalId',
  'broughtInAt',
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** Columns that an export adds; an import passes over them. */
export const EXPORT_ONLY_COLUMNS = ['documentId', 'rep', 'answered', 'heard', 'demand'] as const;

/** What stands between several personas in one field. */
export const LIST_SEPARATOR = '|';

const oneOf = <Word extends string>(words: readonly Word[]) =>
  cell(255).refine(
    (value): value is Word | null => value === null || words.includes(value as Word),
    `is not one of ${words.join(', ')}`
  );

/** A day, which begins at midnight in UTC, or a moment that names its zone: never the server's own. */
const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** One row, by the names of its columns; empty fields are null. */
export const importRow = z.object({
  buyerWords: cell(MAX_TEXT).refine((value) => value !== null, 'is empty'),
  kind: oneOf(ITEM_KINDS).optional(),
  answer: cell(MAX_TEXT).optional(),
  state: oneOf(['received', 'accepted', 'in_progress', 'declined']).optional(),
  declineReason: cell(2000).optional(),
  stage: cell(255).optional(),
  resolveByStage: cell(255).optional(),
  personas: cell(2000).optional(),
  repEmail: cell(255).optional(),
  account: cell(255).optional(),
  crmReference: cell(255).optional(),
  source: oneOf(ITEM_SOURCES).optional(),
  externalId: cell(255).optional(),
  broughtInAt: cell(40)
    .refine(
      (value) => value === null || moment.safeParse(value).success,
      'is not a date such as 2026-01-31, or a time with its zone such as 2026-01-31T10:00:00Z'
    )
    .refine((value) => value === null || Date.parse(value) >= 0, 'lies before 1970')
    .refine((value) => value === null || Date.parse(value) <= Date.now(), 'lies in the future')
    .optional(),
});
export type ImportRow = z.infer<typeof importRow>;

/** `POST /buyer-journey/sales-sourced/import`, with the file as `file` of a form. */
export const importQuery = z.strictObject({ dryRun: z.enum(['true', 'false']).default('true') });

/**
 * `GET /buyer-journey/sales-sourced/export`: items of every state unless `state` names some. An import
 * takes all of them but merged ones, since what they became is not in the file.
 */
export const exportQuery = z.strictObject(inboxFilters);

/** What an import did, or would do. */
export interface ImportReport {
  dryRun: boolean;
  rows: number;
  /** New items. */
  imported: number;
  /** Rows whose externalId is here already: nothing is done with them. */
  present: number;
  /** The first hundred of them. */
  errors: RowError[];
  errorCount: number;
}
