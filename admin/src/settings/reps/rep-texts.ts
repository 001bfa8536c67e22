import { useIntl } from 'react-intl';

import type { RepProfile } from '../../../../contracts/reps';

/** Where a profile stands, in a word or two. */
export function useRepStateText(): (rep: RepProfile) => string {
  const intl = useIntl();
  return ({ state, mergedInto }) => {
    switch (state) {
      case 'active':
        return intl.formatMessage({
          id: 'buyer-journey.reps.state.active',
          defaultMessage: 'Active',
        });
      case 'inactive':
        return intl.formatMessage({
          id: 'buyer-journey.reps.state.inactive',
          defaultMessage: 'Inactive',
        });
      case 'toConfirm':
        return intl.formatMessage({
          id: 'buyer-journey.reps.state.toConfirm',
          defaultMessage: 'To confirm',
        });
      case 'merged':
        return intl.formatMessage(
          {
            id: 'buyer-journey.reps.state.merged',
            defaultMessage: '{known, select, yes {Merged into {name}} other {Merged}}',
          },
          { known: mergedInto ? 'yes' : 'no', name: mergedInto?.displayName }
        );
      case 'erased':
        return intl.formatMessage({
          id: 'buyer-journey.reps.state.erased',
          defaultMessage: 'Erased',
        });
    }
  };
}

/** What tells profiles of the same name apart. */
export function nameWithEmail({ displayName, email }: RepProfile): string {
  return email === null ? displayName : `${displayName} (${email})`;
}
