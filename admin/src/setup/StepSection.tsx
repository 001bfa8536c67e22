import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Check, ChevronDown } from '@strapi/icons';
import { useId, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import { OPTIONAL_STEPS, type SetupStep, type StepState } from '../../../contracts/setup';
import { useSkipStep } from '../api/setup';
import { PERMISSIONS, useMay } from '../permissions';
import { ErrorNotice } from '../ui/notices';
import { ToneBadge } from '../ui/ToneBadge';
import type { StepTexts } from './step-texts';

const Heading = styled.button`
  display: flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[3]};
  inline-size: 100%;
  padding: ${({ theme }) => theme.spaces[4]};
  border: none;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: none;
  color: ${({ theme }) => theme.colors.neutral800};
  text-align: start;
  cursor: pointer;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }

  > svg {
    flex: none;
  }

  &[aria-expanded='true'] > svg {
    transform: rotate(180deg);
  }
`;

const Mark = styled.span<{ $isDone: boolean }>`
  display: inline-flex;
  flex: none;
  align-items: center;
  justify-content: center;
  inline-size: 2.8rem;
  block-size: 2.8rem;
  border-radius: 50%;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  font-weight: ${({ theme }) => theme.fontWeights.bold};
  color: ${({ theme, $isDone }) => theme.colors[$isDone ? 'success700' : 'neutral700']};
  background: ${({ theme, $isDone }) => theme.colors[$isDone ? 'success100' : 'neutral150']};
`;

const headingId = (step: SetupStep) => `buyer-journey-setup-${step}`;

/** Where the keyboard goes on after the step before. */
export function focusStep(step: SetupStep): void {
  document.getElementById(headingId(step))?.focus();
}

interface StepSectionProps extends StepTexts {
  step: SetupStep;
  position: number;
  state: StepState;
  isOpen: boolean;
  onToggle: () => void;
  /** Null on the last one. */
  onNext: (() => void) | null;
  children: ReactNode;
}

/** One step: closed to a line that says where it stands, or opened to do it. */
export function StepSection(props: StepSectionProps) {
  const { step, position, state, title, hint, summary, isOpen, onToggle, children } = props;
  const body = useId();
  return (
    <Box tag="li" background="neutral0" hasRadius shadow="tableShadow">
      <h2>
        <Heading
          type="button"
          id={headingId(step)}
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={onToggle}
        >
          <Mark $isDone={state === 'done'}>
            {state === 'done' ? <Check aria-hidden fill="currentColor" /> : position}
          </Mark>
          <Flex tag="span" grow={1} gap={3} wrap="wrap" justifyContent="space-between">
            <Typography variant="delta">{title}</Typography>
            <Flex tag="span" gap={3}>
              {summary !== null && <Typography textColor="neutral600">{summary}</Typography>}
              <Box tag="span" shrink={0}>
                <StateBadge state={state} />
              </Box>
            </Flex>
          </Flex>
          <ChevronDown aria-hidden />
        </Heading>
      </h2>
      <Box id={body} hidden={!isOpen}>
        {isOpen && (
          <Flex
            direction="column"
            alignItems="stretch"
            gap={4}
            padding={{ initial: 4, medium: 6 }}
            paddingTop={{ initial: 0, medium: 0 }}
          >
            <Typography tag="p" textColor="neutral600">
              {hint}
            </Typography>
            {children}
            <StepFooter {...props} />
          </Flex>
        )}
      </Box>
    </Box>
  );
}

function StateBadge({ state }: { state: StepState }) {
  const intl = useIntl();
  switch (state) {
    case 'open':
      return null;
    case 'skipped':
      return (
        <ToneBadge tone="neutral">
          {intl.formatMessage({ id: 'buyer-journey.setup.skipped', defaultMessage: 'Skipped' })}
        </ToneBadge>
      );
    case 'done':
      return (
        <ToneBadge tone="success">
          {intl.formatMessage({ id: 'buyer-journey.setup.done', defaultMessage: 'Done' })}
        </ToneBadge>
      );
  }
}

/** On to the next step, with this one done, skipped or left for later. */
function StepFooter({ step, state, onNext }: StepSectionProps) {
  const intl = useIntl();
  const { may: mayUpdate } = useMay(PERMISSIONS.updateSettings);
  const skipping = useSkipStep();
  const optional = OPTIONAL_STEPS.find((one) => one === step);
  return (
    <>
      {skipping.error && (
        <ErrorNotice
          error={skipping.error}
          title={intl.formatMessage({
            id: 'buyer-journey.setup.notSkipped',
            defaultMessage: 'This could not be saved',
          })}
        />
      )}
      <Flex gap={2} wrap="wrap" justifyContent="flex-end">
        {optional && mayUpdate && state === 'open' && (
          <Button
            variant="tertiary"
            loading={skipping.isPending}
            onClick={() => {
              skipping.mutate({ step: optional, skipped: true }, { onSuccess: () => onNext?.() });
            }}
          >
            {intl.formatMessage({
              id: 'buyer-journey.setup.skip',
              defaultMessage: 'Do without it',
            })}
          </Button>
        )}
        {optional && mayUpdate && state === 'skipped' && (
          <Button
            variant="tertiary"
            loading={skipping.isPending}
            onClick={() => {
              skipping.mutate({ step: optional, skipped: false });
            }}
          >
            {intl.formatMessage({
              id: 'buyer-journey.setup.unskip',
              defaultMessage: 'Do it after all',
            })}
          </Button>
        )}
        {onNext && (
          <Button variant={state === 'open' ? 'secondary' : 'default'} onClick={onNext}>
            {state === 'open'
              ? intl.formatMessage({ id: 'buyer-journey.setup.later', defaultMessage: 'Later' })
              : intl.formatMessage({ id: 'buyer-journey.setup.next', defaultMessage: 'Go on' })}
          </Button>
        )}
      </Flex>
    </>
  );
}
