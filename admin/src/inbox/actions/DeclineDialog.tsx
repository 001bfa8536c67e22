import { Button, Field, Textarea } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import { DialogFrame } from '../../ui/DialogFrame';

interface DeclineDialogProps {
  /** What is declined: the words of an item, or how many there are. */
  subject: string;
  /** Answers whether it was done; the dialog stays, with what was typed, when it was not. */
  onDecline: (reason: string) => Promise<boolean>;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** Longest reason that the server takes. */
const MOST_CHARACTERS = 2000;

/** Asks for the reason, which the rep sees. */
export function DeclineDialog({ subject, onDecline, onClose, returnFocus }: DeclineDialogProps) {
  const intl = useIntl();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [isBusy, setIsBusy] = useState(false);

  const decline = async () => {
    if (reason.trim() === '') {
      setIsMissing(true);
      return;
    }
    setIsBusy(true);
    const done = await onDecline(reason.trim());
    setIsBusy(false);
    if (done) onClose();
  };

  return (
    <DialogFrame
      title={intl.formatMessage({
        id: 'buyer-journey.inbox.decline.title',
        defaultMessage: 'Decline',
      })}
      hint={subject}
      returnFocus={returnFocus}
      onClose={onClose}
      onSubmit={() => void decline()}
      action={
        <Button type="submit" variant="danger" loading={isBusy}>
          {intl.formatMessage({
            id: 'buyer-journey.inbox.action.decline',
            defaultMessage: 'Decline',
          })}
        </Button>
      }
    >
      <Field.Root
        required
        hint={intl.formatMessage({
          id: 'buyer-journey.inbox.decline.hint',
          defaultMessage: 'The rep who brought it in reads this.',
        })}
        error={
          isMissing &&
          intl.formatMessage({
            id: 'buyer-journey.inbox.decline.missing',
            defaultMessage: 'Give the rep a reason.',
          })
        }
      >
        <Field.Label>
          {intl.formatMessage({
            id: 'buyer-journey.inbox.decline.reason',
            defaultMessage: 'Reason',
          })}
        </Field.Label>
        <Textarea
          name="reason"
          maxLength={MOST_CHARACTERS}
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setIsMissing(false);
          }}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    </DialogFrame>
  );
}
