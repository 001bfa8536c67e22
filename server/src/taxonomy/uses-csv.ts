/** The list of all uses of a stage or persona as CSV: written, and read back to undo a merge. No database in here. */
import Papa from 'papaparse';

import type { TermKind, TermName } from '../../../contracts/taxonomy-terms';
import { BYTE_ORDER_MARK, csvLines, NAME_SEPARATOR, type CsvField } from '../csv';
import { unescaped } from '../csv-rows';
import type { ListedUse } from '../tagging/list-uses';

const COLUMNS = [
  ...['kind', 'type', 'attribute', 'documentId', 'row', 'locale', 'version', 'title'],
  ...['tags', 'order', 'scope', 'value'],
];
/** Labels above the table that say whose uses they are. */
const KIND = 'uses of the';
const ID = 'document id';

/** A list that cannot be read, and why. */
export class UnreadableList extends Error {}

/** Lines of the file, as they are read. */
export async function* usesCsv(
  kind: TermKind,
  term: TermName,
  now: Date,
  pages: AsyncIterable<ListedUse[]>
): AsyncGenerator<string> {
  const head = [
    [KIND, kind],
    [ID, term.documentId],
    ['slug', term.slug],
    ['name', term.name],
    ['exported', now.toISOString()],
    ['column tags', 'all that the version has in this relation, in order'],
    ['columns scope, value', 'of targets: what they are narrowed to, and how many documents'],
    ['empty titles', 'there is none, or your role may not read it'],
    ['note', 'Keep this file unchanged: a merge is undone with it.'],
  ];
  yield [BYTE_ORDER_MARK, csvLines(head), '\r\n', csvLines([COLUMNS])].join('');
  for await (const uses of pages) yield csvLines(uses.map(fieldsOf));
}

function fieldsOf(use: ListedUse): CsvField[] {
  return [
    ...[use.kind, use.type, use.attribute, use.documentId, use.row, use.locale, use.version],
    ...[use.title, use.tags.join(NAME_SEPARATOR), use.order, use.scope, use.value],
  ];
}

export interface UsesList {
  kind: TermKind;
  documentId: string;
  /** Each with its number in the spreadsheet. */
  uses: (ListedUse & { line: number })[];
}

/** @throws {UnreadableList} for a file that is no such list. */
export function parseUsesCsv(bytes: Uint8Array): UsesList {
  const { lines, at } = tableIn(decode(bytes).replace(BYTE_ORDER_MARK, ''));
  const labels = new Map(lines.slice(0, at).map(([label, value]) => [label, value]));
  const kind = labels.get(KIND);
  const documentId = labels.get(ID);
  if ((kind !== 'stage' && kind !== 'persona') || !/^[A-Za-z0-9]{1,40}$/.test(documentId ?? '')) {
    throw new UnreadableList(`the lines “${KIND}” and “${ID}” above the table are missing`);
  }
  const columns = new Map(lines[at]?.map((column, index) => [column, index]));
  const uses = lines.slice(at + 1).flatMap((line, index) => {
    if (line.every((field) => field === '')) return [];
    const field = (column: string) => line[columns.get(column) ?? -1] ?? '';
    return [{ ...useOf(field), line: at + index + 2 }];
  });
  return { kind, documentId: documentId ?? '', uses };
}

/** As it was exported, or as a spreadsheet of another language saves it. */
const DELIMITERS = [',', ';', '\t'];

/** All lines, and where the one with the names of the columns is. */
function tableIn(text: string): { lines: string[][]; at: number } {
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(text, { delimiter });
    const lines = data.map((line) => line.map(unescaped));
    const at = lines.findIndex((line) => COLUMNS.every((column) => line.includes(column)));
    if (at !== -1) return { lines, at };
  }
  throw new UnreadableList(`there is no line with the columns ${COLUMNS.join(', ')}`);
}

function useOf(field: (column: string) => string): ListedUse {
  const tags = field('tags');
  return {
    kind: KINDS.find((kind) => kind === field('kind')) ?? 'other',
    ...{ type: field('type'), attribute: field('attribute'), documentId: field('documentId') },
    ...{ row: numberIn(field('row')), locale: field('locale'), title: field('title') },
    version: VERSIONS.find((version) => version === field('version')) ?? '',
    tags: tags === '' ? [] : tags.split(NAME_SEPARATOR),
    ...{ order: numberIn(field('order')), scope: field('scope') },
    value: numberIn(field('value')),
  };
}

const KINDS = ['entries', 'items', 'other', 'targets'] as const;
const VERSIONS = ['draft', 'published'] as const;
/** The largest number that every database takes as an id, a place or a target. */
const LARGEST = 2_147_483_647;

function numberIn(text: string): number | null {
  const number = Number(text);
  const isFine = text !== '' && Number.isFinite(number) && Math.abs(number) <= LARGEST;
  return isFine ? number : null;
}

function decode(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // PostgreSQL could not even look it up.
    if (!text.includes('\0')) return text;
  } catch {
    // Said below.
  }
  throw new UnreadableList('it is not in UTF-8: send it as it was exported');
}
