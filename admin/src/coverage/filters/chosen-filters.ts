import { useIntl } from 'react-intl';

import type { CoverageFilters } from '../../../../contracts/coverage';
import type { CoverageScope } from '../../api/coverage-question';
import { useFilterNames } from './filter-names';

/** A filter in words, and what is changed to be rid of it. */
export interface ChosenFilter {
  name: string;
  without: Partial<CoverageScope>;
}

/** The filters of a scope in words; slugs and uids that nobody knows are shown as they are. */
export function useChosenFilters(
  filters: CoverageFilters | undefined
): (scope: CoverageScope) => ChosenFilter[] {
  const intl = useIntl();
  const names = useFilterNames();
  return (scope) => {
    const { locale, types, contributor, publishedFrom, publishedTo, freshOnly } = scope;
    const chosen: (ChosenFilter | null)[] = [
      locale === null
        ? null
        : {
            name: filters?.locales.find(({ code }) => code === locale)?.name ?? locale,
            without: { locale: null },
          },
      ...types.map((uid) => ({
        name: filters?.types.find((type) => type.uid === uid)?.displayName ?? uid,
        without: { types: types.filter((other) => other !== uid) },
      })),
      contributor === null
        ? null
        : {
            name:
              filters?.contributors.find(({ slug }) => slug === contributor)?.displayName ??
              contributor,
            without: { contributor: null },
          },
      dayFilter('publishedFrom', publishedFrom),
      dayFilter('publishedTo', publishedTo),
      freshOnly ? { name: names.freshOnly, without: { freshOnly: false } } : null,
    ];
    return chosen.filter((filter) => filter !== null);
  };

  function dayFilter(
    field: 'publishedFrom' | 'publishedTo',
    day: string | null
  ): ChosenFilter | null {
    if (day === null) return null;
    const name = intl.formatMessage(
      { id: 'buyer-journey.filter.day', defaultMessage: '{field} {day}' },
      { field: names[field], day }
    );
    return { name, without: { [field]: null } };
  }
}
