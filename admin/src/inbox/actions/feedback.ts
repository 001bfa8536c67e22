import { useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';

import { isConflict, useErrorMessage } from '../../api/errors';

/** Tells what came of a change. */
export function useFeedback() {
  const intl = useIntl();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();

  return {
    succeeded: (message: string) => {
      toggleNotification({ type: 'success', message });
    },
    noticed: (message: string) => {
      toggleNotification({ type: 'info', message });
    },
    failed: (error: unknown) => {
      if (!isConflict(error)) {
        toggleNotification({ type: 'danger', message: errorMessage(error) });
        return;
      }
      toggleNotification({
        type: 'warning',
        message: intl.formatMessage({
          id: 'buyer-journey.inbox.conflict',
          defaultMessage:
            'Somebody else changed this item meanwhile. It has been loaded again, and what you typed is still here.',
        }),
        timeout: 10_000,
      });
    },
  };
}
