import { Box, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

import type { ItemDetail } from '../../../../contracts/sales-sourced/detail';
import { PageLink } from '../../ui/PageLink';
import { itemLink } from '../address';
import { useItemTexts } from '../item-texts';

/** Why an item was declined, or what it became part of; nothing for any other. */
export function StandingNotice({ item }: { item: ItemDetail }) {
  const intl = useIntl();
  const texts = useItemTexts();
  const { mergedInto } = item;
  if (mergedInto) {
    return (
      <Notice>
        <Typography tag="p">
          {intl.formatMessage({
            id: 'buyer-journey.inbox.mergedInto',
            defaultMessage: 'This is part of another item now:',
          })}{' '}
          <PageLink to={itemLink(mergedInto.documentId)}>
            {texts.quote(mergedInto.buyerWords)}
          </PageLink>
        </Typography>
      </Notice>
    );
  }
  if (item.state !== 'declined' || item.declineReason === null) return null;
  return (
    <Notice>
      <Typography tag="p" textColor="neutral800" style={{ whiteSpace: 'pre-line' }}>
        {intl.formatMessage(
          {
            id: 'buyer-journey.inbox.declinedBecause',
            defaultMessage: 'Declined, and the rep reads why: {reason}',
          },
          { reason: item.declineReason }
        )}
      </Typography>
    </Notice>
  );
}

function Notice({ children }: { children: ReactNode }) {
  return (
    <Box background="neutral100" borderColor="neutral200" hasRadius padding={3}>
      {children}
    </Box>
  );
}
