import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

/** A step that the user's role does not reach. */
export function AskSomeone() {
  const intl = useIntl();
  return (
    <Typography tag="p">
      {intl.formatMessage({
        id: 'buyer-journey.setup.ask',
        defaultMessage:
          'Your role cannot do this. Ask someone whose role may, such as a Super Admin.',
      })}
    </Typography>
  );
}
