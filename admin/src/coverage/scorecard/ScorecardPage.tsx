import { Page } from '@strapi/strapi/admin';

import { ApiProvider } from '../../api/ApiProvider';
import { PERMISSIONS } from '../../permissions';
import { ScorecardScreen } from './ScorecardScreen';

/** The scorecard for those who may read coverage. */
export default function ScorecardPage() {
  return (
    <Page.Protect permissions={PERMISSIONS.readCoverage}>
      <ApiProvider>
        <ScorecardScreen />
      </ApiProvider>
    </Page.Protect>
  );
}
