import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

/** Says how many a list leaves out; nothing where it is complete. */
export function MoreNotShown({ shown, total }: { shown: number; total: number }) {
  const intl = useIntl();
  if (total <= shown) return null;
  return (
    <Typography variant="pi" textColor="neutral600">
      {intl.formatMessage(
        {
          id: 'buyer-journey.inbox.more',
          defaultMessage:
            'The latest are shown, and {count, plural, one {# more is} other {# more are}} not.',
        },
        { count: total - shown }
      )}
    </Typography>
  );
}
