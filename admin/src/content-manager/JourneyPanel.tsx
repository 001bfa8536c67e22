import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';
import { lazy, Suspense } from 'react';
import { useIntl } from 'react-intl';

import { ApiProvider } from '../api/ApiProvider';
import { tagFieldNames } from './opt-in-options';

// The panel itself is registered with the admin's first script; what it shows can wait.
const JourneyPanelContent = lazy(() => import('./JourneyPanelContent'));

/** Side panel of the edit view: what the chosen stage and personas mean and what exists there. */
export const JourneyPanel: PanelComponent = ({ model, document, meta, activeTab }) => {
  const intl = useIntl();
  const { edit } = useDocumentLayout(model);
  const fieldNames = tagFieldNames(edit.options);
  if (!fieldNames) return null;

  // Saving and publishing renew these, and with them what the server would answer.
  const versions = [document, ...(meta?.availableStatus ?? [])].map((one) =>
    String(one?.updatedAt)
  );
  return {
    title: intl.formatMessage({ id: 'buyer-journey.panel.title', defaultMessage: 'Buyer journey' }),
    content: (
      <ApiProvider>
        <Suspense fallback={null}>
          <JourneyPanelContent
            model={model}
            documentId={document?.documentId}
            status={activeTab ?? undefined}
            version={versions.join()}
            fieldNames={fieldNames}
          />
        </Suspense>
      </ApiProvider>
    ),
  };
};
