import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

/** How many documents and items use a stage or persona. */
export function UsesText({ uses, isLink = false }: { uses: number; isLink?: boolean }) {
  const intl = useIntl();
  return (
    <Typography variant="pi" textColor={isLink ? 'primary600' : 'neutral600'}>
      {intl.formatMessage(
        {
          id: 'buyer-journey.uses',
          defaultMessage: '{uses, plural, =0 {not used} one {used once} other {used # times}}',
        },
        { uses }
      )}
    </Typography>
  );
}
