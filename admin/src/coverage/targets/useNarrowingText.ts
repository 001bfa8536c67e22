import { useIntl } from 'react-intl';

import { narrowingOf, useCoverageFilters } from '../../api/coverage';
import type { CoverageScope } from '../../api/coverage-question';

/** Says which content a target that is set now holds for. */
export function useNarrowingText(): (scope: CoverageScope) => string {
  const intl = useIntl();
  const { data: filters } = useCoverageFilters();
  return (scope) => {
    const { type, locale } = narrowingOf(scope);
    const typeName = filters?.types.find(({ uid }) => uid === type)?.displayName ?? type;
    const localeName = filters?.locales.find(({ code }) => code === locale)?.name ?? locale;
    return intl.formatMessage(
      {
        id: 'buyer-journey.targets.scope',
        defaultMessage:
          'Holds for {narrowed, select, type {{typeName} in all locales} locale {all content in {localeName}} both {{typeName} in {localeName}} other {all content}}.',
      },
      { narrowed: narrowedTo(type, locale), typeName, localeName }
    );
  };
}

function narrowedTo(type: string | undefined, locale: string | undefined): string {
  if (type !== undefined) return locale === undefined ? 'type' : 'both';
  return locale === undefined ? 'no' : 'locale';
}
