import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { ArrowClockwise, WarningCircle } from '@strapi/icons';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

import { useErrorMessage } from '../api/errors';

/** Shown in place of something that is being fetched. */
export function LoadingNotice() {
  const intl = useIntl();
  return (
    <Flex justifyContent="center" padding={8} aria-busy>
      <Loader>
        {intl.formatMessage({ id: 'buyer-journey.state.loading', defaultMessage: 'Loading…' })}
      </Loader>
    </Flex>
  );
}

interface ErrorNoticeProps {
  error: unknown;
  /** What failed; loading, when nothing else is said. */
  title?: string;
  onRetry?: () => void;
  /** Another way out, next to *Try again*. */
  action?: ReactNode;
}

/** Shown where something could not be fetched or saved. */
export function ErrorNotice({ error, title, onRetry, action }: ErrorNoticeProps) {
  const intl = useIntl();
  const errorMessage = useErrorMessage();
  return (
    <Box role="alert" background="neutral0" hasRadius padding={6} borderColor="danger600">
      <Flex gap={4} wrap="wrap" justifyContent="space-between">
        <Flex gap={3} alignItems="flex-start">
          <Flex shrink={0}>
            <WarningCircle aria-hidden fill="danger600" />
          </Flex>
          <Flex direction="column" alignItems="flex-start" gap={1}>
            <Typography fontWeight="bold">
              {title ??
                intl.formatMessage({
                  id: 'buyer-journey.state.error',
                  defaultMessage: 'This could not be loaded',
                })}
            </Typography>
            <Typography textColor="neutral600">{errorMessage(error)}</Typography>
          </Flex>
        </Flex>
        <Flex gap={2}>
          {action}
          {onRetry && (
            <Button variant="tertiary" startIcon={<ArrowClockwise />} onClick={onRetry}>
              {intl.formatMessage({ id: 'buyer-journey.state.retry', defaultMessage: 'Try again' })}
            </Button>
          )}
        </Flex>
      </Flex>
    </Box>
  );
}
