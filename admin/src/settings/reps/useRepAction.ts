import { useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';

import type { RepProfile } from '../../../../contracts/reps';
import { useErrorMessage } from '../../api/errors';
import { useChangeRep, type RepChange } from '../../api/reps';

export interface RepAction {
  isPending: boolean;
  run: (what: RepChange, onDone?: () => void) => void;
}

/** Changes a profile and says what came of it; for a component that stays whatever comes of it. */
export function useRepAction(rep: RepProfile): RepAction {
  const intl = useIntl();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const change = useChangeRep(rep.documentId);

  const doneText = (what: RepChange['do']): string => {
    const name = { name: rep.displayName };
    switch (what) {
      case 'confirm':
        return intl.formatMessage(
          { id: 'buyer-journey.reps.confirmed', defaultMessage: '{name} is confirmed' },
          name
        );
      case 'deactivate':
        return intl.formatMessage(
          {
            id: 'buyer-journey.reps.deactivated',
            defaultMessage: '{name} is inactive, and named on no content any more',
          },
          name
        );
      case 'activate':
        return intl.formatMessage(
          { id: 'buyer-journey.reps.activated', defaultMessage: '{name} is active again' },
          name
        );
      case 'merge':
        return intl.formatMessage(
          { id: 'buyer-journey.reps.merged', defaultMessage: '{name} is merged' },
          name
        );
      case 'erase':
        return intl.formatMessage(
          { id: 'buyer-journey.reps.erased', defaultMessage: '{name} is erased' },
          name
        );
    }
  };

  return {
    isPending: change.isPending,
    run: (what, onDone) => {
      change.mutate(what, {
        onSuccess: () => {
          onDone?.();
          toggleNotification({ type: 'success', message: doneText(what.do) });
        },
        onError: (error) => {
          toggleNotification({ type: 'danger', message: errorMessage(error) });
        },
      });
    },
  };
}
