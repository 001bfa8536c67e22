import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { CoverageView } from '../address';
import { CellStateIcon } from './CellStateMark';

/** What the least obvious signs of a view mean. */
export function GridLegend({ view }: { view: CoverageView }) {
  const intl = useIntl();
  const tints: Record<CoverageView, string> = {
    documents: intl.formatMessage({
      id: 'buyer-journey.legend.tint',
      defaultMessage: 'The deeper the tint, the more documents.',
    }),
    priority: intl.formatMessage({
      id: 'buyer-journey.legend.priority',
      defaultMessage:
        'Half the cell’s share of open demand, half its share of what is short of fresh documents. The deeper the tint, the more it matters.',
    }),
    demand: intl.formatMessage({
      id: 'buyer-journey.legend.demand',
      defaultMessage:
        'What sales hears and nobody has answered; what was heard long ago counts less. The deeper the tint, the more is asked.',
    }),
    freshness: intl.formatMessage({
      id: 'buyer-journey.legend.freshness',
      defaultMessage:
        'Documents published or saved lately enough, of all. The deeper the tint, the more is stale.',
    }),
    sales: intl.formatMessage({
      id: 'buyer-journey.legend.sales',
      defaultMessage:
        'Documents that answer what sales brought in, or name a rep, of all. The deeper the tint, the more of them.',
    }),
  };
  return (
    <Flex gap={4} wrap="wrap" paddingTop={3} paddingLeft={2}>
      {view === 'documents' && (
        <Flex gap={2}>
          <CellStateIcon state="outOfScope" />
          <Typography variant="pi" textColor="neutral600">
            {intl.formatMessage({
              id: 'buyer-journey.legend.outOfScope',
              defaultMessage: 'Out of scope: no target is set, the figures leave the cell out.',
            })}
          </Typography>
        </Flex>
      )}
      <Typography variant="pi" textColor="neutral600">
        {tints[view]}
      </Typography>
    </Flex>
  );
}
