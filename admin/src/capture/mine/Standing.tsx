import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Clock, CrossCircle, ManyToOne, Pencil, ThumbUp } from '@strapi/icons';
import type { ReactNode } from 'react';
import { useIntl, type IntlShape } from 'react-intl';

import type { MyItem } from '../../../../contracts/sales-sourced/capture';
import type { ItemStatus } from '../../../../contracts/sales-sourced/items';

const MARKS: Record<ItemStatus, ReactNode> = {
  received: <Clock aria-hidden fill="neutral600" />,
  accepted: <ThumbUp aria-hidden fill="primary600" />,
  in_progress: <Pencil aria-hidden fill="primary600" />,
  answered: <CheckCircle aria-hidden fill="success600" />,
  declined: <CrossCircle aria-hidden fill="danger600" />,
  merged: <ManyToOne aria-hidden fill="neutral600" />,
};

/** Where an item stands, in a sentence. */
export function Standing({ item }: { item: MyItem }) {
  const intl = useIntl();
  const status: ItemStatus = item.answered ? 'answered' : item.state;
  return (
    <Flex gap={2} alignItems="flex-start">
      <Flex height="2rem" shrink={0}>
        {MARKS[status]}
      </Flex>
      <Typography tag="p" textColor="neutral800">
        {SENTENCES[status](intl, item)}
        {item.answered && item.mergedInto && <> {SENTENCES.merged(intl, item)}</>}
      </Typography>
    </Flex>
  );
}

const SENTENCES: Record<ItemStatus, (intl: IntlShape, item: MyItem) => string> = {
  received: (intl) =>
    intl.formatMessage({
      id: 'buyer-journey.mine.received',
      defaultMessage: 'Received. Marketing has not looked at it yet.',
    }),
  accepted: (intl) =>
    intl.formatMessage({
      id: 'buyer-journey.mine.accepted',
      defaultMessage: 'Accepted. It is on the list for the website.',
    }),
  in_progress: (intl) =>
    intl.formatMessage({
      id: 'buyer-journey.mine.inProgress',
      defaultMessage: 'In progress. Somebody is working on the answer.',
    }),
  answered: (intl) =>
    intl.formatMessage({
      id: 'buyer-journey.mine.answered',
      defaultMessage: 'Answered on the website.',
    }),
  declined: (intl, { declineReason }) =>
    declineReason === null
      ? intl.formatMessage({ id: 'buyer-journey.mine.declined', defaultMessage: 'Declined.' })
      : intl.formatMessage(
          { id: 'buyer-journey.mine.declined.reason', defaultMessage: 'Declined: {reason}' },
          { reason: declineReason }
        ),
  merged: (intl, { mergedInto }) =>
    intl.formatMessage(
      { id: 'buyer-journey.mine.merged', defaultMessage: 'Merged into “{words}”.' },
      { words: mergedInto?.buyerWords ?? '' }
    ),
};
