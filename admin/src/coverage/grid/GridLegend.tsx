import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { CellStateIcon } from './CellStateMark';

/** What the two least obvious states mean. */
export function GridLegend() {
  const intl = useIntl();
  return (
    <Flex gap={4} wrap="wrap" paddingTop={3} paddingLeft={2}>
      <Flex gap={2}>
        <CellStateIcon state="outOfScope" />
        <Typography variant="pi" textColor="neutral600">
          {intl.formatMessage({
            id: 'buyer-journey.legend.outOfScope',
            defaultMessage: 'Out of scope: no target is set, the figures leave the cell out.',
          })}
        </Typography>
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {intl.formatMessage({
          id: 'buyer-journey.legend.tint',
          defaultMessage: 'The deeper the tint, the more documents.',
        })}
      </Typography>
    </Flex>
  );
}
