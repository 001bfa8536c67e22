import { Field, TextInput } from '@strapi/design-system';
import { useState } from 'react';

import type { FilterField } from '../../../../contracts/tagging-queue';
import { ChooseOne } from '../../ui/ChooseField';

interface ValueFieldProps {
  label: string;
  field: FilterField;
  value: string | null;
  onChange: (value: string | null) => void;
}

/** The value that a field must have: chosen where there are but some, else typed and taken over on Enter or on leaving. */
export function ValueField({ label, field, value, onChange }: ValueFieldProps) {
  const [typed, setTyped] = useState(value ?? '');
  const [followed, setFollowed] = useState(value);
  // Filters that are cleared elsewhere are cleared here as well.
  if (followed !== value) {
    setFollowed(value);
    setTyped(value ?? '');
  }
  if (field.values) {
    return (
      <ChooseOne
        label={label}
        value={value}
        options={field.values.map((choice) => ({ value: choice, name: choice }))}
        onChange={onChange}
      />
    );
  }
  const takeOver = () => {
    const next = typed.trim() === '' ? null : typed.trim();
    if (next !== value) onChange(next);
  };
  return (
    <Field.Root>
      <Field.Label>{label}</Field.Label>
      <TextInput
        size="S"
        value={typed}
        maxLength={255}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
        onBlur={takeOver}
        onKeyDown={(event) => {
          if (event.key === 'Enter') takeOver();
        }}
      />
    </Field.Root>
  );
}
