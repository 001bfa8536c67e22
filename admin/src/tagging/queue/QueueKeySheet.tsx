import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { defineMessages, useIntl } from 'react-intl';

import { DialogFrame } from '../../ui/DialogFrame';
import { Key } from '../../ui/Key';

const TEXTS = defineMessages({
  stage: { id: 'buyer-journey.tagging.keys.stage', defaultMessage: 'Choose the stage' },
  everyone: { id: 'buyer-journey.tagging.keys.everyone', defaultMessage: 'For everyone' },
  persona: {
    id: 'buyer-journey.tagging.keys.persona',
    defaultMessage: 'Choose a persona by the letter beside it, or not any more',
  },
  accept: { id: 'buyer-journey.tagging.keys.accept', defaultMessage: 'Tag, and on to the next' },
  skip: { id: 'buyer-journey.tagging.keys.skip', defaultMessage: 'Skip' },
  back: { id: 'buyer-journey.tagging.keys.back', defaultMessage: 'Back to the one before' },
  undo: { id: 'buyer-journey.tagging.keys.undo', defaultMessage: 'Undo the last one' },
  keys: { id: 'buyer-journey.inbox.keys.keys', defaultMessage: 'Show these keys' },
});

/** A list, since an object would put the key 0 first wherever it is written. */
const MEANINGS = [
  ['1 – 9', TEXTS.stage],
  ['0', TEXTS.everyone],
  ['A – Z', TEXTS.persona],
  ['⏎', TEXTS.accept],
  ['S →', TEXTS.skip],
  ['K ←', TEXTS.back],
  ['U', TEXTS.undo],
  ['?', TEXTS.keys],
] as const;

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
