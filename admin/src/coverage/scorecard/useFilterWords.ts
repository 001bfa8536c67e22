import { useIntl } from 'react-intl';

import { scopeParameters, useCoverageFilters, type CoverageScope } from '../../api/coverage';

/** The filters of a page in words, each with what it is about; one sentence when there are none. */
export function useFilterWords(scope: CoverageScope): string {
  const intl = useIntl();
  const { data } = useCoverageFilters();
  const parameters = scopeParameters(scope);
  const names: Partial<Record<string, string>> = {
    locale: intl.formatMessage({ id: 'buyer-journey.filter.locale', defaultMessage: 'Locale' }),
    type: intl.formatMessage({
      id: 'buyer-journey.filter.type',
      defaultMessage: 'Content types',
    }),
    contributor: intl.formatMessage({
      id: 'buyer-journey.scorecard.contributor',
      defaultMessage: 'Contributor',
    }),
    publishedFrom: intl.formatMessage({
      id: 'buyer-journey.scorecard.publishedFrom',
      defaultMessage: 'Published from',
    }),
    publishedTo: intl.formatMessage({
      id: 'buyer-journey.scorecard.publishedTo',
      defaultMessage: 'Published to',
    }),
    freshOnly: intl.formatMessage({
      id: 'buyer-journey.scorecard.freshOnly',
      defaultMessage: 'Fresh documents alone',
    }),
  };
  const known = new Map([
    ...(data?.locales ?? []).map(({ code, name }): [string, string] => [`locale ${code}`, name]),
    ...(data?.types ?? []).map((type): [string, string] => [`type ${type.uid}`, type.displayName]),
    ...(data?.contributors ?? []).map((rep): [string, string] => [
      `contributor ${rep.slug}`,
      rep.displayName,
    ]),
  ]);
  const words = [...parameters].map(([parameter, value]) => {
    const name = names[parameter] ?? parameter;
    if (value === 'true') return name;
    const values = value.split(',').map((part) => known.get(`${parameter} ${part}`) ?? part);
    return intl.formatMessage(
      { id: 'buyer-journey.scorecard.filter', defaultMessage: '{name}: {value}' },
      { name, value: intl.formatList(values, { type: 'unit' }) }
    );
  });
  return words.length > 0
    ? words.join(' · ')
    : intl.formatMessage({
        id: 'buyer-journey.scorecard.unfiltered',
        defaultMessage: 'All live documents, without filters',
      });
}
