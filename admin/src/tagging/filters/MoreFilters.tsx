import { useState } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { FilterField, TaggingChoices } from '../../../../contracts/tagging-queue';
import type { TaggingFilter } from '../../api/tagging-filter';
import { ChooseMany, ChooseOne } from '../../ui/ChooseField';
import { DayField } from '../../ui/DayField';
import { useFilterNames } from './filter-names';
import { ValueField } from './ValueField';

const Fields = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr));
  gap: ${({ theme }) => theme.spaces[3]};
  align-items: end;
`;

interface MoreFiltersProps {
  filter: TaggingFilter;
  choices: TaggingChoices;
  onChange: (filter: TaggingFilter) => void;
}

/** Filters by type, value of a field, day of the last change, and locale. */
export function MoreFilters({ filter, choices, onChange }: MoreFiltersProps) {
  const intl = useIntl();
  const names = useFilterNames();
  const fields = fieldsOf(choices, filter.types);
  // A field without its value narrows nothing, and has no place in the address yet.
  const [chosenField, setChosenField] = useState(filter.field);
  const field = fields.find(({ name }) => name === (filter.field ?? chosenField));

  return (
    <Fields>
      <ChooseMany
        label={names.types}
        values={filter.types}
        placeholder={intl.formatMessage({
          id: 'buyer-journey.filter.type.all',
          defaultMessage: 'All content types',
        })}
        options={choices.types.map(({ uid, displayName }) => ({ value: uid, name: displayName }))}
        onChange={(types) => {
          onChange({ ...filter, types });
        }}
      />
      <ChooseOne
        label={names.field}
        value={field?.name ?? null}
        placeholder={intl.formatMessage({
          id: 'buyer-journey.tagging.filter.anyField',
          defaultMessage: 'Any',
        })}
        options={fields.map(({ name }) => ({ value: name, name }))}
        onChange={(chosen) => {
          setChosenField(chosen);
          onChange({ ...filter, field: null, value: null });
        }}
        onClear={() => {
          setChosenField(null);
          onChange({ ...filter, field: null, value: null });
        }}
      />
      {field && (
        <ValueField
          key={field.name}
          label={names.value}
          field={field}
          value={filter.value}
          onChange={(value) => {
            onChange({ ...filter, field: value === null ? null : field.name, value });
          }}
        />
      )}
      {(['changedFrom', 'changedTo'] as const).map((name) => (
        <DayField
          key={name}
          size="M"
          label={names[name]}
          day={filter[name]}
          onChange={(day) => {
            onChange({ ...filter, [name]: day });
          }}
        />
      ))}
      {choices.locales.length > 1 && (
        <ChooseOne
          label={names.locale}
          value={filter.locale ?? choices.locales[0]?.code ?? null}
          options={choices.locales.map(({ code, name }) => ({ value: code, name }))}
          onChange={(locale) => {
            onChange({ ...filter, locale: locale === choices.locales[0]?.code ? null : locale });
          }}
        />
      )}
    </Fields>
  );
}

/** A field as two types have it: with the values of both, or free where one of them is. */
function merged(one: FilterField | undefined, other: FilterField): FilterField {
  if (!one) return other;
  const values = one.values && other.values ? [...new Set([...one.values, ...other.values])] : null;
  return { name: one.name, values };
}

/** The fields of the chosen types, or of all; each name once. */
function fieldsOf({ types }: TaggingChoices, chosen: string[]): FilterField[] {
  const fields = new Map<string, FilterField>();
  for (const { uid, fields: own } of types) {
    if (chosen.length > 0 && !chosen.includes(uid)) continue;
    for (const field of own) fields.set(field.name, merged(fields.get(field.name), field));
  }
  return [...fields.values()].sort((a, b) => a.name.localeCompare(b.name));
}
