import { useIntl } from 'react-intl';

import { useCoverageFilters } from '../../api/coverage';
import type { CoverageScope } from '../../api/coverage-question';
import { useChosenFilters } from '../filters/chosen-filters';

/** The filters of a page in words; one sentence when there are none. */
export function useFilterWords(scope: CoverageScope): string {
  const intl = useIntl();
  const { data } = useCoverageFilters();
  const chosen = useChosenFilters(data)(scope);
  return chosen.length > 0
    ? chosen.map(({ name }) => name).join(' · ')
    : intl.formatMessage({
        id: 'buyer-journey.scorecard.unfiltered',
        defaultMessage: 'All live documents, without filters',
      });
}
