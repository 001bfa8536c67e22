import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';
import { lazy, Suspense } from 'react';
import { useIntl } from 'react-intl';

import { ApiProvider } from '../api/ApiProvider';
import { panelFieldsOf } from './edit-view-layout';
import { requiresStage, tagFieldNames } from './opt-in-options';

// The panel itself is registered with the admin's first script; what it shows can wait.
const JourneyPanelContent = lazy(() => import('./JourneyPanelContent'));

/** Side panel of the edit view: the stage, personas and contributors of the entry, and what the choice does. */
export const JourneyPanel: PanelComponent = ({ model, document, meta, activeTab }) => {
  const intl = useIntl();
  const { edit } = useDocumentLayout(model);
  const fieldNames = tagFieldNames(edit.options);
  if (!fieldNames) return null;

  const versions = [document, ...(meta?.availableStatus ?? [])];
  return {
    title: intl.formatMessage({ id: 'buyer-journey.panel.title', defaultMessage: 'Buyer journey' }),
    content: (
      <ApiProvider>
        <Suspense fallback={null}>
          <JourneyPanelContent
            model={model}
            documentId={document?.documentId}
            status={activeTab ?? undefined}
            isPublished={versions.some((one) => Boolean(one?.publishedAt))}
            // Saving and publishing renew these, and with them what the server would answer.
            version={versions.map((one) => String(one?.updatedAt)).join()}
            fieldNames={fieldNames}
            panelFields={panelFieldsOf(edit.options)}
            requiresStage={requiresStage(edit.options)}
          />
        </Suspense>
      </ApiProvider>
    ),
  };
};
