import { Field, TextInput } from '@strapi/design-system';
import { useId } from 'react';
import { useIntl } from 'react-intl';

import type { RuleField } from '../../../../contracts/tagging-rules';
import { ChooseOne } from '../../ui/ChooseField';
import { useValueName } from './useValueName';

interface ValueFieldProps {
  field: RuleField;
  value: string;
  onChange: (value: string) => void;
}

const MAX_VALUE = 255;

/** The value that a field must have: one of all there are, or written with those in use at hand. */
export function ValueField({ field, value, onChange }: ValueFieldProps) {
  const intl = useIntl();
  const list = useId();
  const label = intl.formatMessage({ id: 'buyer-journey.rules.value', defaultMessage: 'Value' });
  const valueName = useValueName(field);
  if (field.kind !== 'string' && field.kind !== 'integer') {
    return (
      <ChooseOne
        label={label}
        value={value === '' ? null : value}
        options={field.values.map((one) => ({ value: one.value, name: valueName(one.name) }))}
        onChange={onChange}
      />
    );
  }
  return (
    <Field.Root name="value" required>
      <Field.Label>{label}</Field.Label>
      <TextInput
        list={list}
        maxLength={MAX_VALUE}
        autoComplete="off"
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
      <datalist id={list}>
        {field.values.map((one) => (
          <option key={one.value} value={one.value} />
        ))}
      </datalist>
    </Field.Root>
  );
}
