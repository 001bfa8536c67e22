import {
  Field,
  MultiSelect,
  MultiSelectOption,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { useIntl } from 'react-intl';

interface Option {
  value: string;
  name: string;
}

interface ChooseOneProps {
  label: string;
  value: string | null;
  options: Option[];
  onChange: (value: string) => void;
  /** Without it there is always a value. */
  onClear?: () => void;
  placeholder?: string;
  isDisabled?: boolean;
}

/** A field that holds one of several values. */
export function ChooseOne({ label, value, options, onChange, ...more }: ChooseOneProps) {
  const intl = useIntl();
  return (
    <Field.Root>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={value}
        disabled={more.isDisabled ?? false}
        placeholder={
          more.placeholder ??
          intl.formatMessage({ id: 'buyer-journey.choose.none', defaultMessage: 'None' })
        }
        clearLabel={intl.formatMessage(
          { id: 'buyer-journey.choose.clear', defaultMessage: 'Clear: {field}' },
          { field: label }
        )}
        onClear={more.onClear}
        onChange={(chosen) => {
          onChange(String(chosen));
        }}
      >
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}

interface ChooseManyProps {
  label: string;
  values: string[];
  options: Option[];
  onChange: (values: string[]) => void;
  placeholder?: string;
}

/** A field that holds any of several values. */
export function ChooseMany({ label, values, options, onChange, placeholder }: ChooseManyProps) {
  const intl = useIntl();
  const nameOf = (value: string) => options.find((option) => option.value === value)?.name ?? value;
  return (
    <Field.Root>
      <Field.Label>{label}</Field.Label>
      <MultiSelect
        value={values}
        placeholder={
          placeholder ??
          intl.formatMessage({ id: 'buyer-journey.choose.none', defaultMessage: 'None' })
        }
        customizeContent={(chosen) => intl.formatList((chosen ?? []).map(nameOf))}
        onChange={onChange}
      >
        {options.map((option) => (
          <MultiSelectOption key={option.value} value={option.value}>
            {option.name}
          </MultiSelectOption>
        ))}
      </MultiSelect>
    </Field.Root>
  );
}
