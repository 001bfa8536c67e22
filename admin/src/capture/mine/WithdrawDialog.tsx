import { Button, Dialog } from '@strapi/design-system';
import { useIntl } from 'react-intl';

interface WithdrawDialogProps {
  isSaving: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Says what withdrawing the consent does, before it is done. */
export function WithdrawDialog({ isSaving, onConfirm, onCancel }: WithdrawDialogProps) {
  const intl = useIntl();
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) onCancel();
      }}
    >
      <Dialog.Content>
        <Dialog.Header>
          {intl.formatMessage({
            id: 'buyer-journey.mine.withdraw.title',
            defaultMessage: 'Take your name off the website?',
          })}
        </Dialog.Header>
        <Dialog.Body>
          <Dialog.Description>
            {intl.formatMessage({
              id: 'buyer-journey.mine.withdraw.text',
              defaultMessage:
                'Your byline goes at once, from everything that carries it. Consenting again later does not bring it back by itself. What you contributed stays.',
            })}
          </Dialog.Description>
        </Dialog.Body>
        <Dialog.Footer>
          <Button fullWidth variant="tertiary" onClick={onCancel}>
            {intl.formatMessage({ id: 'buyer-journey.cancel', defaultMessage: 'Cancel' })}
          </Button>
          <Button fullWidth variant="danger" loading={isSaving} onClick={onConfirm}>
            {intl.formatMessage({
              id: 'buyer-journey.mine.withdraw.confirm',
              defaultMessage: 'Withdraw my consent',
            })}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
