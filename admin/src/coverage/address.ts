import { useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

import { COVERAGE_PATH } from '../plugin-id';
import type { EntriesQuestion } from '../api/coverage';
import { EVERYTHING, readScope, scopeParts, type CoverageScope } from '../api/coverage-question';

/** What is opened: a cell, the total of a stage (no persona), what is untagged (stage `none`), or all (`*`). */
export type OpenCell = Pick<EntriesQuestion, 'stage' | 'persona' | 'page'>;

/** How the cells are laid out: as a grid, as a table that can be sorted, or as a list of what to do first. */
export const COVERAGE_LAYOUTS = ['grid', 'table', 'gaps'] as const;
export type CoverageLayout = (typeof COVERAGE_LAYOUTS)[number];

/** What the cells of the grid show. */
export const COVERAGE_VIEWS = ['documents', 'priority', 'demand', 'freshness', 'sales'] as const;
export type CoverageView = (typeof COVERAGE_VIEWS)[number];

/** Columns that the table can be sorted by. */
export const TABLE_COLUMNS = [
  ...(['stage', 'persona', 'documents', 'target', 'gap', 'fresh'] as const),
  ...(['openDemand', 'openItems', 'priority', 'sales'] as const),
] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

export interface TableSort {
  column: TableColumn;
  descending: boolean;
}

/** What matters most comes first. */
export const DEFAULT_SORT: TableSort = { column: 'priority', descending: true };

/** How the same figures are looked at. */
export interface CoverageLook {
  layout: CoverageLayout;
  view: CoverageView;
  sort: TableSort;
}

/** All that the coverage page keeps in its address. */
export interface CoverageAddress extends CoverageLook {
  scope: CoverageScope;
  cell: OpenCell | null;
}

const oneOf = <Known extends string>(known: readonly Known[], value: string | null) =>
  known.find((one) => one === value);

function readSort(value: string | null): TableSort {
  const [name = null, direction] = value?.split(':') ?? [];
  const column = oneOf(TABLE_COLUMNS, name);
  return column ? { column, descending: direction === 'desc' } : DEFAULT_SORT;
}

/** Reads the page's address. Slugs and filters are taken as they are: the server judges them. */
export function readAddress(parameters: URLSearchParams): CoverageAddress {
  const stage = parameters.get('stage');
  const page = Number(parameters.get('page'));
  const persona = parameters.get('persona');
  return {
    scope: readScope(parameters),
    layout: oneOf(COVERAGE_LAYOUTS, parameters.get('layout')) ?? 'grid',
    view: oneOf(COVERAGE_VIEWS, parameters.get('view')) ?? 'documents',
    sort: readSort(parameters.get('sort')),
    cell: stage
      ? {
          stage,
          persona: persona === '' ? null : persona,
          page: Number.isSafeInteger(page) && page > 0 ? page : 1,
        }
      : null,
  };
}

/** The other way round: the shortest query that `readAddress` turns into the same address. */
export function writeAddress({ scope, layout, view, sort, cell }: CoverageAddress): string {
  const parts = scopeParts(scope);
  if (layout !== 'grid') parts.push(['layout', layout]);
  if (view !== 'documents') parts.push(['view', view]);
  if (sort.column !== DEFAULT_SORT.column || sort.descending !== DEFAULT_SORT.descending) {
    parts.push(['sort', `${sort.column}:${sort.descending ? 'desc' : 'asc'}`]);
  }
  if (cell) {
    parts.push(['stage', cell.stage]);
    if (cell.persona !== null) parts.push(['persona', cell.persona]);
    if (cell.page > 1) parts.push(['page', String(cell.page)]);
  }
  // Colons and commas stay readable: `type=api::article.article,api::guide.guide`.
  const readable = (value: string) =>
    encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2C', ',');
  return parts.map(([name, value]) => `${name}=${readable(value)}`).join('&');
}

/** The address of the page as it is at first. */
export const FIRST_ADDRESS: CoverageAddress = {
  ...{ scope: EVERYTHING, layout: 'grid', view: 'documents', sort: DEFAULT_SORT, cell: null },
};

/** Link to the coverage page with a cell opened. */
export function coverageLink(stage: string, persona: string | null): string {
  return `${COVERAGE_PATH}?${writeAddress({ ...FIRST_ADDRESS, cell: { stage, persona, page: 1 } })}`;
}

/** The address as state: filters and the open cell survive a reload and the browser's back button. */
export function useCoverageAddress() {
  const { search } = useLocation();
  const navigate = useNavigate();
  const address = useMemo(() => readAddress(new URLSearchParams(search)), [search]);

  const setScope = (scope: CoverageScope) => {
    navigate({ search: writeAddress({ ...address, scope, cell: null }) });
  };

  const setLook = (look: Partial<CoverageLook>) => {
    navigate({ search: writeAddress({ ...address, ...look, cell: null }) }, { replace: true });
  };

  const setCell = (cell: OpenCell | null, { replace = false } = {}) => {
    navigate({ search: writeAddress({ ...address, cell }) }, { replace });
  };

  return { address, setScope, setLook, setCell };
}
