import { useIntl } from 'react-intl';

import type { ItemDetail } from '../../../../contracts/sales-sourced/detail';
import { useLinkAnswer } from '../../api/inbox-changes';
import { useItemTexts } from '../item-texts';
import { DeclineDialog } from './DeclineDialog';
import { EditDialog } from './EditDialog';
import { useFeedback } from './feedback';
import { LinkAnswerDialog } from './LinkAnswerDialog';
import { MergeDialog } from './MergeDialog';
import { useTriage, type Question } from './triage-context';

interface AskedDialogsProps {
  question: Question;
  item: ItemDetail;
  /** The item is done with. */
  onSettled: () => void;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** The dialog that asks what is needed before something is done with an item. */
export function AskedDialogs({ question, item, onSettled, ...dialog }: AskedDialogsProps) {
  const intl = useIntl();
  const texts = useItemTexts();
  const feedback = useFeedback();
  const { actions } = useTriage();
  const linking = useLinkAnswer();
  const subject = texts.quote(item.buyerWords);

  const settled = (done: boolean) => {
    if (done) onSettled();
    return done;
  };

  switch (question) {
    case 'decline':
      return (
        <DeclineDialog
          subject={subject}
          onDecline={async (reason) => settled(await actions.move(item, 'declined', reason))}
          {...dialog}
        />
      );
    case 'merge':
      return (
        <MergeDialog
          subject={subject}
          except={[item.documentId]}
          similar={item.similar}
          onMerge={async (into) => settled(await actions.merge(item, into))}
          {...dialog}
        />
      );
    case 'edit':
      return <EditDialog item={item} onSave={(edit) => actions.edit(item, edit)} {...dialog} />;
    case 'link':
      return (
        <LinkAnswerDialog
          subject={subject}
          onLink={async (answer) => {
            try {
              await linking.mutateAsync({ documentId: item.documentId, answer });
            } catch (error) {
              feedback.failed(error);
              return false;
            }
            feedback.succeeded(
              intl.formatMessage({
                id: 'buyer-journey.inbox.link.done',
                defaultMessage: 'Answer linked',
              })
            );
            return true;
          }}
          {...dialog}
        />
      );
  }
}
