import type { EntryFilter } from '../../../contracts/tag-change';

/** What narrows the entries to tag. Empty and null leave nothing out. */
export interface TaggingFilter {
  /** `any`: whatever tags they have. */
  without: 'stage' | 'persona' | 'any';
  /** Uids. */
  types: string[];
  words: string | null;
  /** A value counts with its field alone. */
  field: string | null;
  value: string | null;
  /** Days as `2026-01-31`, both included. */
  changedFrom: string | null;
  changedTo: string | null;
  locale: string | null;
}

export const NO_FILTER: TaggingFilter = {
  ...{ without: 'stage', types: [], words: null, field: null, value: null },
  ...{ changedFrom: null, changedTo: null, locale: null },
};

/** Names and values of a query; the server and the page's address use the same. */
export function filterParts(filter: TaggingFilter): [string, string][] {
  const { without, types, words, changedFrom, changedTo, locale } = filter;
  const parts: [string, string | null][] = [
    ['without', without === 'stage' ? null : without],
    ['type', types.length > 0 ? types.join(',') : null],
    ...Object.entries({ words, ...fieldValue(filter), changedFrom, changedTo, locale }),
  ];
  return parts.flatMap(([name, value]): [string, string][] =>
    value === null ? [] : [[name, value]]
  );
}

/** The filter as a body carries it. */
export function filterBody(filter: TaggingFilter): EntryFilter {
  const { without, types, words, changedFrom, changedTo, locale } = filter;
  const { field, value } = fieldValue(filter);
  return {
    ...(without === 'any' ? {} : { without }),
    ...(types.length === 0 ? {} : { type: types }),
    ...(words === null ? {} : { words }),
    ...(field === null || value === null ? {} : { field, value }),
    ...(changedFrom === null ? {} : { changedFrom }),
    ...(changedTo === null ? {} : { changedTo }),
    ...(locale === null ? {} : { locale }),
  };
}

/** A field without a value narrows nothing yet. */
function fieldValue({ field, value }: TaggingFilter): Pick<TaggingFilter, 'field' | 'value'> {
  return field === null || value === null ? { field: null, value: null } : { field, value };
}

/** Whether something is left out beside what has the tag that is looked for. */
export function isNarrowed(filter: TaggingFilter): boolean {
  return filterParts({ ...filter, without: 'stage' }).length > 0;
}

const nonEmpty = (value: string | null) => (value === null || value.trim() === '' ? null : value);

/** The other way round. Values are taken as they are: the server judges them. */
export function readFilter(parameters: URLSearchParams): TaggingFilter {
  const without = parameters.get('without');
  const types = parameters.getAll('type').flatMap((value) => value.split(','));
  const text = (name: string) => nonEmpty(parameters.get(name));
  return {
    without: without === 'persona' || without === 'any' ? without : 'stage',
    types: [...new Set(types.filter((type) => type !== ''))],
    ...{ words: text('words'), field: text('field'), value: text('value') },
    ...{ changedFrom: text('changedFrom'), changedTo: text('changedTo'), locale: text('locale') },
  };
}
