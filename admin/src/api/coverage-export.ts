import { useFetchClient } from '@strapi/strapi/admin';
import { useMutation } from '@tanstack/react-query';

import { useCountedDownload, type Progress } from './counted-download';
import { scopeParameters } from './coverage';
import type { CoverageScope } from './coverage-question';

const EXPORT = '/buyer-journey/coverage/export';

/** Fetches the grid as a CSV file. */
export function useExportGrid() {
  const { get } = useFetchClient();
  return useMutation({
    mutationFn: async (scope: CoverageScope) => {
      const params = scopeParameters(scope).toString();
      return (await get<Blob>(`${EXPORT}/grid`, { params, responseType: 'blob' })).data;
    },
  });
}

interface EntriesRequest extends Progress {
  scope: CoverageScope;
}

/** Fetches the entries as a CSV file, with its progress. */
export function useExportEntries() {
  const download = useCountedDownload();
  return useMutation({
    mutationFn: ({ scope, ...progress }: EntriesRequest) =>
      download(`${EXPORT}/entries?${scopeParameters(scope).toString()}`, progress),
  });
}
