import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';

import type { ItemDetail } from '../../../../contracts/sales-sourced/detail';
import { PageLink } from '../../ui/PageLink';
import { useTriage } from '../actions/triage-context';
import { itemLink } from '../address';
import { findItem } from '../item-focus';
import { useItemTexts } from '../item-texts';

/** Why an item was declined, what it became part of, or that nobody vouched for it; nothing for any other. */
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
  if (item.state !== 'declined') return item.confirmed ? null : <Unconfirmed item={item} />;
  if (item.declineReason === null) return null;
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

/** A tool brought it in: who is said to have heard it is not proven. */
function Unconfirmed({ item }: { item: ItemDetail }) {
  const intl = useIntl();
  const { mayTriage, actions } = useTriage();
  const confirm = async () => {
    // The button is gone by then.
    if (await actions.confirm(item)) findItem(item.documentId)?.focus();
  };
  return (
    <Notice>
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Typography tag="p" textColor="neutral800">
          {intl.formatMessage({
            id: 'buyer-journey.inbox.unconfirmed',
            defaultMessage:
              'A tool brought this in. Nobody’s name goes on it until you or the rep confirm it.',
          })}
        </Typography>
        {mayTriage && (
          <Button size="S" variant="secondary" onClick={() => void confirm()}>
            {intl.formatMessage({
              id: 'buyer-journey.inbox.action.confirm',
              defaultMessage: 'Confirm',
            })}
          </Button>
        )}
      </Flex>
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
