import {
  Box,
  Button,
  Flex,
  MultiSelect,
  MultiSelectOption,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { Filter } from '@strapi/icons';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import { useCoverageFilters } from '../../api/coverage';
import type { CoverageScope } from '../../api/coverage-question';
import { ChosenFilters } from './ChosenFilters';
import { useFilterNames } from './filter-names';
import { MoreFilters } from './MoreFilters';

interface CoverageFilterBarProps {
  scope: CoverageScope;
  onChange: (scope: CoverageScope) => void;
}

/** Narrows the figures. What is chosen shows as tags that can be removed. */
export function CoverageFilterBar({ scope, onChange }: CoverageFilterBarProps) {
  const intl = useIntl();
  const { data } = useCoverageFilters();
  const names = useFilterNames();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const locales = data?.locales ?? [];
  const types = data?.types ?? [];

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={2} wrap="wrap">
        {locales.length > 0 && (
          <Box width={{ initial: '100%', small: '20rem' }}>
            <SingleSelect
              size="S"
              aria-label={names.locale}
              placeholder={intl.formatMessage({
                id: 'buyer-journey.filter.locale.all',
                defaultMessage: 'All locales',
              })}
              value={locales.some(({ code }) => code === scope.locale) ? scope.locale : null}
              onChange={(locale) => {
                onChange({ ...scope, locale: String(locale) });
              }}
            >
              {locales.map(({ code, name }) => (
                <SingleSelectOption key={code} value={code}>
                  {name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Box>
        )}
        {types.length > 1 && (
          <Box width={{ initial: '100%', small: '24rem' }}>
            <MultiSelect
              size="S"
              aria-label={names.types}
              placeholder={intl.formatMessage({
                id: 'buyer-journey.filter.type.all',
                defaultMessage: 'All content types',
              })}
              value={scope.types.filter((uid) => types.some((type) => type.uid === uid))}
              customizeContent={(chosen) =>
                intl.formatMessage(
                  {
                    id: 'buyer-journey.filter.type.chosen',
                    defaultMessage: '{count, plural, one {# content type} other {# content types}}',
                  },
                  { count: chosen?.length ?? 0 }
                )
              }
              onChange={(chosen) => {
                onChange({ ...scope, types: chosen });
              }}
            >
              {types.map(({ uid, displayName }) => (
                <MultiSelectOption key={uid} value={uid}>
                  {displayName}
                </MultiSelectOption>
              ))}
            </MultiSelect>
          </Box>
        )}
        <Button
          size="S"
          variant="tertiary"
          startIcon={<Filter />}
          aria-expanded={isUnfolded}
          onClick={() => {
            setIsUnfolded(!isUnfolded);
          }}
        >
          {intl.formatMessage({ id: 'buyer-journey.filter.more', defaultMessage: 'More filters' })}
        </Button>
      </Flex>
      {isUnfolded && (
        <MoreFilters scope={scope} contributors={data?.contributors ?? []} onChange={onChange} />
      )}
      <ChosenFilters scope={scope} filters={data} onChange={onChange} />
    </Flex>
  );
}
