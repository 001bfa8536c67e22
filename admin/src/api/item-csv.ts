import { useFetchClient } from '@strapi/strapi/admin';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { ImportReport } from '../../../contracts/sales-sourced/csv';
import { SALES_SOURCED } from './inbox';
import { questionParts, type InboxFilter } from './inbox-question';
import { keys } from './keys';

/** Fetches the items that the filter leaves, as a CSV file. */
export function useExportItems() {
  const { get } = useFetchClient();
  return useMutation({
    mutationFn: async (filter: InboxFilter) => {
      const parts = questionParts({ filter, sort: 'demand', page: 1 });
      const answer = await get(`${SALES_SOURCED}/export`, {
        params: new URLSearchParams(parts).toString(),
        responseType: 'blob',
      });
      return answer.data;
    },
  });
}

/**
 * Sends a CSV file of items.
 * @param dryRun tells what an import would do, and does nothing
 */
export function useImportItems({ dryRun }: { dryRun: boolean }) {
  const { post } = useFetchClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) => {
      const form = new FormData();
      form.append('file', file);
      const path = `${SALES_SOURCED}/import?dryRun=${String(dryRun)}`;
      return (await post<{ data: ImportReport }>(path, form)).data.data;
    },
    onSuccess: async () => {
      if (dryRun) return;
      void queryClient.invalidateQueries({ queryKey: keys.inbox.figures });
      void queryClient.invalidateQueries({ queryKey: keys.inbox.choices });
      await queryClient.invalidateQueries({ queryKey: keys.inbox.lists });
    },
  });
}
