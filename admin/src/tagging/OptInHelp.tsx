import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { CopyLine } from '../ui/CopyLine';
import { SCHEMA_LINE } from './opt-in-schema';

/** The two ways to opt a content type in. */
export function OptInHelp() {
  const intl = useIntl();
  return (
    <Flex direction="column" alignItems="stretch" gap={3} maxWidth="80rem">
      <Typography tag="p">
        {intl.formatMessage({
          id: 'buyer-journey.optIn.builder',
          defaultMessage:
            'In the Content-Type Builder: edit the content type, open Advanced settings, tick “Buyer journey” and save. The Content-Type Builder is available in development.',
        })}
      </Typography>
      <Typography tag="p">
        {intl.formatMessage({
          id: 'buyer-journey.optIn.schema',
          defaultMessage:
            'Or in code: add this line to the content type’s schema.json and restart.',
        })}
      </Typography>
      <CopyLine text={SCHEMA_LINE} />
    </Flex>
  );
}
