import { useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';

import { isConflict, useErrorMessage } from '../../api/errors';

/** Says what came of a change of a persona. */
export function usePersonaFeedback() {
  const intl = useIntl();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  return {
    succeeded: (message: string) => {
      toggleNotification({ type: 'success', message });
    },
    failed: (error: unknown) => {
      if (!isConflict(error)) {
        toggleNotification({ type: 'danger', message: errorMessage(error) });
        return;
      }
      toggleNotification({
        type: 'warning',
        message: intl.formatMessage({
          id: 'buyer-journey.personas.conflict',
          defaultMessage:
            'Somebody else changed this persona meanwhile. Look at what it says now; what you typed is still here.',
        }),
        timeout: 10_000,
      });
    },
  };
}
