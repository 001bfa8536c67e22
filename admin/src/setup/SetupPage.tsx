import { Page } from '@strapi/strapi/admin';

import { ApiProvider } from '../api/ApiProvider';
import { PERMISSIONS } from '../permissions';
import { SetupScreen } from './SetupScreen';

/** From nothing to a grid, for those who may read the settings. */
export default function SetupPage() {
  return (
    <Page.Protect permissions={PERMISSIONS.readSettings}>
      <ApiProvider>
        <SetupScreen />
      </ApiProvider>
    </Page.Protect>
  );
}
