import { useIntl } from 'react-intl';

import { TabGroup } from '../ui/TabGroup';
import {
  COVERAGE_LAYOUTS,
  COVERAGE_VIEWS,
  type CoverageLayout,
  type CoverageView,
} from './address';

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
    sales: intl.formatMessage({ id: 'buyer-journey.view.sales', defaultMessage: 'From sales' }),
  };
  return (
    <TabGroup
      label={intl.formatMessage({
        id: 'buyer-journey.view.label',
        defaultMessage: 'What the grid shows',
      })}
      choices={COVERAGE_VIEWS.map((choice) => ({ value: choice, name: names[choice] }))}
      chosen={view}
      onChange={onChange}
    />
  );
}

interface LayoutSwitchProps {
  layout: CoverageLayout;
  onChange: (layout: CoverageLayout) => void;
}

/** How the cells are laid out. */
export function LayoutSwitch({ layout, onChange }: LayoutSwitchProps) {
  const intl = useIntl();
  const names: Record<CoverageLayout, string> = {
    grid: intl.formatMessage({ id: 'buyer-journey.layout.grid', defaultMessage: 'Grid' }),
    table: intl.formatMessage({ id: 'buyer-journey.layout.table', defaultMessage: 'Table' }),
    gaps: intl.formatMessage({ id: 'buyer-journey.layout.gaps', defaultMessage: 'Gaps' }),
  };
  return (
    <TabGroup
      label={intl.formatMessage({ id: 'buyer-journey.layout.label', defaultMessage: 'Layout' })}
      choices={COVERAGE_LAYOUTS.map((choice) => ({ value: choice, name: names[choice] }))}
      chosen={layout}
      onChange={onChange}
    />
  );
}
