import { Button, Flex, Typography } from '@strapi/design-system';
import { useIsDesktop } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';

import { ChipKey } from './ChipKey';
import type { QueueWork } from './useQueueWork';

interface QueueButtonsProps {
  work: QueueWork;
  showsKeys: boolean;
  onKeys: () => void;
}

/** What can be done with the entry, each with its key. */
export function QueueButtons({ work, showsKeys, onKeys }: QueueButtonsProps) {
  const intl = useIntl();
  const isDesktop = useIsDesktop();
  const key = (letter: string) => <ChipKey letter={letter} isShown={showsKeys} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex gap={2} wrap="wrap">
        <Button onClick={work.accept} endIcon={key('⏎')}>
          {intl.formatMessage({ id: 'buyer-journey.tagging.accept', defaultMessage: 'Tag' })}
        </Button>
        <Button variant="tertiary" onClick={work.skip} endIcon={key('s')}>
          {intl.formatMessage({ id: 'buyer-journey.tagging.skip', defaultMessage: 'Skip' })}
        </Button>
        <Button
          variant="tertiary"
          disabled={work.index === 0}
          onClick={work.back}
          endIcon={key('k')}
        >
          {intl.formatMessage({ id: 'buyer-journey.tagging.back', defaultMessage: 'Back' })}
        </Button>
        {isDesktop && (
          <Button variant="ghost" onClick={onKeys}>
            {intl.formatMessage({ id: 'buyer-journey.inbox.keys.all', defaultMessage: 'All keys' })}
          </Button>
        )}
      </Flex>
      <Typography tag="p" role="status" variant="pi" textColor="danger600">
        {work.isChoiceMissing &&
          intl.formatMessage({
            id: 'buyer-journey.tagging.missing',
            defaultMessage: 'Choose what it lacks first, or skip it.',
          })}
      </Typography>
    </Flex>
  );
}
