import { Button, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { useDeleteTerm } from '../../api/terms';
import { DialogFrame } from '../../ui/DialogFrame';
import { ErrorNotice } from '../../ui/notices';
import type { Term } from './term';

interface DeleteTermDialogProps {
  term: Term;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** Asks once more before something unused goes for good. */
export function DeleteTermDialog({ term, onClose, returnFocus }: DeleteTermDialogProps) {
  const intl = useIntl();
  const remove = useDeleteTerm(term.kind);
  return (
    <DialogFrame
      title={intl.formatMessage(
        { id: 'buyer-journey.term.delete.title', defaultMessage: 'Delete “{name}”?' },
        { name: term.name }
      )}
      onClose={onClose}
      isBusy={remove.isPending}
      returnFocus={returnFocus}
      action={
        <Button
          type="button"
          variant="danger"
          loading={remove.isPending}
          onClick={() => {
            remove.mutate(term.documentId, { onSuccess: onClose });
          }}
        >
          {intl.formatMessage({ id: 'buyer-journey.term.delete', defaultMessage: 'Delete' })}
        </Button>
      }
    >
      <Typography tag="p">
        {intl.formatMessage({
          id: 'buyer-journey.term.delete.text',
          defaultMessage: 'Nothing uses it. Its texts go for good, in all languages.',
        })}
      </Typography>
      {remove.error && (
        <ErrorNotice
          error={remove.error}
          title={intl.formatMessage({
            id: 'buyer-journey.term.delete.failed',
            defaultMessage: 'It was not deleted',
          })}
        />
      )}
    </DialogFrame>
  );
}
