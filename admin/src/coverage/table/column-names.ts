import { useIntl } from 'react-intl';

import type { TableColumn } from '../address';

/** What the columns of the table are called. */
export function useColumnNames(): Record<TableColumn, string> {
  const intl = useIntl();
  return {
    stage: intl.formatMessage({ id: 'buyer-journey.table.stage', defaultMessage: 'Stage' }),
    persona: intl.formatMessage({ id: 'buyer-journey.grid.persona', defaultMessage: 'Persona' }),
    documents: intl.formatMessage({
      id: 'buyer-journey.view.documents',
      defaultMessage: 'Documents',
    }),
    target: intl.formatMessage({ id: 'buyer-journey.table.target', defaultMessage: 'Target' }),
    gap: intl.formatMessage({ id: 'buyer-journey.table.gap', defaultMessage: 'Gap' }),
    fresh: intl.formatMessage({ id: 'buyer-journey.table.fresh', defaultMessage: 'Fresh' }),
    openDemand: intl.formatMessage({
      id: 'buyer-journey.table.openDemand',
      defaultMessage: 'Open demand',
    }),
    openItems: intl.formatMessage({
      id: 'buyer-journey.table.openItems',
      defaultMessage: 'Open items',
    }),
    priority: intl.formatMessage({ id: 'buyer-journey.view.priority', defaultMessage: 'Priority' }),
    sales: intl.formatMessage({ id: 'buyer-journey.view.sales', defaultMessage: 'From sales' }),
  };
}
