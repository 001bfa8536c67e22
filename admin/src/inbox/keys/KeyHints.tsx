import { Button, Flex, Typography } from '@strapi/design-system';
import { useIsDesktop } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';

import { Key } from '../../ui/Key';

/** The keys that are used most, and a button for all of them. Not on a phone, which has no keys. */
export function KeyHints({ onOpen }: { onOpen: () => void }) {
  const intl = useIntl();
  const isDesktop = useIsDesktop();
  if (!isDesktop) return null;
  return (
    <Flex gap={3}>
      <Typography variant="pi" textColor="neutral600">
        {intl.formatMessage(
          {
            id: 'buyer-journey.inbox.keys.hints',
            defaultMessage: '{next} {previous} move · {accept} accept · {link} link an answer',
          },
          {
            next: <Key key="next">J</Key>,
            previous: <Key key="previous">K</Key>,
            accept: <Key key="accept">A</Key>,
            link: <Key key="link">L</Key>,
          }
        )}
      </Typography>
      <Button variant="tertiary" size="S" onClick={onOpen}>
        {intl.formatMessage({ id: 'buyer-journey.inbox.keys.all', defaultMessage: 'All keys' })}
      </Button>
    </Flex>
  );
}
