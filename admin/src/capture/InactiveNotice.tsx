import { Box, Flex, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { useIntl } from 'react-intl';

/** Why a rep whose profile was deactivated can add nothing. */
export function InactiveNotice() {
  const intl = useIntl();
  return (
    <Box background="neutral0" hasRadius padding={6} borderColor="neutral200">
      <Flex gap={3} alignItems="flex-start">
        <Flex shrink={0}>
          <Lock aria-hidden fill="neutral600" />
        </Flex>
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography tag="h2" fontWeight="bold">
            {intl.formatMessage({
              id: 'buyer-journey.capture.inactive',
              defaultMessage: 'Your profile as a rep is no longer active',
            })}
          </Typography>
          <Typography tag="p" textColor="neutral600">
            {intl.formatMessage({
              id: 'buyer-journey.capture.inactive.hint',
              defaultMessage:
                'What you add would be credited to it, so nothing can be added until it is active again. Ask someone who manages the reps. What you brought in before is kept.',
            })}
          </Typography>
        </Flex>
      </Flex>
    </Box>
  );
}
