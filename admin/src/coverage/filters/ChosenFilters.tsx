import { Flex, Tag } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useIntl } from 'react-intl';

import type { CoverageFilters } from '../../../../contracts/coverage';
import { isUnfiltered, type CoverageScope } from '../../api/coverage-question';
import { useChosenFilters } from './chosen-filters';

interface ChosenFiltersProps {
  scope: CoverageScope;
  filters: CoverageFilters | undefined;
  onChange: (scope: CoverageScope) => void;
}

/** What is chosen, as tags that can be removed. */
export function ChosenFilters({ scope, filters, onChange }: ChosenFiltersProps) {
  const intl = useIntl();
  const chosen = useChosenFilters(filters)(scope);
  if (isUnfiltered(scope)) return null;
  return (
    <Flex gap={2} wrap="wrap">
      {chosen.map(({ name, without }) => (
        <Tag
          key={name}
          icon={<Cross aria-hidden />}
          label={intl.formatMessage(
            { id: 'buyer-journey.filter.remove', defaultMessage: 'Remove filter: {name}' },
            { name }
          )}
          onClick={() => {
            onChange({ ...scope, ...without });
          }}
        >
          {name}
        </Tag>
      ))}
    </Flex>
  );
}
