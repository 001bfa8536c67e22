import { Page } from '@strapi/strapi/admin';

import { ApiProvider } from '../../api/ApiProvider';
import { PERMISSIONS } from '../../permissions';
import { TrendScreen } from './TrendScreen';

/** The trend of coverage for those who may read it. */
export default function TrendPage() {
  return (
    <Page.Protect permissions={PERMISSIONS.readCoverage}>
      <ApiProvider>
        <TrendScreen />
      </ApiProvider>
    </Page.Protect>
  );
}
