import { Field } from '@strapi/design-system';
import { useIntl } from 'react-intl';

interface CsvFileFieldProps {
  /** The chosen file is larger than what the server takes. */
  isTooLarge: boolean;
  disabled: boolean;
  /** Null as soon as another file is looked for. */
  onChoose: (file: File | null) => void;
}

/** Chooses a CSV file. The same file can be chosen again, as it may have been corrected meanwhile. */
export function CsvFileField({ isTooLarge, disabled, onChoose }: CsvFileFieldProps) {
  const intl = useIntl();
  return (
    <Field.Root
      name="file"
      hint={intl.formatMessage({
        id: 'buyer-journey.csv.file.hint',
        defaultMessage: 'In UTF-8, at most 10 MB',
      })}
      error={
        isTooLarge &&
        intl.formatMessage({
          id: 'buyer-journey.csv.file.tooLarge',
          defaultMessage: 'The file is over 10 MB. Split it into several files.',
        })
      }
    >
      <Field.Label>
        {intl.formatMessage({ id: 'buyer-journey.csv.file', defaultMessage: 'CSV file' })}
      </Field.Label>
      <Field.Input
        type="file"
        accept=".csv,text/csv"
        disabled={disabled}
        onClick={(event) => {
          event.currentTarget.value = '';
          onChoose(null);
        }}
        onChange={(event) => {
          onChoose(event.currentTarget.files?.[0] ?? null);
        }}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
