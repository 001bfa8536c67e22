import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { openItemsLink } from '../../inbox/address';
import { PERMISSIONS, useMay } from '../../permissions';
import { PageLink } from '../../ui/PageLink';

interface OpenItemsProps {
  stage: string;
  /** Slug, or `everyone`. */
  persona: string;
  count: number;
}

/** How much buyers ask here that nobody has answered; a link to it for who may read the inbox. */
export function OpenItems({ stage, persona, count }: OpenItemsProps) {
  const intl = useIntl();
  const { may } = useMay(PERMISSIONS.readInbox);
  const text = intl.formatMessage(
    {
      id: 'buyer-journey.entries.open',
      defaultMessage:
        '{count, plural, =0 {Nothing that buyers said is open here.} one {# open item of what buyers said} other {# open items of what buyers said}}',
    },
    { count }
  );
  return (
    <Typography tag="p" textColor="neutral600">
      {may && count > 0 ? <PageLink to={openItemsLink(stage, persona)}>{text}</PageLink> : text}
    </Typography>
  );
}
