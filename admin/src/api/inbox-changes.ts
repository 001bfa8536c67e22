import { useFetchClient } from '@strapi/strapi/admin';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { LinkAnswerBody, PublishBody } from '../../../contracts/sales-sourced/answers';
import type { StartedDraft } from '../../../contracts/tagging';
import type { ItemDetail } from '../../../contracts/sales-sourced/detail';
import type {
  BulkBody,
  BulkResult,
  EditItemBody,
  MergeBody,
  TransitionBody,
} from '../../../contracts/sales-sourced/inbox';
import type { Item } from '../../../contracts/sales-sourced/items';
import { SALES_SOURCED } from './inbox';
import { keys } from './keys';

/** An item as somebody saw it: a change of it is refused when it was changed since. */
export type SeenItem = Pick<Item, 'documentId' | 'revision'>;

type Client = ReturnType<typeof useFetchClient>;
type Body<Type extends { revision: string }> = Omit<Type, 'revision'>;

const pathOf = (documentId: string, rest = '') =>
  `${SALES_SOURCED}/items/${encodeURIComponent(documentId)}${rest}`;

/** Fetches items and lists again; who waits for it sees the change. The figures follow when they can. */
function useRefreshInbox() {
  const queryClient = useQueryClient();
  return async () => {
    void queryClient.invalidateQueries({ queryKey: keys.inbox.figures });
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: keys.inbox.lists }),
      queryClient.invalidateQueries({ queryKey: keys.inbox.items }),
    ]);
  };
}

/** A change that is over once the screen shows what came of it, be it refused or done. */
function useChange<Variables, Result>(
  send: (client: Client, variables: Variables) => Promise<{ data: { data: Result } }>
) {
  const client = useFetchClient();
  const refresh = useRefreshInbox();
  return useMutation({
    mutationFn: async (variables: Variables) => (await send(client, variables)).data.data,
    onSettled: refresh,
  });
}

/** Changes what is named and nothing else. */
export const useEditItem = () =>
  useChange<{ item: SeenItem; edit: Body<EditItemBody> }, ItemDetail>(({ put }, { item, edit }) =>
    put(pathOf(item.documentId), { revision: item.revision, ...edit })
  );

/** Moves an item to another state. */
export const useMoveItem = () =>
  useChange<{ item: SeenItem } & Body<TransitionBody>, ItemDetail>(({ post }, { item, ...move }) =>
    post(pathOf(item.documentId, '/transition'), { revision: item.revision, ...move })
  );

/** Makes an item part of another one. */
export const useMergeItem = () =>
  useChange<{ item: SeenItem } & Body<MergeBody>, ItemDetail>(({ post }, { item, into }) =>
    post(pathOf(item.documentId, '/merge'), { revision: item.revision, into })
  );

/** Makes a merged item one of its own again. */
export const useUnmergeItem = () =>
  useChange<{ item: SeenItem }, ItemDetail>(({ post }, { item }) =>
    post(pathOf(item.documentId, '/unmerge'), { revision: item.revision })
  );

/** Vouches for what a tool brought in. */
export const useConfirmItem = () =>
  useChange<{ item: SeenItem }, ItemDetail>(({ post }, { item }) =>
    post(pathOf(item.documentId, '/confirm'), { revision: item.revision })
  );

/**
 * Takes apart what was merged, known by its id only: the revision is that of the moment.
 * @see useUnmergeItem for an item that was looked at
 */
export const useTakeOutMerged = () =>
  useChange<{ documentId: string }, ItemDetail>(async ({ get, post }, { documentId }) => {
    const merged = await get<{ data: ItemDetail }>(pathOf(documentId));
    return post(pathOf(documentId, '/unmerge'), { revision: merged.data.data.revision });
  });

/** Puts the answer online. May fail with a `publishRefusal`. */
export const usePublishItem = () =>
  useChange<{ item: SeenItem } & Partial<Body<PublishBody>>, ItemDetail>(
    ({ post }, { item, ...consent }) =>
      post(pathOf(item.documentId, '/publish'), { revision: item.revision, ...consent })
  );

/** Takes the answer offline. */
export const useUnpublishItem = () =>
  useChange<{ item: SeenItem }, ItemDetail>(({ post }, { item }) =>
    post(pathOf(item.documentId, '/unpublish'), { revision: item.revision })
  );

/** Says that a document answers an item. */
export const useLinkAnswer = () =>
  useChange<{ documentId: string; answer: LinkAnswerBody }, unknown>(
    ({ post }, { documentId, answer }) => post(pathOf(documentId, '/answers'), answer)
  );

/** Takes that back. */
export const useUnlinkAnswer = () =>
  useChange<{ documentId: string; answerId: number }, unknown>(
    ({ del }, { documentId, answerId }) => del(pathOf(documentId, `/answers/${String(answerId)}`))
  );

/** Creates a draft of a tagged content type that is to answer an item. */
export const useDraftAnswer = () =>
  useChange<{ documentId: string; type: string }, StartedDraft>(({ post }, { documentId, type }) =>
    post(pathOf(documentId, '/draft'), { type })
  );

/** Does one thing to many items. What could not be done is told in the result. */
export const useChangeMany = () =>
  useChange<BulkBody, BulkResult>(({ post }, body) => post(`${SALES_SOURCED}/bulk`, body));
