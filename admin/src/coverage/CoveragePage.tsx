import { Page } from '@strapi/strapi/admin';

import { ApiProvider } from '../api/ApiProvider';
import { PERMISSIONS } from '../permissions';
import { CoverageScreen } from './CoverageScreen';

/** The coverage page for those who may read it. */
export default function CoveragePage() {
  return (
    <Page.Protect permissions={PERMISSIONS.readCoverage}>
      <ApiProvider>
        <CoverageScreen />
      </ApiProvider>
    </Page.Protect>
  );
}
