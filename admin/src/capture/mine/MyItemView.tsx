import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useRef } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { MyItem } from '../../../../contracts/sales-sourced/capture';
import { useApprove } from '../../api/capture';
import { useErrorMessage } from '../../api/errors';
import { ApproveWording } from './ApproveWording';
import { Standing } from './Standing';
import { useItemWords } from '../../ui/item-words';

const Words = styled(Typography)`
  white-space: pre-line;
  overflow-wrap: anywhere;
`;

/** One thing that I brought in: the words, where it stands, and what waits for me. */
export function MyItemView({ item }: { item: MyItem }) {
  const intl = useIntl();
  const itemWords = useItemWords();
  const { buyerWords, kind, link, heard, echoedBy, broughtInAt, toApprove } = item;
  const words = useRef<HTMLElement>(null);
  const approve = useApprove();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();

  const approveWording = () => {
    approve.mutate(item, {
      onSuccess: () => {
        // The button is gone by now.
        words.current?.focus();
        toggleNotification({
          type: 'success',
          message: item.confirmed
            ? intl.formatMessage({
                id: 'buyer-journey.mine.approved',
                defaultMessage: 'Approved. It can go online under your name now.',
              })
            : intl.formatMessage({
                id: 'buyer-journey.mine.confirmed',
                defaultMessage: 'Confirmed',
              }),
        });
      },
      onError: (error) => {
        toggleNotification({ type: 'danger', message: errorMessage(error) });
      },
    });
  };

  const facts = [
    intl.formatMessage(
      { id: 'buyer-journey.mine.broughtIn', defaultMessage: 'brought in {date}' },
      { date: intl.formatDate(broughtInAt, { dateStyle: 'medium' }) }
    ),
    intl.formatMessage(
      {
        id: 'buyer-journey.capture.heard',
        defaultMessage: 'heard {heard, plural, one {once} other {# times}}',
      },
      { heard }
    ),
    echoedBy.length > 0 &&
      intl.formatMessage(
        { id: 'buyer-journey.mine.echoedBy', defaultMessage: 'also heard by {reps}' },
        { reps: intl.formatList(echoedBy.map(({ displayName }) => displayName)) }
      ),
  ].filter(Boolean);

  return (
    <Box tag="li" paddingTop={4} paddingBottom={4} borderColor="neutral150" borderWidth="1px 0 0">
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Flex gap={2} wrap="wrap">
          <Badge size="S">{itemWords.kind(kind)}</Badge>
        </Flex>
        <Words tag="q" ref={words} tabIndex={-1} fontWeight="bold">
          {buyerWords}
        </Words>
        <Standing item={item} />
        {link !== null && (
          <Box>
            <Link href={link} isExternal>
              {intl.formatMessage({
                id: 'buyer-journey.mine.link',
                defaultMessage: 'Read the answer on the website',
              })}
            </Link>
          </Box>
        )}
        <Typography tag="p" variant="pi" textColor="neutral600">
          {facts.join(' · ')}
        </Typography>
        {toApprove !== null && (
          <ApproveWording
            wording={toApprove}
            isConfirmed={item.confirmed}
            buyerWords={buyerWords}
            isApproving={approve.isPending}
            onApprove={approveWording}
          />
        )}
      </Flex>
    </Box>
  );
}
