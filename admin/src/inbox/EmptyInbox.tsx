import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { CaptureLink } from '../ui/CaptureLink';
import { Section } from '../ui/Section';

/** Nobody has brought in anything yet. */
export function EmptyInbox() {
  const intl = useIntl();
  return (
    <Section
      title={intl.formatMessage({
        id: 'buyer-journey.inbox.empty',
        defaultMessage: 'Nothing has been brought in yet',
      })}
      hint={intl.formatMessage({
        id: 'buyer-journey.inbox.empty.hint',
        defaultMessage:
          'Here is where questions and objections of buyers arrive. A rep brings one in with a single sentence; tools such as a chat can do so through the API.',
      })}
    >
      <Flex>
        <CaptureLink />
      </Flex>
    </Section>
  );
}

interface NothingFoundProps {
  /** Null when nothing is chosen that could be cleared. */
  onClear: (() => void) | null;
}

/** There are items, but none of them fits, or all of them are decided. */
export function NothingFound({ onClear }: NothingFoundProps) {
  const intl = useIntl();
  return (
    <Flex direction="column" gap={4} padding={8}>
      <Typography tag="p" textColor="neutral600" role="status">
        {onClear
          ? intl.formatMessage({
              id: 'buyer-journey.inbox.nothing',
              defaultMessage: 'No item fits these filters.',
            })
          : intl.formatMessage({
              id: 'buyer-journey.inbox.done',
              defaultMessage: 'All items are declined or merged: nothing waits for you.',
            })}
      </Typography>
      {onClear && (
        <Button variant="secondary" onClick={onClear}>
          {intl.formatMessage({
            id: 'buyer-journey.filter.clear',
            defaultMessage: 'Clear filters',
          })}
        </Button>
      )}
    </Flex>
  );
}
