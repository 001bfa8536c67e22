import { Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled, useTheme } from 'styled-components';

import { STAGE_COLORS, type StageColor } from '../../../../contracts/taxonomy';
import { StageDot } from '../../ui/StageName';
import { useColorName } from './color-names';
import { contrast, LEAST_CONTRAST } from './contrast';

const Swatch = styled.button`
  inline-size: 2.8rem;
  block-size: 2.8rem;
  padding: 0;
  border: 2px solid ${({ theme }) => theme.colors.neutral0};
  border-radius: 50%;
  box-shadow: 0 0 0 1px ${({ theme }) => theme.colors.neutral300};
  cursor: pointer;

  &[aria-pressed='true'] {
    box-shadow: 0 0 0 3px ${({ theme }) => theme.colors.neutral800};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 4px;
  }
`;

const COLORS = Object.keys(STAGE_COLORS) as StageColor[];

interface ColorFieldProps {
  label: string;
  /** `#rrggbb`, empty for none, or whatever is being typed. */
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** A colour: one of a few that are easy to tell apart, or any other by its code. */
export function ColorField({ label, value, error, onChange }: ColorFieldProps) {
  const intl = useIntl();
  const colorName = useColorName();
  const { colors } = useTheme();
  const isColor = /^#[0-9a-fA-F]{6}$/.test(value);
  const isFaint = isColor && contrast(value, colors.neutral0) < LEAST_CONTRAST;
  return (
    <Field.Root error={error}>
      <Field.Label>{label}</Field.Label>
      <Flex
        gap={2}
        wrap="wrap"
        role="group"
        aria-label={intl.formatMessage({
          id: 'buyer-journey.color.some',
          defaultMessage: 'Colours to choose from',
        })}
      >
        {COLORS.map((name) => (
          <Swatch
            key={name}
            type="button"
            aria-label={colorName(name)}
            title={colorName(name)}
            aria-pressed={STAGE_COLORS[name] === value.toLowerCase()}
            style={{ background: STAGE_COLORS[name] }}
            onClick={() => {
              onChange(STAGE_COLORS[name]);
            }}
          />
        ))}
      </Flex>
      <TextInput
        name="color"
        maxLength={7}
        placeholder="#rrggbb"
        autoComplete="off"
        startAction={<StageDot color={isColor ? value : null} />}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value.trim());
        }}
      />
      <Field.Error />
      {isFaint && (
        <Typography variant="pi" textColor="neutral600" role="status">
          {intl.formatMessage({
            id: 'buyer-journey.color.faint',
            defaultMessage: 'Hard to see on this background. The name always stands beside it.',
          })}
        </Typography>
      )}
    </Field.Root>
  );
}
