import { Field, NumberInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { MAX_TARGET } from '../../../../contracts/targets';

interface TargetFieldProps {
  value: number | undefined;
  hint: string;
  onChange: (value: number | undefined) => void;
}

/** Whether it can be saved. */
export const isTarget = (value: number | undefined): value is number =>
  value !== undefined && Number.isInteger(value) && value >= 0 && value <= MAX_TARGET;

/** How many documents there should be. */
export function TargetField({ value, hint, onChange }: TargetFieldProps) {
  const intl = useIntl();
  const error =
    value !== undefined && !isTarget(value)
      ? intl.formatMessage(
          {
            id: 'buyer-journey.targets.wrong',
            defaultMessage: 'A whole number from 0 to {max, number}',
          },
          { max: MAX_TARGET }
        )
      : undefined;
  return (
    <Field.Root hint={hint} error={error}>
      <Field.Label>
        {intl.formatMessage({ id: 'buyer-journey.targets.target', defaultMessage: 'Target' })}
      </Field.Label>
      <NumberInput name="target" value={value} onValueChange={onChange} />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
