/** What crosses between server and admin for tags as CSV. */
import { z } from 'zod';

import { cell, type RowError } from './csv-import';

/** Columns of tags. One that is absent from a file changes nothing; an empty field takes the tags away. */
export const TAG_COLUMNS = ['stage', 'personas', 'contributors'] as const;
export type TagColumn = (typeof TAG_COLUMNS)[number];

/** `type` and `documentId` or `title` say which entry a row is about. */
export const TAGS_CSV_COLUMNS = ['type', 'documentId', 'locale', 'title', ...TAG_COLUMNS] as const;

/** One row, by the names of its columns; empty fields are null, absent columns undefined. */
export const tagsRow = z.object({
  /** Uid of a tagged content type. */
  type: cell(255).refine((value) => value !== null, 'is empty'),
  documentId: cell(255).optional(),
  /** Empty: the site's default locale, or a type without locales. */
  locale: cell(35).optional(),
  title: cell(10_000).optional(),
  /** A slug. */
  stage: cell(255).optional(),
  /** Slugs, separated by `|` or a comma. */
  personas: cell(10_000).optional(),
  contributors: cell(10_000).optional(),
});
export type TagsRow = z.infer<typeof tagsRow>;

/** `POST /buyer-journey/tagging/tags.csv`, with the file as `file` of a form. */
export const importTagsQuery = z.strictObject({
  dryRun: z.enum(['true', 'false']).default('true'),
  /** `both` tags live versions as well, without publishing other edits. */
  versions: z.enum(['both', 'draft']).default('both'),
});
export type TaggedVersions = z.infer<typeof importTagsQuery>['versions'];

/** What an import of tags did, or would do. Rows, not versions, are counted. */
export interface TagsImportReport {
  dryRun: boolean;
  rows: number;
  /** Rows whose entry gets other tags. */
  changes: number;
  unchanged: number;
  /** Rows whose document id is not known here, and whose entry was found by its title. */
  byTitle: number;
  /** The first hundred of them. */
  errors: RowError[];
  errorCount: number;
}
