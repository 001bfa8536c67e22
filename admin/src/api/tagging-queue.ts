import { useFetchClient } from '@strapi/strapi/admin';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import type {
  Queue,
  TagEntriesBody,
  TaggedEntries,
  TaggingChoices,
  Undone,
} from '../../../contracts/tagging-queue';
import { keys } from './keys';
import { filterParts, type TaggingFilter } from './tagging-filter';

export const TAGGING = '/buyer-journey/tagging';

/** Tags that are being written: what is listed meanwhile would be listed as it was before. */
const underWay = new Set<Promise<unknown>>();

async function writing<Result>(work: Promise<Result>): Promise<Result> {
  underWay.add(work);
  try {
    return await work;
  } finally {
    underWay.delete(work);
  }
}

/** What entries can be tagged with, and where. */
export function useTaggingChoices() {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.tagging.choices,
    queryFn: async ({ signal }) => {
      const answer = await get<{ data: TaggingChoices }>(`${TAGGING}/choices`, { signal });
      return answer.data.data;
    },
    staleTime: 60_000,
  });
}

/**
 * The entries to tag, page by page. What was fetched stays as it is, since whoever works through it must not lose the place: what is
 * tagged meanwhile is for the screen to know.
 */
export function useQueue(filter: TaggingFilter) {
  const { get } = useFetchClient();
  return useInfiniteQuery({
    queryKey: keys.tagging.queue(filter),
    queryFn: async ({ pageParam, signal }) => {
      await Promise.allSettled(underWay);
      const parameters = new URLSearchParams(filterParts(filter));
      if (pageParam !== null) parameters.set('cursor', pageParam);
      const answer = await get<Queue>(`${TAGGING}/queue`, {
        params: parameters.toString(),
        signal,
      });
      return answer.data;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ meta }) => meta.nextCursor,
    staleTime: Infinity,
    // Who comes back to a filter must not find entries as they were before they were tagged.
    gcTime: 0,
  });
}

/** Tags entries, and takes that back. What could not be done is told in the answer. */
export function useTagEntries() {
  const { post } = useFetchClient();
  // What was decided is written, even where the screen is left meanwhile.
  const uncancelled = () => ({ signal: new AbortController().signal });
  return {
    tag: async (body: TagEntriesBody) =>
      (await writing(post<{ data: TaggedEntries }>(`${TAGGING}/entries`, body, uncancelled()))).data
        .data,
    undo: async (run: number) =>
      (await writing(post<{ data: Undone }>(`${TAGGING}/undo`, { run }, uncancelled()))).data.data,
  };
}
