import { useIntl } from 'react-intl';

import type { CoverageScope } from '../../api/coverage-question';

/** What the filters are called. */
export function useFilterNames(): Record<keyof CoverageScope, string> {
  const intl = useIntl();
  return {
    locale: intl.formatMessage({ id: 'buyer-journey.filter.locale', defaultMessage: 'Locale' }),
    types: intl.formatMessage({ id: 'buyer-journey.filter.type', defaultMessage: 'Content types' }),
    contributor: intl.formatMessage({
      id: 'buyer-journey.filter.contributor',
      defaultMessage: 'Contributor',
    }),
    publishedFrom: intl.formatMessage({
      id: 'buyer-journey.filter.publishedFrom',
      defaultMessage: 'Published from',
    }),
    publishedTo: intl.formatMessage({
      id: 'buyer-journey.filter.publishedTo',
      defaultMessage: 'Published to',
    }),
    freshOnly: intl.formatMessage({
      id: 'buyer-journey.filter.freshOnly',
      defaultMessage: 'Fresh only',
    }),
  };
}
