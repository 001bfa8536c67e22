import { useFetchClient } from '@strapi/strapi/admin';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { TaggedVersions, TagsImportReport } from '../../../contracts/tagging-csv';
import { keys } from './keys';

const TAGS = '/buyer-journey/tagging/tags.csv';

/** Fetches the tags of all entries that the user may read, as a CSV file. */
export function useExportTags() {
  const { get } = useFetchClient();
  return useMutation({
    mutationFn: async () => (await get<Blob>(TAGS, { responseType: 'blob' })).data,
  });
}

interface TagsFile {
  file: File;
  versions: TaggedVersions;
}

/**
 * Sends a CSV file of tags.
 * @param dryRun tells what an import would do, and does nothing
 */
export function useImportTags({ dryRun }: { dryRun: boolean }) {
  const { post } = useFetchClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ file, versions }: TagsFile) => {
      const form = new FormData();
      form.append('file', file);
      const query = new URLSearchParams({ dryRun: String(dryRun), versions }).toString();
      return (await post<{ data: TagsImportReport }>(`${TAGS}?${query}`, form)).data.data;
    },
    onSuccess: async () => {
      if (!dryRun) await queryClient.invalidateQueries({ queryKey: keys.coverage.all });
    },
  });
}
