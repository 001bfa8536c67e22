import { useIntl } from 'react-intl';

import type { TaggingFilter } from '../../api/tagging-filter';

/** What each filter is called. */
export function useFilterNames(): Record<keyof Omit<TaggingFilter, 'locale'>, string> & {
  locale: string;
} {
  const intl = useIntl();
  return {
    without: intl.formatMessage({
      id: 'buyer-journey.tagging.filter.without',
      defaultMessage: 'What is missing',
    }),
    types: intl.formatMessage({
      id: 'buyer-journey.filter.type',
      defaultMessage: 'Content types',
    }),
    words: intl.formatMessage({
      id: 'buyer-journey.tagging.filter.words',
      defaultMessage: 'Search titles and texts',
    }),
    field: intl.formatMessage({
      id: 'buyer-journey.tagging.filter.field',
      defaultMessage: 'Field',
    }),
    value: intl.formatMessage({
      id: 'buyer-journey.tagging.filter.value',
      defaultMessage: 'Value of the field',
    }),
    changedFrom: intl.formatMessage({
      id: 'buyer-journey.tagging.filter.changedFrom',
      defaultMessage: 'Last changed from',
    }),
    changedTo: intl.formatMessage({
      id: 'buyer-journey.tagging.filter.changedTo',
      defaultMessage: 'Last changed until',
    }),
    locale: intl.formatMessage({ id: 'buyer-journey.filter.locale', defaultMessage: 'Locale' }),
  };
}
