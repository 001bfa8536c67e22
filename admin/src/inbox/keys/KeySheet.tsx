import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';

import { DialogFrame } from '../../ui/DialogFrame';
import { Key } from '../../ui/Key';
import { KEYS, type Shortcut } from './shortcuts';

const MEANINGS: Record<Shortcut, MessageDescriptor> = defineMessages({
  next: { id: 'buyer-journey.inbox.keys.next', defaultMessage: 'Next item' },
  previous: { id: 'buyer-journey.inbox.keys.previous', defaultMessage: 'Previous item' },
  accept: { id: 'buyer-journey.inbox.keys.accept', defaultMessage: 'Accept' },
  decline: { id: 'buyer-journey.inbox.keys.decline', defaultMessage: 'Decline with a reason' },
  merge: { id: 'buyer-journey.inbox.keys.merge', defaultMessage: 'Merge into another item' },
  assign: { id: 'buyer-journey.inbox.keys.assign', defaultMessage: 'Become the owner' },
  link: { id: 'buyer-journey.inbox.keys.link', defaultMessage: 'Link an answer' },
  answer: { id: 'buyer-journey.inbox.keys.answer', defaultMessage: 'Write the answer' },
  select: { id: 'buyer-journey.inbox.keys.select', defaultMessage: 'Select, or not any more' },
  undo: { id: 'buyer-journey.inbox.keys.undo', defaultMessage: 'Undo what was just done' },
  keys: { id: 'buyer-journey.inbox.keys.keys', defaultMessage: 'Show these keys' },
  close: { id: 'buyer-journey.inbox.keys.close', defaultMessage: 'Close' },
});

interface KeySheetProps {
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** All keys of the inbox. Who dictates to the computer can switch them off. */
export function KeySheet({ isOn, onSwitch, onClose, returnFocus }: KeySheetProps) {
  const intl = useIntl();
  return (
    <DialogFrame
      title={intl.formatMessage({ id: 'buyer-journey.inbox.keys', defaultMessage: 'Keys' })}
      returnFocus={returnFocus}
      onClose={onClose}
    >
      <Box tag="dl">
        {KEYS.map(({ shortcut, shown }) => (
          <Flex key={shortcut} gap={4} paddingTop={1} paddingBottom={1}>
            <Box tag="dt" width="5rem" shrink={0}>
              <Key>{shown}</Key>
            </Box>
            <Typography tag="dd">{intl.formatMessage(MEANINGS[shortcut])}</Typography>
          </Flex>
        ))}
      </Box>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {intl.formatMessage({
          id: 'buyer-journey.inbox.keys.hint',
          defaultMessage:
            'In the list, the arrow keys move from item to item and Enter opens one. Keys do nothing while you type.',
        })}
      </Typography>
      <Checkbox
        checked={isOn}
        onCheckedChange={(checked) => {
          onSwitch(checked === true);
        }}
      >
        {intl.formatMessage({
          id: 'buyer-journey.inbox.keys.on',
          defaultMessage: 'Use these keys',
        })}
      </Checkbox>
    </DialogFrame>
  );
}
