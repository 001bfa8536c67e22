import {
  Box,
  Flex,
  MultiSelect,
  MultiSelectOption,
  SingleSelect,
  SingleSelectOption,
  Tag,
} from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useIntl } from 'react-intl';

import { useCoverageFilters, type CoverageScope } from '../api/coverage';

interface CoverageFilterBarProps {
  scope: CoverageScope;
  onChange: (scope: CoverageScope) => void;
}

/** Narrows the figures to a locale and content types. What is chosen shows as tags that can be removed. */
export function CoverageFilterBar({ scope, onChange }: CoverageFilterBarProps) {
  const intl = useIntl();
  const { data } = useCoverageFilters();
  const locales = data?.locales ?? [];
  const types = data?.types ?? [];
  if (locales.length === 0 && types.length < 2 && isUnfiltered(scope)) return null;

  const localeName = locales.find(({ code }) => code === scope.locale)?.name ?? scope.locale;
  const typeName = (uid: string) => types.find((type) => type.uid === uid)?.displayName ?? uid;
  const localeLabel = intl.formatMessage({
    id: 'buyer-journey.filter.locale',
    defaultMessage: 'Locale',
  });
  const typeLabel = intl.formatMessage({
    id: 'buyer-journey.filter.type',
    defaultMessage: 'Content types',
  });
  const removeLabel = (name: string) =>
    intl.formatMessage(
      { id: 'buyer-journey.filter.remove', defaultMessage: 'Remove filter: {name}' },
      { name }
    );

  return (
    <Flex gap={2} wrap="wrap">
      {locales.length > 0 && (
        <Box width={{ initial: '100%', small: '20rem' }}>
          <SingleSelect
            size="S"
            aria-label={localeLabel}
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
            aria-label={typeLabel}
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
      {localeName !== null && (
        <Tag
          icon={<Cross aria-hidden />}
          label={removeLabel(localeName)}
          onClick={() => {
            onChange({ ...scope, locale: null });
          }}
        >
          {localeName}
        </Tag>
      )}
      {scope.types.map((uid) => (
        <Tag
          key={uid}
          icon={<Cross aria-hidden />}
          label={removeLabel(typeName(uid))}
          onClick={() => {
            onChange({ ...scope, types: scope.types.filter((other) => other !== uid) });
          }}
        >
          {typeName(uid)}
        </Tag>
      ))}
    </Flex>
  );
}

/** True when the figures are about everything. */
export function isUnfiltered({ locale, types }: CoverageScope): boolean {
  return locale === null && types.length === 0;
}
