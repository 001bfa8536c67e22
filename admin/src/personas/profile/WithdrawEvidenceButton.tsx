import { Button, Dialog, IconButton } from '@strapi/design-system';
import { Trash, WarningCircle } from '@strapi/icons';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { Evidence } from '../../../../contracts/persona-profile';
import { useWithdrawEvidence } from '../../api/personas';
import { usePersonaFeedback } from './feedback';

interface WithdrawEvidenceButtonProps {
  persona: string;
  entry: Evidence;
  onDone: () => void;
}

/** Takes the words of an entry away, after a question. */
export function WithdrawEvidenceButton({ persona, entry, onDone }: WithdrawEvidenceButtonProps) {
  const intl = useIntl();
  const feedback = usePersonaFeedback();
  const withdrawing = useWithdrawEvidence(persona);
  const [open, setOpen] = useState(false);
  const title = intl.formatMessage({
    id: 'buyer-journey.personas.evidence.withdraw',
    defaultMessage: 'Withdraw this entry',
  });

  const withdraw = async () => {
    try {
      await withdrawing.mutateAsync({ id: entry.id });
    } catch (error) {
      feedback.failed(error);
      return;
    }
    setOpen(false);
    // Also where the button is gone by now: nobody withdraws an entry twice.
    onDone();
  };

  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger>
        <IconButton variant="ghost" label={title} withTooltip={false}>
          <Trash />
        </IconButton>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{title}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle aria-hidden fill="danger600" />}>
          {intl.formatMessage({
            id: 'buyer-journey.personas.evidence.withdraw.hint',
            defaultMessage:
              'Its words and the link to an item go for good. Who added it, and that you withdrew it, stays.',
          })}
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {intl.formatMessage({ id: 'buyer-journey.cancel', defaultMessage: 'Cancel' })}
            </Button>
          </Dialog.Cancel>
          <Button
            fullWidth
            variant="danger-light"
            loading={withdrawing.isPending}
            onClick={() => void withdraw()}
          >
            {intl.formatMessage({
              id: 'buyer-journey.personas.evidence.withdraw.confirm',
              defaultMessage: 'Withdraw',
            })}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
