import { useIntl } from 'react-intl';

import { ErrorNotice } from '../ui/notices';

interface NotTaggedNoticeProps {
  /** Why tagging failed, and why taking it back did; null where it did not. */
  tagging: unknown;
  undoing: unknown;
}

/** Chosen entries could not be tagged, or not be brought back. */
export function NotTaggedNotice({ tagging, undoing }: NotTaggedNoticeProps) {
  const intl = useIntl();
  const error = undoing ?? tagging;
  if (!error) return null;
  const title = undoing
    ? intl.formatMessage({
        id: 'buyer-journey.setTags.undo.failed',
        defaultMessage: 'The tagging was not undone',
      })
    : intl.formatMessage({
        id: 'buyer-journey.setTags.failed',
        defaultMessage: 'Nothing was changed',
      });
  return <ErrorNotice error={error} title={title} />;
}
