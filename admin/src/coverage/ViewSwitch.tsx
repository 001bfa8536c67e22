import { Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { TabButton } from '../ui/TabButton';
import { COVERAGE_VIEWS, type CoverageView } from './address';

interface ViewSwitchProps {
  view: CoverageView;
  onChange: (view: CoverageView) => void;
}

/** What the cells of the grid show. */
export function ViewSwitch({ view, onChange }: ViewSwitchProps) {
  const intl = useIntl();
  const names: Record<CoverageView, string> = {
    documents: intl.formatMessage({
      id: 'buyer-journey.view.documents',
      defaultMessage: 'Documents',
    }),
    priority: intl.formatMessage({
      id: 'buyer-journey.view.priority',
      defaultMessage: 'Priority',
    }),
    demand: intl.formatMessage({ id: 'buyer-journey.view.demand', defaultMessage: 'Demand' }),
    freshness: intl.formatMessage({
      id: 'buyer-journey.view.freshness',
      defaultMessage: 'Freshness',
    }),
  };
  return (
    <Flex
      wrap="wrap"
      gap={1}
      role="group"
      aria-label={intl.formatMessage({
        id: 'buyer-journey.view.label',
        defaultMessage: 'What the grid shows',
      })}
    >
      {COVERAGE_VIEWS.map((choice) => (
        <TabButton
          key={choice}
          type="button"
          aria-pressed={choice === view}
          onClick={() => {
            onChange(choice);
          }}
        >
          {names[choice]}
        </TabButton>
      ))}
    </Flex>
  );
}
