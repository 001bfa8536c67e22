import type { InboxSort } from '../../../contracts/sales-sourced/inbox';

/** What narrows the inbox. Lists are empty, and the others null, where nothing is chosen. */
export interface InboxFilter {
  /** Empty: all but declined and merged. */
  states: string[];
  kinds: string[];
  /** Slugs, or `none`. */
  stages: string[];
  /** Slugs, or `everyone`. */
  personas: string[];
  /** Ids of admin users, `me` or `none`. */
  owners: string[];
  /** Document ids. */
  reps: string[];
  answered: boolean | null;
  /** Brought in at least so many days ago. */
  olderThan: number | null;
  /** Brought in at most so many days ago. */
  newerThan: number | null;
  search: string | null;
}

/** Which page of which items, in which order. */
export interface InboxQuestion {
  filter: InboxFilter;
  sort: InboxSort;
  /** Counts from 1. */
  page: number;
}

export const NO_FILTER: InboxFilter = {
  states: [],
  kinds: [],
  stages: [],
  personas: [],
  owners: [],
  reps: [],
  answered: null,
  olderThan: null,
  newerThan: null,
  search: null,
};

/** The question as parameters, in the words of the endpoint; what goes without saying is left out. */
export function questionParts({ filter, sort, page }: InboxQuestion): [string, string][] {
  const lists: [string, string[]][] = [
    ['state', filter.states],
    ['kind', filter.kinds],
    ['stage', filter.stages],
    ['persona', filter.personas],
    ['owner', filter.owners],
    ['rep', filter.reps],
  ];
  const singles: [string, string | number | boolean | null][] = [
    ['answered', filter.answered],
    ['olderThan', filter.olderThan],
    ['newerThan', filter.newerThan],
    ['search', filter.search],
    ['sort', sort === 'demand' ? null : sort],
    ['page', page === 1 ? null : page],
  ];
  return [
    ...lists.flatMap(([name, values]): [string, string][] =>
      values.length > 0 ? [[name, values.join(',')]] : []
    ),
    ...singles.flatMap(([name, value]): [string, string][] =>
      value === null ? [] : [[name, String(value)]]
    ),
  ];
}
