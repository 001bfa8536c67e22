/** Has Strapi's own screens ask again for entries that were changed behind their back. */
import { adminApi, type StrapiApp } from '@strapi/strapi/admin';

type StoreOwner = Pick<StrapiApp, 'store'>;

let owner: StoreOwner | null = null;

/** Called once, with the admin that has the cache of all that was fetched. */
export function rememberStore(app: StoreOwner): void {
  owner = app;
}

/** The list of a type's entries, and the entries themselves. */
export function refreshEntries(uid: string, entries: { documentId: string }[]): void {
  const ids = ['LIST', ...entries.map(({ documentId }) => documentId)];
  const api = adminApi.enhanceEndpoints({ addTagTypes: ['Document', 'Relations'] });
  owner?.store?.dispatch(
    api.util.invalidateTags([
      ...ids.map((id) => ({ type: 'Document' as const, id: `${uid}_${id}` })),
      'Relations',
    ])
  );
}
