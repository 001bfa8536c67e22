import { Combobox, ComboboxOption, Field, Flex, Checkbox } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { CoverageFilters } from '../../../../contracts/coverage';
import type { CoverageScope } from '../../api/coverage-question';
import { DayField } from '../../ui/DayField';
import { useFilterNames } from './filter-names';

const Fields = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr));
  gap: ${({ theme }) => theme.spaces[3]};
  align-items: end;
`;

interface MoreFiltersProps {
  scope: CoverageScope;
  contributors: CoverageFilters['contributors'];
  onChange: (scope: CoverageScope) => void;
}

/** Filters that are needed now and then: by rep, by day of publication, and fresh documents alone. */
export function MoreFilters({ scope, contributors, onChange }: MoreFiltersProps) {
  const intl = useIntl();
  const names = useFilterNames();
  const clear = (field: string) =>
    intl.formatMessage(
      { id: 'buyer-journey.choose.clear', defaultMessage: 'Clear: {field}' },
      { field }
    );

  return (
    <Fields>
      <Field.Root>
        <Field.Label>{names.contributor}</Field.Label>
        <Combobox
          size="S"
          value={scope.contributor ?? ''}
          clearLabel={clear(names.contributor)}
          onClear={() => {
            onChange({ ...scope, contributor: null });
          }}
          onChange={(contributor) => {
            if (contributor) onChange({ ...scope, contributor });
          }}
        >
          {contributors.map(({ slug, displayName }) => (
            <ComboboxOption key={slug} value={slug}>
              {displayName}
            </ComboboxOption>
          ))}
        </Combobox>
      </Field.Root>
      {(['publishedFrom', 'publishedTo'] as const).map((name) => (
        <DayField
          key={name}
          label={names[name]}
          day={scope[name]}
          onChange={(day) => {
            onChange({ ...scope, [name]: day });
          }}
        />
      ))}
      <Flex paddingBottom={2}>
        <Checkbox
          checked={scope.freshOnly}
          onCheckedChange={(checked) => {
            onChange({ ...scope, freshOnly: checked === true });
          }}
        >
          {names.freshOnly}
        </Checkbox>
      </Flex>
    </Fields>
  );
}
