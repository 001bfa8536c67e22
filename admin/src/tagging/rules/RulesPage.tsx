import { Page } from '@strapi/strapi/admin';

import { ApiProvider } from '../../api/ApiProvider';
import { PERMISSIONS } from '../../permissions';
import { RulesScreen } from './RulesScreen';

/** The suggestion rules for those who may edit them. */
export default function RulesPage() {
  return (
    <Page.Protect permissions={PERMISSIONS.editRules}>
      <ApiProvider>
        <RulesScreen />
      </ApiProvider>
    </Page.Protect>
  );
}
