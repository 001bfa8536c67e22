import {
  MultiSelect,
  MultiSelectOption,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { InboxChoices } from '../../../../contracts/sales-sourced/inbox';
import type { InboxFilter } from '../../api/inbox-question';
import { AGES, ageOfValue, ageValue } from './age';
import { useFilterTexts, type ListFilter } from './filter-texts';

const Fields = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr));
  gap: ${({ theme }) => theme.spaces[2]};
`;

/** States have tabs of their own. */
const SHOWN: readonly ListFilter[] = ['kinds', 'stages', 'personas', 'owners', 'reps'];

interface FilterFieldsProps {
  filter: InboxFilter;
  choices: InboxChoices | undefined;
  onChange: (filter: InboxFilter) => void;
}

/** One select per filter. */
export function FilterFields({ filter, choices, onChange }: FilterFieldsProps) {
  const intl = useIntl();
  const texts = useFilterTexts(choices);
  const isKnownAge = ageOfValue(ageValue(filter)) !== null;

  return (
    <Fields>
      {SHOWN.map((name) => (
        <MultiSelect
          key={name}
          size="S"
          aria-label={texts.labels[name]}
          placeholder={texts.labels[name]}
          value={filter[name].filter((value) =>
            texts.options[name].some((option) => option.value === value)
          )}
          customizeContent={(chosen) =>
            intl.formatMessage(
              {
                id: 'buyer-journey.inbox.filter.chosen',
                defaultMessage: '{label}: {count, number}',
              },
              { label: texts.labels[name], count: chosen?.length ?? 0 }
            )
          }
          onChange={(values) => {
            onChange({ ...filter, [name]: values });
          }}
        >
          {texts.options[name].map(({ value, name: option }) => (
            <MultiSelectOption key={value} value={value}>
              {option}
            </MultiSelectOption>
          ))}
        </MultiSelect>
      ))}
      <SingleSelect
        size="S"
        aria-label={intl.formatMessage({
          id: 'buyer-journey.inbox.filter.age',
          defaultMessage: 'Age',
        })}
        placeholder={intl.formatMessage({
          id: 'buyer-journey.inbox.filter.age',
          defaultMessage: 'Age',
        })}
        value={isKnownAge ? ageValue(filter) : null}
        onChange={(value) => {
          onChange({ ...filter, ...ageOfValue(String(value)) });
        }}
      >
        {AGES.map((age) => (
          <SingleSelectOption key={ageValue(age)} value={ageValue(age)}>
            {texts.age(age)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <SingleSelect
        size="S"
        aria-label={intl.formatMessage({
          id: 'buyer-journey.inbox.filter.answered',
          defaultMessage: 'Answered or not',
        })}
        placeholder={intl.formatMessage({
          id: 'buyer-journey.inbox.filter.answered',
          defaultMessage: 'Answered or not',
        })}
        value={filter.answered === null ? null : String(filter.answered)}
        onChange={(value) => {
          onChange({ ...filter, answered: value === 'true' });
        }}
      >
        <SingleSelectOption value="false">{texts.answered(false)}</SingleSelectOption>
        <SingleSelectOption value="true">{texts.answered(true)}</SingleSelectOption>
      </SingleSelect>
    </Fields>
  );
}
