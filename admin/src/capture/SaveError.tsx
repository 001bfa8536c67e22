import { Box } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';

import { ErrorNotice } from '../ui/notices';

/** Says why it was not saved. Comes into view, as the keys save from anywhere in the form. */
export function SaveError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const intl = useIntl();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    notice.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);

  return (
    <Box ref={notice}>
      <ErrorNotice
        error={error}
        title={intl.formatMessage({
          id: 'buyer-journey.capture.notSaved',
          defaultMessage: 'Not saved yet. What you typed is kept here.',
        })}
        onRetry={onRetry}
      />
    </Box>
  );
}
