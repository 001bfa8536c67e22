import type { BulkActionComponent } from '@strapi/content-manager/strapi-admin';
import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';
import { lazy, Suspense, useCallback } from 'react';
import { useIntl } from 'react-intl';

import { ApiProvider } from '../../api/ApiProvider';
import { useContentPermissions } from '../../content-permissions';
import { PERMISSIONS, useMay } from '../../permissions';
import { LoadingNotice } from '../../ui/notices';
import { tagFieldNames } from '../opt-in-options';

// The action itself is registered with the admin's first script; its dialog can wait.
const SetTagsDialog = lazy(() => import('./SetTagsDialog'));

/** Among the bulk actions of the list view: tags the chosen entries of an opted-in type. */
export const SetTagsAction: BulkActionComponent = ({ model, documents }) => {
  const intl = useIntl();
  const { list } = useDocumentLayout(model);
  const { may: mayTag } = useMay(PERMISSIONS.tag);
  const { mayUpdate } = useContentPermissions(model);
  const { mainField } = list.settings;
  const hasDrafts = list.options.draftAndPublish === true;
  // The dialog would start over with each new component.
  const content = useCallback(
    ({ onClose }: { onClose: () => void }) => (
      <ApiProvider>
        <Suspense fallback={<LoadingNotice />}>
          <SetTagsDialog
            model={model}
            entries={documents.map((document) => ({
              documentId: document.documentId,
              locale: typeof document.locale === 'string' ? document.locale : null,
              title: String(document[mainField] ?? document.documentId),
            }))}
            hasDrafts={hasDrafts}
            onClose={onClose}
          />
        </Suspense>
      </ApiProvider>
    ),
    [model, documents, mainField, hasDrafts]
  );
  if (!mayTag || !mayUpdate || !tagFieldNames(list.options)) return null;
  const title = intl.formatMessage({
    id: 'buyer-journey.setTags.title',
    defaultMessage: 'Set stage and personas',
  });
  return { label: title, variant: 'tertiary', dialog: { type: 'modal', title, content } };
};
