import { unstable_useDocumentLayout as useDocumentLayout } from '@strapi/strapi/admin';
import { lazy, Suspense } from 'react';
import { useParams } from 'react-router-dom';

import { ApiProvider } from '../../api/ApiProvider';
import { useContentPermissions } from '../../content-permissions';
import { STAGE_UID } from '../../plugin-id';
import { tagFieldNames } from '../opt-in-options';

// The button itself is registered with the admin's first script; what it shows can wait.
const TagFilterButton = lazy(() => import('./TagFilterButton'));

/** Among the list view's actions: filters an opted-in type by stage and persona, for who may see them. */
export function ListTagFilter() {
  const { slug = '' } = useParams<{ slug: string }>();
  const { list } = useDocumentLayout(slug);
  const fields = tagFieldNames(list.options);
  const { mayReadField } = useContentPermissions(slug);
  const { mayRead: mayReadStages } = useContentPermissions(STAGE_UID);
  if (!fields || !list.settings.filterable) return null;
  if (!mayReadStages || !mayReadField(fields.journeyStage)) return null;
  return (
    <ApiProvider>
      <Suspense fallback={null}>
        <TagFilterButton fields={fields} withPersonas={mayReadField(fields.personas)} />
      </Suspense>
    </ApiProvider>
  );
}
