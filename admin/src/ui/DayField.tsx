import { DatePicker, Field } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { calendarDate, dayOfLocalDate } from './calendar-day';

interface DayFieldProps {
  label: string;
  /** As `2026-01-31`. */
  day: string | null;
  onChange: (day: string | null) => void;
}

/** A field for a day. */
export function DayField({ label, day, onChange }: DayFieldProps) {
  const intl = useIntl();
  return (
    <Field.Root>
      <Field.Label>{label}</Field.Label>
      <DatePicker
        size="S"
        locale={intl.locale}
        value={dateOf(day)}
        clearLabel={intl.formatMessage(
          { id: 'buyer-journey.choose.clear', defaultMessage: 'Clear: {field}' },
          { field: label }
        )}
        onClear={() => {
          onChange(null);
        }}
        onChange={(date) => {
          const chosen = date ? dayOfLocalDate(date) : null;
          if (chosen !== null && chosen !== day) onChange(chosen);
        }}
      />
    </Field.Root>
  );
}

/** Anything can stand in an address; what is no day is told by the server. */
function dateOf(day: string | null): Date | undefined {
  if (day === null) return undefined;
  const date = calendarDate(day);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
