import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { CaptureFormState } from './useCaptureForm';
import { SaveError } from './SaveError';

/** The button, and what to do when pressing it did not help. */
export function SaveRow({ form }: { form: CaptureFormState }) {
  const intl = useIntl();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={4} wrap="wrap">
        <Box width={{ initial: '100%', small: 'auto' }}>
          <Button
            type="submit"
            size="L"
            fullWidth
            loading={form.isSaving}
            aria-keyshortcuts="Control+Enter Meta+Enter"
          >
            {intl.formatMessage({ id: 'buyer-journey.capture.save', defaultMessage: 'Save' })}
          </Button>
        </Box>
        <Box display={{ initial: 'none', small: 'block' }}>
          <Typography variant="pi" textColor="neutral600">
            {intl.formatMessage({
              id: 'buyer-journey.capture.save.keys',
              defaultMessage: 'or Ctrl + Enter, ⌘ + Enter',
            })}
          </Typography>
        </Box>
      </Flex>
      {form.error && !form.isSaving && <SaveError error={form.error} onRetry={form.save} />}
    </Flex>
  );
}
