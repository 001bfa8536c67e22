import { MenuItem, SimpleMenu } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { useInboxChoices } from '../../api/inbox';
import { useDraftAnswer } from '../../api/inbox-changes';
import { useOpenDraft } from '../../coverage/entries/useOpenDraft';
import { useFeedback } from '../actions/feedback';

/** Creates a draft that is to answer an item, in one of the types that the user may create, and opens it. */
export function DraftMenu({ documentId }: { documentId: string }) {
  const intl = useIntl();
  const openDraft = useOpenDraft();
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
          openDraft(
            draft,
            intl.formatMessage({
              id: 'buyer-journey.inbox.draft.done',
              defaultMessage: 'Draft created and linked to the item',
            })
          );
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
