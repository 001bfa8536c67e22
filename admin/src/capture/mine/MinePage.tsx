import { Page } from '@strapi/strapi/admin';

import { ApiProvider } from '../../api/ApiProvider';
import { PERMISSIONS } from '../../permissions';
import { MineScreen } from './MineScreen';

/** A rep's own contributions and profile, for those who may contribute. */
export default function MinePage() {
  return (
    <Page.Protect permissions={PERMISSIONS.capture}>
      <ApiProvider>
        <MineScreen />
      </ApiProvider>
    </Page.Protect>
  );
}
