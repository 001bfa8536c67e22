import { MenuItem, SimpleMenu } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router-dom';

import { useInboxChoices } from '../../api/inbox';
import { useDraftAnswer } from '../../api/inbox-changes';
import { entryLink } from '../../coverage/entries/entry-link';
import { useFeedback } from '../actions/feedback';

/** Creates a draft that is to answer an item, in one of the types that the user may create, and opens it. */
export function DraftMenu({ documentId }: { documentId: string }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const feedback = useFeedback();
  const drafting = useDraftAnswer();
  const { data: choices } = useInboxChoices();
  const types = choices?.draftTypes ?? [];
  if (types.length === 0) return null;

  const create = (type: string) => {
    drafting.mutate(
      { documentId, type },
      {
        onSuccess: (draft) => {
          feedback.succeeded(
            intl.formatMessage({
              id: 'buyer-journey.inbox.draft.done',
              defaultMessage: 'Draft created and linked to the item',
            })
          );
          navigate(entryLink(draft));
        },
        onError: feedback.failed,
      }
    );
  };

  return (
    <SimpleMenu
      size="S"
      variant="tertiary"
      disabled={drafting.isPending}
      label={intl.formatMessage({
        id: 'buyer-journey.inbox.draft',
        defaultMessage: 'Write one',
      })}
    >
      {types.map(({ uid, displayName }) => (
        <MenuItem
          key={uid}
          onSelect={() => {
            create(uid);
          }}
        >
          {displayName}
        </MenuItem>
      ))}
    </SimpleMenu>
  );
}
