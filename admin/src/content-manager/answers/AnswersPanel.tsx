import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';
import { lazy, Suspense } from 'react';
import { useIntl } from 'react-intl';

import { ApiProvider } from '../../api/ApiProvider';
import { PERMISSIONS, useMay } from '../../permissions';
import { tagFieldNames } from '../opt-in-options';

// The panel itself is registered with the admin's first script; what it shows can wait.
const AnswersPanelContent = lazy(() => import('./AnswersPanelContent'));

/** Side panel of the edit view: what buyers asked that the document answers. */
export const AnswersPanel: PanelComponent = ({ model, document }) => {
  const intl = useIntl();
  const { edit } = useDocumentLayout(model);
  const { may: mayRead } = useMay(PERMISSIONS.readInbox);
  if (!mayRead || !tagFieldNames(edit.options)) return null;

  return {
    title: intl.formatMessage({
      id: 'buyer-journey.answers.title',
      defaultMessage: 'Answers these buyer questions',
    }),
    content: (
      <ApiProvider>
        <Suspense fallback={null}>
          <AnswersPanelContent type={model} documentId={document?.documentId} />
        </Suspense>
      </ApiProvider>
    ),
  };
};
