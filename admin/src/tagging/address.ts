import { useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

import { filterParts, readFilter, type TaggingFilter } from '../api/tagging-filter';
import { TAGGING_PATH } from '../plugin-id';

/** One entry after the other, or all that fit a filter at once. */
export type TaggingView = 'queue' | 'bulk';

export interface TaggingAddress {
  view: TaggingView;
  filter: TaggingFilter;
}

/** Reads the page's address. */
export function readAddress(parameters: URLSearchParams): TaggingAddress {
  return {
    view: parameters.get('view') === 'bulk' ? 'bulk' : 'queue',
    filter: readFilter(parameters),
  };
}

/** The other way round: the shortest query that `readAddress` turns into the same address. */
export function writeAddress({ view, filter }: TaggingAddress): string {
  const parts = [...(view === 'bulk' ? [['view', 'bulk'] as const] : []), ...filterParts(filter)];
  // Commas and colons stay readable: `type=api::article.article`.
  const readable = (value: string) =>
    encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':');
  return parts.map(([name, value]) => `${name}=${readable(value)}`).join('&');
}

/** The address as state: what is seen survives a reload, the browser's back button and being shared. */
export function useTaggingAddress() {
  const { search } = useLocation();
  const navigate = useNavigate();
  const address = useMemo(() => readAddress(new URLSearchParams(search)), [search]);
  const go = (to: TaggingAddress) => {
    navigate({ pathname: TAGGING_PATH, search: writeAddress(to) });
  };
  return {
    ...address,
    setView: (view: TaggingView) => {
      go({ ...address, view });
    },
    setFilter: (filter: TaggingFilter) => {
      go({ ...address, filter });
    },
  };
}
