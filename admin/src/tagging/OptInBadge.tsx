import { Badge } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { OptInState } from '../../../contracts/tagging';

/** Whether a content type is tagged. */
export function OptInBadge({ state }: { state: OptInState }) {
  const intl = useIntl();
  switch (state) {
    case 'optedIn':
      return (
        <Badge variant="success">
          {intl.formatMessage({ id: 'buyer-journey.optIn.optedIn', defaultMessage: 'Tagged' })}
        </Badge>
      );
    case 'optedOut':
      return (
        <Badge>
          {intl.formatMessage({
            id: 'buyer-journey.optIn.optedOut',
            defaultMessage: 'Switched off, tags kept',
          })}
        </Badge>
      );
    case 'available':
      return (
        <Badge>
          {intl.formatMessage({
            id: 'buyer-journey.optIn.available',
            defaultMessage: 'Not tagged',
          })}
        </Badge>
      );
  }
}
