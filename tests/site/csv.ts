/** Exported CSV as tests read it. */
import Papa from 'papaparse';

import { get } from './client';
import type { Site } from './site';

/** A file that says what it is before its table. */
export interface ExportedTable {
  /** Labels and what they stand for. */
  head: Partial<Record<string, string>>;
  rows: Record<string, string>[];
}

/** Lines of labels, an empty line, then the table. */
export function parseExport(text: string): ExportedTable {
  const { data, errors } = Papa.parse<string[]>(text.replace('\uFEFF', ''), {
    ...{ newline: '\r\n', delimiter: ',' },
  });
  expect(errors).toEqual([]);
  const empty = data.findIndex((line) => line.length === 1 && line[0] === '');
  const [columns = [], ...lines] = data.slice(empty + 1, -1);
  return {
    head: Object.fromEntries(data.slice(0, empty)) as ExportedTable['head'],
    rows: lines.map((line) =>
      Object.fromEntries(columns.map((column, index) => [column, line[index] ?? '']))
    ),
  };
}

/** Downloads a coverage export. */
export async function exported(
  site: Site,
  what: string,
  search: string,
  token: string
): Promise<ExportedTable> {
  const { status, text } = await get(
    site,
    `/buyer-journey/coverage/export/${what}?${search}`,
    token
  );
  expect({ status, search }).toEqual({ status: 200, search });
  return parseExport(text);
}
