import { Page } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';

import { ApiProvider } from '../../api/ApiProvider';
import { PERMISSIONS } from '../../permissions';
import { ProfileScreen } from './ProfileScreen';

/** The profile of one persona, for those who may see it. */
export default function ProfilePage() {
  const { documentId = '' } = useParams();
  return (
    <Page.Protect permissions={PERMISSIONS.readPersonas}>
      <ApiProvider>
        <ProfileScreen key={documentId} documentId={documentId} />
      </ApiProvider>
    </Page.Protect>
  );
}
