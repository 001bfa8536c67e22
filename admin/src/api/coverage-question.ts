/** What coverage is asked about, and how a query says it. */

/** Which live documents the figures are about; null, empty and false leave nothing out. */
export interface CoverageScope {
  locale: string | null;
  types: string[];
  /** Slug of a rep. */
  contributor: string | null;
  /** Days as `2026-01-31`, both included. */
  publishedFrom: string | null;
  publishedTo: string | null;
  freshOnly: boolean;
}

export const EVERYTHING: CoverageScope = {
  locale: null,
  types: [],
  contributor: null,
  publishedFrom: null,
  publishedTo: null,
  freshOnly: false,
};

/** True when nothing is left out. */
export function isUnfiltered(scope: CoverageScope): boolean {
  return scopeParts(scope).length === 0;
}

/** Names and values of a query; the server and the page's address use the same. */
export function scopeParts(scope: CoverageScope): [string, string][] {
  const parts: [string, string | null][] = [
    ['locale', scope.locale],
    ['type', scope.types.length > 0 ? scope.types.join(',') : null],
    ['contributor', scope.contributor],
    ['publishedFrom', scope.publishedFrom],
    ['publishedTo', scope.publishedTo],
    ['freshOnly', scope.freshOnly ? 'true' : null],
  ];
  return parts.flatMap(([name, value]): [string, string][] =>
    value === null ? [] : [[name, value]]
  );
}

const nonEmpty = (value: string | null) => (value === '' ? null : value);

/** The other way round. Values are taken as they are: the server judges them. */
export function readScope(parameters: URLSearchParams): CoverageScope {
  const types = parameters.getAll('type').flatMap((value) => value.split(','));
  return {
    locale: nonEmpty(parameters.get('locale')),
    types: [...new Set(types.filter((type) => type !== ''))],
    contributor: nonEmpty(parameters.get('contributor')),
    publishedFrom: nonEmpty(parameters.get('publishedFrom')),
    publishedTo: nonEmpty(parameters.get('publishedTo')),
    freshOnly: parameters.get('freshOnly') === 'true',
  };
}
