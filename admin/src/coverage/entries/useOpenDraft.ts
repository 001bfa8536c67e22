import { useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router-dom';

import type { StartedDraft } from '../../../../contracts/tagging';
import { entryLink } from '../../ui/entry-link';

/** Opens a draft that was started and says so, and what it lacks because the role may not set it. */
export function useOpenDraft(): (draft: StartedDraft, done: string) => void {
  const intl = useIntl();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();

  return (draft, done) => {
    const { leftOut } = draft;
    if (leftOut.length === 0) {
      toggleNotification({ type: 'success', message: done });
    } else {
      const message = intl.formatMessage(
        {
          id: 'buyer-journey.draft.leftOut',
          defaultMessage: '{done}. Left empty, as your role may not set it: {fields}.',
        },
        { done, fields: intl.formatList(leftOut) }
      );
      toggleNotification({ type: 'warning', message, timeout: 10_000 });
    }
    navigate(entryLink(draft));
  };
}
