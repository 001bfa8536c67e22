import { useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

import { COVERAGE_PATH } from '../plugin-id';
import type { CoverageScope, EntriesQuestion } from '../api/coverage';

/** What is opened: a cell, the total of a stage (no persona), or what is untagged (stage `none`). */
export type OpenCell = Pick<EntriesQuestion, 'stage' | 'persona' | 'page'>;

/** What the cells of the grid show. */
export const COVERAGE_VIEWS = ['documents', 'priority', 'demand', 'freshness'] as const;
export type CoverageView = (typeof COVERAGE_VIEWS)[number];

/** All that the coverage page keeps in its address. */
export interface CoverageAddress {
  scope: CoverageScope;
  view: CoverageView;
  cell: OpenCell | null;
}

const nonEmpty = (value: string | null) => (value === '' ? null : value);

/** Reads the page's address. Slugs, locale and types are taken as they are: the server judges them. */
export function readAddress(parameters: URLSearchParams): CoverageAddress {
  const types = parameters.getAll('type').flatMap((value) => value.split(','));
  const stage = parameters.get('stage');
  const page = Number(parameters.get('page'));
  const view = parameters.get('view');
  return {
    view: COVERAGE_VIEWS.find((known) => known === view) ?? 'documents',
    scope: {
      locale: nonEmpty(parameters.get('locale')),
      types: [...new Set(types.filter((type) => type !== ''))],
    },
    cell: stage
      ? {
          stage,
          persona: nonEmpty(parameters.get('persona')),
          page: Number.isSafeInteger(page) && page > 0 ? page : 1,
        }
      : null,
  };
}

/** The other way round: the shortest query that `readAddress` turns into the same address. */
export function writeAddress({ scope, view, cell }: CoverageAddress): string {
  const parts: [string, string][] = [];
  if (scope.locale !== null) parts.push(['locale', scope.locale]);
  if (scope.types.length > 0) parts.push(['type', scope.types.join(',')]);
  if (view !== 'documents') parts.push(['view', view]);
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

/** Link to the coverage page with a cell opened. */
export function coverageLink(stage: string, persona: string | null): string {
  const scope = { locale: null, types: [] };
  const cell = { stage, persona, page: 1 };
  return `${COVERAGE_PATH}?${writeAddress({ scope, view: 'documents', cell })}`;
}

/** The address as state: filters and the open cell survive a reload and the browser's back button. */
export function useCoverageAddress() {
  const { search } = useLocation();
  const navigate = useNavigate();
  const address = useMemo(() => readAddress(new URLSearchParams(search)), [search]);

  const setScope = (scope: CoverageScope) => {
    navigate({ search: writeAddress({ ...address, scope, cell: null }) });
  };

  const setView = (view: CoverageView) => {
    navigate({ search: writeAddress({ ...address, view, cell: null }) }, { replace: true });
  };

  const setCell = (cell: OpenCell | null, { replace = false } = {}) => {
    navigate({ search: writeAddress({ ...address, cell }) }, { replace });
  };

  return { ...address, setScope, setView, setCell };
}
