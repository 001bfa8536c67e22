import { Page } from '@strapi/strapi/admin';

import { ApiProvider } from '../api/ApiProvider';
import { PERMISSIONS } from '../permissions';
import { TaggingScreen } from './TaggingScreen';

/** The page to tag on, for those who may. */
export default function TaggingPage() {
  return (
    <Page.Protect permissions={PERMISSIONS.tag}>
      <ApiProvider>
        <TaggingScreen />
      </ApiProvider>
    </Page.Protect>
  );
}
