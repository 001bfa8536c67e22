import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { BulkResult } from '../../../../contracts/sales-sourced/inbox';
import type { Item } from '../../../../contracts/sales-sourced/items';
import { DialogFrame } from '../../ui/DialogFrame';
import { useItemTexts } from '../item-texts';

interface BulkResultDialogProps {
  result: BulkResult;
  /** The items as they were before. */
  items: Item[];
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** What could not be done, and why. */
export function BulkResultDialog({ result, items, onClose, returnFocus }: BulkResultDialogProps) {
  const intl = useIntl();
  const texts = useItemTexts();
  const wordsOf = (id: string) =>
    texts.quote(items.find(({ documentId }) => documentId === id)?.buyerWords ?? id);

  return (
    <DialogFrame
      title={intl.formatMessage(
        {
          id: 'buyer-journey.inbox.bulk.failed',
          defaultMessage: '{count, plural, one {# item} other {# items}} could not be changed',
        },
        { count: result.failed.length }
      )}
      returnFocus={returnFocus}
      onClose={onClose}
    >
      <Typography tag="p" textColor="neutral600">
        {intl.formatMessage(
          {
            id: 'buyer-journey.inbox.bulk.rest',
            defaultMessage:
              '{count, plural, =0 {Nothing was changed.} one {# other was changed.} other {# others were changed.}} These are still selected:',
          },
          { count: result.done.length }
        )}
      </Typography>
      <Box tag="ul">
        {result.failed.map(({ documentId, message }) => (
          <Box key={documentId} tag="li" paddingTop={2} paddingBottom={2}>
            <Typography tag="p" fontWeight="bold">
              {wordsOf(documentId)}
            </Typography>
            <Typography tag="p" textColor="danger600">
              {message}
            </Typography>
          </Box>
        ))}
      </Box>
    </DialogFrame>
  );
}
