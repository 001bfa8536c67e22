/** From the bytes of a CSV file to checked rows of items. */
import {
  EXPORT_ONLY_COLUMNS,
  IMPORT_COLUMNS,
  importRow,
  type ImportRow,
} from '../../../../contracts/sales-sourced/csv';
import { readCsv, type ParsedCsv } from '../../csv-rows';

export type ParsedItems = ParsedCsv<ImportRow>;

/** @throws {UnreadableCsv} when the file as a whole is wrong; see `readCsv`. */
export function parseCsv(bytes: Uint8Array): ParsedItems {
  return readCsv(bytes, {
    columns: IMPORT_COLUMNS,
    passedOver: EXPORT_ONLY_COLUMNS,
    needed: ['buyerWords'],
    row: importRow,
  });
}
