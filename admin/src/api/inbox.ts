import { useFetchClient } from '@strapi/strapi/admin';
import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';

import type { Answerable } from '../../../contracts/sales-sourced/answers';
import type { ItemDetail } from '../../../contracts/sales-sourced/detail';
import type { SalesSourcedFigures } from '../../../contracts/sales-sourced/figures';
import type { Inbox, InboxChoices } from '../../../contracts/sales-sourced/inbox';
import { questionParts, type InboxQuestion } from './inbox-question';
import { keys } from './keys';

/** Where the endpoints of sales-sourced items begin. */
export const SALES_SOURCED = '/buyer-journey/sales-sourced';

/** One page of the inbox, with the number of items per state. */
export function useInbox(question: InboxQuestion, { enabled = true } = {}) {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.inbox.list(question),
    queryFn: async ({ signal }) => {
      const answer = await get<Inbox>(`${SALES_SOURCED}/items`, {
        params: new URLSearchParams(questionParts(question)).toString(),
        signal,
      });
      return answer.data;
    },
    enabled,
    placeholderData: keepPreviousData,
  });
}

/** How one item is fetched. */
function itemQuery(get: ReturnType<typeof useFetchClient>['get'], documentId: string) {
  return queryOptions({
    queryKey: keys.inbox.item(documentId),
    queryFn: async ({ signal }) => {
      const answer = await get<{ data: ItemDetail }>(
        `${SALES_SOURCED}/items/${encodeURIComponent(documentId)}`,
        { signal }
      );
      return answer.data.data;
    },
  });
}

/** Everything about one item; about none, where there is no document id. */
export function useItem(documentId: string | null) {
  const { get } = useFetchClient();
  return useQuery({ ...itemQuery(get, documentId ?? ''), enabled: documentId !== null });
}

/** Fetches an item that may be on the screen already. */
export function useItemLoader(): (documentId: string) => Promise<ItemDetail> {
  const { get } = useFetchClient();
  const queryClient = useQueryClient();
  return (documentId) => queryClient.query({ ...itemQuery(get, documentId), staleTime: 'static' });
}

/** What the inbox can be narrowed by, who may own items, and where an answer can be drafted. */
export function useInboxChoices() {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.inbox.choices,
    queryFn: async ({ signal }) => {
      const answer = await get<{ data: InboxChoices }>(`${SALES_SOURCED}/filters`, { signal });
      return answer.data.data;
    },
  });
}

/** The figures above the inbox. They come by themselves, so that the list never waits for them. */
export function useSalesSourcedFigures() {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.inbox.figures,
    queryFn: async ({ signal }) => {
      const answer = await get<{ data: SalesSourcedFigures }>(`${SALES_SOURCED}/figures`, {
        signal,
      });
      return answer.data.data;
    },
  });
}

/** Documents and drafts that can be linked as an answer, by words. */
export function useAnswerable(search: string) {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.inbox.answerable(search),
    queryFn: async ({ signal }) => {
      const parameters = new URLSearchParams(search === '' ? {} : { search });
      const answer = await get<{ data: Answerable[] }>(`${SALES_SOURCED}/answerable`, {
        params: parameters.toString(),
        signal,
      });
      return answer.data.data;
    },
    placeholderData: keepPreviousData,
  });
}
