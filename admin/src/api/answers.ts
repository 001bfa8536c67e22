import { useFetchClient } from '@strapi/strapi/admin';
import { useQuery } from '@tanstack/react-query';

import type { AnsweredItem, LinkAnswerBody } from '../../../contracts/sales-sourced/answers';
import { SALES_SOURCED } from './inbox';
import { keys } from './keys';

/** The items that a document answers; linking and unlinking an answer renews them. */
export function useAnsweredItems(document: LinkAnswerBody) {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.inbox.answeredBy(document),
    queryFn: async ({ signal }) => {
      const { type, documentId } = document;
      const answer = await get<{ data: AnsweredItem[] }>(`${SALES_SOURCED}/answered-by`, {
        params: new URLSearchParams({ type, documentId }).toString(),
        signal,
      });
      return answer.data.data;
    },
  });
}
