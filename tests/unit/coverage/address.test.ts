/** What stands in the address of the coverage page, and how the table is sorted by it. */
import { EVERYTHING } from '../../../admin/src/api/coverage-question';
import { readPrefill } from '../../../admin/src/capture/prefill';
import {
  FIRST_ADDRESS,
  readAddress,
  writeAddress,
  type CoverageAddress,
  type TableSort,
} from '../../../admin/src/coverage/address';
import { buildGrid } from '../../../admin/src/coverage/grid/build-grid';
import { sortRows, tableRows } from '../../../admin/src/coverage/table/sort-rows';
import type { Coverage } from '../../../contracts/coverage';

const read = (query: string) => readAddress(new URLSearchParams(query));

const FULL: CoverageAddress = {
  scope: {
    locale: 'de',
    types: ['api::article.article', 'api::faq.faq'],
    contributor: 'maya-rensdal',
    publishedFrom: '2026-01-31',
    publishedTo: '2026-02-28',
    freshOnly: true,
  },
  layout: 'table',
  view: 'sales',
  sort: { column: 'documents', descending: false },
  cell: { stage: 'decision', persona: 'cfo', page: 3 },
};

describe('the address', () => {
  test('is empty for all there is, as a grid of documents', () => {
    expect(read('')).toEqual(FIRST_ADDRESS);
    expect(writeAddress(FIRST_ADDRESS)).toBe('');
  });

  test('is read as it was written', () => {
    expect(read(writeAddress(FULL))).toEqual(FULL);
    expect(writeAddress(FULL)).toContain('type=api::article.article,api::faq.faq');
  });

  test('takes nonsense for nothing where it is about the page, and leaves filters to the server', () => {
    const nonsense = 'layout=pie&view=love&sort=luck:up&stage=&page=-1&freshOnly=maybe&locale=';
    expect(read(nonsense)).toEqual(FIRST_ADDRESS);
    expect(read('publishedFrom=soon').scope).toEqual({ ...EVERYTHING, publishedFrom: 'soon' });
    expect(read('stage=decision&page=x').cell).toEqual({
      ...{ stage: 'decision', persona: null, page: 1 },
    });
  });
});

describe('the table', () => {
  const term = (slug: string) => ({ slug, documentId: slug, name: slug });
  const cell = (stage: string, persona: string | null, documents: number, target: number) => ({
    ...{ stage, persona, documents, target, fresh: 0, gap: 0 },
  });
  const coverage = {
    stages: [term('early'), term('late')],
    personas: [term('cfo')],
    cells: [
      cell('early', 'cfo', 2, 2),
      cell('early', null, 5, 0),
      cell('late', 'cfo', 2, 4),
      cell('late', null, 0, 1),
    ],
    stageTotals: [],
  } as unknown as Coverage;
  const order = (sort: TableSort) =>
    sortRows(tableRows(buildGrid(coverage)), sort).map(
      (row) => `${row.cell.stage} ${row.row.persona ?? ''}`
    );

  test('has a row for each cell, and none for totals', () => {
    expect(order({ column: 'stage', descending: false })).toEqual([
      ...['early cfo', 'early everyone', 'late cfo', 'late everyone'],
    ]);
  });

  test('leaves equal rows in the order of stages, whichever way it is sorted', () => {
    expect(order({ column: 'documents', descending: true })).toEqual([
      ...['early everyone', 'early cfo', 'late cfo', 'late everyone'],
    ]);
    expect(order({ column: 'documents', descending: false })).toEqual([
      ...['late everyone', 'early cfo', 'late cfo', 'early everyone'],
    ]);
    expect(order({ column: 'gap', descending: true })).toEqual([
      ...['late cfo', 'late everyone', 'early cfo', 'early everyone'],
    ]);
  });

  test('keeps what has no figure at the end', () => {
    const rows = tableRows(buildGrid(coverage));
    const known = rows[3];
    if (known) known.cell = { ...known.cell, openDemand: 1 };
    for (const descending of [true, false]) {
      const [first] = sortRows(rows, { column: 'openDemand', descending });
      expect(first?.cell.openDemand).toBe(1);
    }
  });
});

test('a link to capture fills in kind, stage and persona, and nothing it does not know', () => {
  const prefill = (query: string) => readPrefill(new URLSearchParams(query));
  expect(prefill('kind=request&stage=decision&persona=cfo')).toEqual({
    ...{ kind: 'request', stage: 'decision', personas: ['cfo'] },
  });
  expect(prefill('kind=request&stage=decision')).toMatchObject({ personas: [] });
  expect(prefill('kind=poem&buyerWords=hello')).toBeNull();
});
