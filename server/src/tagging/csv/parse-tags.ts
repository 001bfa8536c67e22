/** From the bytes of a CSV file to checked rows of tags. */
import {
  TAG_COLUMNS,
  TAGS_CSV_COLUMNS,
  tagsRow,
  type TagsRow,
} from '../../../../contracts/tagging-csv';
import { readCsv, UnreadableCsv, type ParsedCsv } from '../../csv-rows';

/** @throws {UnreadableCsv} when the file as a whole is wrong, says nothing of which entries, or has no tags. */
export function parseTags(bytes: Uint8Array): ParsedCsv<TagsRow> {
  const parsed = readCsv(bytes, {
    columns: TAGS_CSV_COLUMNS,
    passedOver: [],
    needed: ['type'],
    row: tagsRow,
  });
  const has = (...columns: string[]) => columns.some((column) => parsed.columns.includes(column));
  if (!has('documentId', 'title')) {
    throw new UnreadableCsv('The columns documentId and title are both missing.');
  }
  if (!has(...TAG_COLUMNS)) {
    throw new UnreadableCsv(`There is no column to import: ${TAG_COLUMNS.join(', ')}.`);
  }
  return parsed;
}

/** Slugs in a field, each once. */
export function slugsIn(field: string): string[] {
  const slugs = field.split(/[|,]/).map((slug) => slug.trim());
  return [...new Set(slugs.filter((slug) => slug !== ''))];
}
