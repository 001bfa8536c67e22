import { Field, Flex, Textarea, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import { MAX_TEXT } from '../../../contracts/sales-sourced/fields';

/** The counter shows once so much of the limit is used. */
const NEAR_THE_LIMIT = 0.9;

/** A question is read in full, on as many lines as it takes. */
const Label = styled(Field.Label)`
  white-space: normal;
`;

interface LongTextFieldProps {
  id: string;
  label: string;
  /** Makes the label the heading that it is on the capture page. */
  isMain?: boolean;
  required?: boolean;
  /** Locked while it is being saved. */
  isLocked: boolean;
  minHeight?: string;
  value: string;
  error: string | undefined;
  /** Shown below the box. */
  note?: ReactNode;
  onChange: (value: string) => void;
}

/** A box for a text of up to 10,000 characters. Nothing that was typed or pasted is cut off. */
export function LongTextField({
  id,
  label,
  isMain = false,
  required = false,
  isLocked,
  minHeight = '9.6rem',
  value,
  error,
  note,
  onChange,
}: LongTextFieldProps) {
  const intl = useIntl();
  return (
    <Field.Root id={id} required={required} error={error}>
      <Label variant={isMain ? 'delta' : 'pi'}>{label}</Label>
      <Textarea
        minHeight={minHeight}
        readOnly={isLocked}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <Flex justifyContent="space-between" gap={3}>
        {note}
        {value.length >= MAX_TEXT * NEAR_THE_LIMIT && (
          <Typography
            variant="pi"
            textColor={value.length > MAX_TEXT ? 'danger600' : 'neutral600'}
            textAlign="right"
          >
            {intl.formatMessage(
              {
                id: 'buyer-journey.capture.length',
                defaultMessage: '{length, number} of {most, number} characters',
              },
              { length: value.length, most: MAX_TEXT }
            )}
          </Typography>
        )}
      </Flex>
      <Field.Error />
    </Field.Root>
  );
}
