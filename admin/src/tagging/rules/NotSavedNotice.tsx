import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

import { isConflict } from '../../api/errors';
import { ErrorNotice } from '../../ui/notices';

interface NotSavedNoticeProps {
  error: unknown;
  /** The way out. */
  action?: ReactNode;
}

/** The rules could not be saved, or somebody else has saved theirs meanwhile. */
export function NotSavedNotice({ error, action }: NotSavedNoticeProps) {
  const intl = useIntl();
  const title = isConflict(error)
    ? intl.formatMessage({
        id: 'buyer-journey.rules.conflict',
        defaultMessage: 'Somebody else saved rules meanwhile',
      })
    : intl.formatMessage({
        id: 'buyer-journey.rules.notSaved',
        defaultMessage: 'The rules could not be saved',
      });
  return <ErrorNotice error={error} title={title} action={action} />;
}
