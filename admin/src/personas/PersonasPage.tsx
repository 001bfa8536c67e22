import { Page } from '@strapi/strapi/admin';

import { ApiProvider } from '../api/ApiProvider';
import { PERMISSIONS } from '../permissions';
import { PersonasScreen } from './PersonasScreen';

/** Personas for those who may see their profiles. */
export default function PersonasPage() {
  return (
    <Page.Protect permissions={PERMISSIONS.readPersonas}>
      <ApiProvider>
        <PersonasScreen />
      </ApiProvider>
    </Page.Protect>
  );
}
