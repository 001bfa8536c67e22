import { Field, Textarea, TextInput } from '@strapi/design-system';

interface TextFieldProps {
  label: string;
  name: string;
  value: string;
  maxLength: number;
  onChange: (value: string) => void;
  required?: boolean;
  hint?: string;
  error?: string;
  /** Several lines. */
  isLong?: boolean;
}

/** A line or a few of text, with its label and what is wrong with it. */
export function TextField(props: TextFieldProps) {
  const { label, name, value, maxLength, onChange, required, hint, error, isLong } = props;
  const field = {
    ...{ name, value, maxLength, autoComplete: 'off' },
    onChange: (event: { currentTarget: { value: string } }) => {
      onChange(event.currentTarget.value);
    },
  };
  return (
    <Field.Root required={required} hint={hint} error={error}>
      <Field.Label>{label}</Field.Label>
      {isLong ? <Textarea {...field} /> : <TextInput {...field} />}
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
