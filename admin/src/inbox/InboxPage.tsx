import { Page } from '@strapi/strapi/admin';

import { ApiProvider } from '../api/ApiProvider';
import { PERMISSIONS } from '../permissions';
import { InboxScreen } from './InboxScreen';

/** The inbox for those who may read it. */
export default function InboxPage() {
  return (
    <Page.Protect permissions={PERMISSIONS.readInbox}>
      <ApiProvider>
        <InboxScreen />
      </ApiProvider>
    </Page.Protect>
  );
}
