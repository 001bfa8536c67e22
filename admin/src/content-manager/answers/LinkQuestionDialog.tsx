import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { LinkAnswerBody } from '../../../../contracts/sales-sourced/answers';
import { useLinkAnswer } from '../../api/inbox-changes';
import { useFeedback } from '../../inbox/actions/feedback';
import { useItemChoices } from '../../inbox/actions/item-choices';
import { PickDialog } from '../../inbox/actions/PickDialog';

interface LinkQuestionDialogProps {
  document: LinkAnswerBody;
  /** Document ids of the items that it answers already. */
  linked: string[];
  onClose: () => void;
}

/** Asks which item a document answers. */
export function LinkQuestionDialog({ document, linked, onClose }: LinkQuestionDialogProps) {
  const intl = useIntl();
  const feedback = useFeedback();
  const linking = useLinkAnswer();
  const [search, setSearch] = useState('');
  const { choices, error, refetch } = useItemChoices(search);

  const link = async (documentId: string) => {
    try {
      await linking.mutateAsync({ documentId, answer: document });
    } catch (failure) {
      feedback.failed(failure);
      return false;
    }
    feedback.succeeded(
      intl.formatMessage({ id: 'buyer-journey.answers.linked', defaultMessage: 'Question linked' })
    );
    return true;
  };

  return (
    <PickDialog
      title={intl.formatMessage({
        id: 'buyer-journey.answers.link',
        defaultMessage: 'Link a question',
      })}
      hint={intl.formatMessage({
        id: 'buyer-journey.answers.hint',
        defaultMessage: 'It counts as answered as soon as this document is live.',
      })}
      searchLabel={intl.formatMessage({
        id: 'buyer-journey.answers.search',
        defaultMessage: 'Search what buyers said',
      })}
      confirmLabel={intl.formatMessage({
        id: 'buyer-journey.inbox.link.confirm',
        defaultMessage: 'Link',
      })}
      search={search}
      onSearch={setSearch}
      choices={choices?.filter(({ id }) => !linked.includes(id))}
      error={error}
      onRetry={() => void refetch()}
      onPick={link}
      onClose={onClose}
      returnFocus={() => null}
    />
  );
}
