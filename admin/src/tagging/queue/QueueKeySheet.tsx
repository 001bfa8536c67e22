import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { defineMessages, useIntl } from 'react-intl';

import { DialogFrame } from '../../ui/DialogFrame';
import { Key } from '../../ui/Key';

const MEANINGS = Object.entries(
  defineMessages({
    '1 – 9': { id: 'buyer-journey.tagging.keys.stage', defaultMessage: 'Choose the stage' },
    'A – Z': {
      id: 'buyer-journey.tagging.keys.persona',
      defaultMessage: 'Choose a persona by the letter beside it, or not any more',
    },
    '0': { id: 'buyer-journey.tagging.keys.everyone', defaultMessage: 'For everyone' },
    '⏎': { id: 'buyer-journey.tagging.keys.accept', defaultMessage: 'Tag, and on to the next' },
    'S →': { id: 'buyer-journey.tagging.keys.skip', defaultMessage: 'Skip' },
    'K ←': { id: 'buyer-journey.tagging.keys.back', defaultMessage: 'Back to the one before' },
    U: { id: 'buyer-journey.tagging.keys.undo', defaultMessage: 'Undo the last one' },
    '?': { id: 'buyer-journey.inbox.keys.keys', defaultMessage: 'Show these keys' },
  })
);

interface QueueKeySheetProps {
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** All keys of the queue. Who dictates to the computer can switch them off. */
export function QueueKeySheet({ isOn, onSwitch, onClose, returnFocus }: QueueKeySheetProps) {
  const intl = useIntl();
  return (
    <DialogFrame
      title={intl.formatMessage({ id: 'buyer-journey.inbox.keys', defaultMessage: 'Keys' })}
      returnFocus={returnFocus}
      onClose={onClose}
    >
      <Box tag="dl">
        {MEANINGS.map(([key, meaning]) => (
          <Flex key={key} gap={4} paddingTop={1} paddingBottom={1}>
            <Box tag="dt" width="6rem" shrink={0}>
              <Key>{key}</Key>
            </Box>
            <Typography tag="dd">{intl.formatMessage(meaning)}</Typography>
          </Flex>
        ))}
      </Box>
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
