import { Flex, Tag, TextButton } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useIntl } from 'react-intl';

import type { TaggingChoices } from '../../../../contracts/tagging-queue';
import { isNarrowed, NO_FILTER, type TaggingFilter } from '../../api/tagging-filter';
import { useFilterNames } from './filter-names';

interface ChosenFiltersProps {
  filter: TaggingFilter;
  choices: TaggingChoices;
  onChange: (filter: TaggingFilter) => void;
}

/** What the entries are narrowed to, each with a button that removes it. */
export function ChosenFilters({ filter, choices, onChange }: ChosenFiltersProps) {
  const intl = useIntl();
  const names = useFilterNames();
  if (!isNarrowed(filter)) return null;
  const { types, words, field, value, locale } = filter;

  const chosen: { name: string; without: TaggingFilter }[] = types.map((uid) => ({
    name: `${names.types}: ${choices.types.find((type) => type.uid === uid)?.displayName ?? uid}`,
    without: { ...filter, types: types.filter((other) => other !== uid) },
  }));
  if (words !== null) chosen.push({ name: `“${words}”`, without: { ...filter, words: null } });
  if (field !== null && value !== null) {
    chosen.push({ name: `${field}: ${value}`, without: { ...filter, field: null, value: null } });
  }
  for (const name of ['changedFrom', 'changedTo'] as const) {
    const day = filter[name];
    if (day !== null) {
      chosen.push({ name: `${names[name]}: ${day}`, without: { ...filter, [name]: null } });
    }
  }
  if (locale !== null) {
    const { name = locale } = choices.locales.find(({ code }) => code === locale) ?? {};
    chosen.push({ name: `${names.locale}: ${name}`, without: { ...filter, locale: null } });
  }

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
            onChange(without);
          }}
        >
          {name}
        </Tag>
      ))}
      <TextButton
        onClick={() => {
          onChange({ ...NO_FILTER, without: filter.without });
        }}
      >
        {intl.formatMessage({ id: 'buyer-journey.filter.clear', defaultMessage: 'Clear filters' })}
      </TextButton>
    </Flex>
  );
}
