import { useFetchClient } from '@strapi/strapi/admin';
import { useMutation } from '@tanstack/react-query';

import type {
  TagEntriesBody,
  TaggedEntries,
  UndoBody,
  Undone,
} from '../../../contracts/tagging-queue';

/** Tags some entries at once, drafts and published versions as the body says. */
export function useTagEntries() {
  const { post } = useFetchClient();
  return useMutation({
    mutationFn: async (body: TagEntriesBody) =>
      (await post<{ data: TaggedEntries }>('/buyer-journey/tagging/entries', body)).data.data,
  });
}

/** Brings back the tags that entries had before. */
export function useUndoTagging() {
  const { post } = useFetchClient();
  return useMutation({
    mutationFn: async (body: UndoBody) =>
      (await post<{ data: Undone }>('/buyer-journey/tagging/undo', body)).data.data,
  });
}
