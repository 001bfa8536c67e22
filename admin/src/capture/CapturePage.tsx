import { Page } from '@strapi/strapi/admin';

import { ApiProvider } from '../api/ApiProvider';
import { PERMISSIONS } from '../permissions';
import { CaptureScreen } from './CaptureScreen';

/** Capture for those who may bring in what buyers said. */
export default function CapturePage() {
  return (
    <Page.Protect permissions={PERMISSIONS.capture}>
      <ApiProvider>
        <CaptureScreen />
      </ApiProvider>
    </Page.Protect>
  );
}
