import type { CoverageEntry } from '../../../contracts/coverage';

/** Address of an entry's edit view in the Content Manager. */
export function entryLink({
  kind,
  type,
  documentId,
  locale,
}: Pick<CoverageEntry, 'kind' | 'type' | 'documentId' | 'locale'>): string {
  const path =
    kind === 'singleType'
      ? `/content-manager/single-types/${type}`
      : `/content-manager/collection-types/${type}/${documentId}`;
  return locale === null ? path : `${path}?plugins[i18n][locale]=${encodeURIComponent(locale)}`;
}
