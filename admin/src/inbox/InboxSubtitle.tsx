import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { useSalesSourcedFigures } from '../api/inbox';
import { displayShare } from '../ui/display-share';

/** How much waits, how long, and how much of what buyers asked is answered; nothing until that is known. */
export function InboxSubtitle() {
  const intl = useIntl();
  const { data: figures } = useSalesSourcedFigures();
  if (!figures) return null;
  const { open, ageOfOpen, answerRate } = figures;

  return (
    <Typography tag="p" variant="epsilon" textColor="neutral600">
      {ageOfOpen.median === null
        ? intl.formatMessage(
            { id: 'buyer-journey.inbox.subtitle.open', defaultMessage: '{open, number} open.' },
            { open }
          )
        : intl.formatMessage(
            {
              id: 'buyer-journey.inbox.subtitle.waiting',
              defaultMessage:
                '{open, number} open, median wait {days, plural, one {# day} other {# days}}.',
            },
            { open, days: Math.round(ageOfOpen.median) }
          )}{' '}
      {answerRate.figure !== null &&
        intl.formatMessage(
          {
            id: 'buyer-journey.inbox.subtitle.answered',
            defaultMessage: '{share} of what buyers asked is answered.',
          },
          { share: intl.formatNumber(displayShare(answerRate.figure), { style: 'percent' }) }
        )}
    </Typography>
  );
}
