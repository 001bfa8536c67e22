import { useFetchClient } from '@strapi/strapi/admin';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import type {
  CaptureBody,
  EchoResult,
  Me,
  MeBody,
  MyItems,
  MyRep,
  SimilarItem,
} from '../../../contracts/sales-sourced/capture';
import type { Item } from '../../../contracts/sales-sourced/items';
import { isRefusal } from './errors';
import { keys } from './keys';

const PATH = '/buyer-journey/sales-sourced';
const ITEMS_PER_PAGE = 10;
/** Shorter texts are like everything. */
const SHORTEST_TO_COMPARE = 3;
/** Longer texts would not fit into an address. */
const LONGEST_TO_COMPARE = 1000;

/** Requests are made and fail at once without a connection, instead of waiting for one unseen. */
const ALSO_OFFLINE = { networkMode: 'always' } as const;

const itemPath = (documentId: string, action: string) =>
  `${PATH}/items/${encodeURIComponent(documentId)}/${action}`;

/** Who the signed-in user is as a rep, and what the capture form starts from and chooses from. */
export function useMe() {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.capture.me,
    queryFn: async ({ signal }) => {
      const answer = await get<{ data: Me }>(`${PATH}/me`, { signal });
      return answer.data.data;
    },
    ...ALSO_OFFLINE,
  });
}

/** Saves the profile and shows it wherever `useMe` does. */
function useStoreProfile(): (profile: MeBody) => Promise<void> {
  const { put } = useFetchClient();
  const queryClient = useQueryClient();
  return async (profile) => {
    const answer = await put<{ data: MyRep }, MeBody>(`${PATH}/me`, profile);
    queryClient.setQueryData<Me>(keys.capture.me, (me) => me && { ...me, rep: answer.data.data });
  };
}

/** Changes the profile of the signed-in rep. */
export function useSaveProfile() {
  return useMutation({ mutationFn: useStoreProfile(), ...ALSO_OFFLINE });
}

interface Contribution {
  /** To save first; null for who has a profile. */
  profile: MeBody | null;
  body: CaptureBody;
}

/** Brings in what a buyer said. The next one starts from the stage, personas and source of this one. */
export function useCapture() {
  const { post } = useFetchClient();
  const queryClient = useQueryClient();
  const storeProfile = useStoreProfile();
  return useMutation({
    mutationFn: async ({ profile, body }: Contribution) => {
      if (profile) await storeProfile(profile);
      await post<{ data: Item }, CaptureBody>(`${PATH}/items`, body);
    },
    onSuccess: (_nothing, { body }) => {
      const { stage = null, personas = [], source = null } = body;
      queryClient.setQueryData<Me>(
        keys.capture.me,
        (me) => me && { ...me, lastUse: { stage, personas, source } }
      );
    },
    onError: useLookAtMeAgain(),
    ...ALSO_OFFLINE,
  });
}

/** A refusal may be due to a profile that was deactivated or erased, or to a stage that is gone. */
function useLookAtMeAgain(): (error: Error) => void {
  const queryClient = useQueryClient();
  return (error) => {
    if (isRefusal(error)) void queryClient.invalidateQueries({ queryKey: keys.capture.me });
  };
}

const NOTHING_SIMILAR: SimilarItem[] = [];

/** Items that say something close to the text; none while it is short or when they cannot be had. */
export function useSimilarItems(text: string): SimilarItem[] {
  const { get } = useFetchClient();
  const words = text.trim().slice(0, LONGEST_TO_COMPARE);
  const enabled = words.length >= SHORTEST_TO_COMPARE;
  const { data } = useQuery({
    queryKey: keys.capture.similarTo(words),
    queryFn: async ({ signal }) => {
      const parameters = new URLSearchParams({ text: words });
      const answer = await get<{ data: SimilarItem[] }>(`${PATH}/similar`, {
        params: parameters.toString(),
        signal,
      });
      return answer.data.data;
    },
    enabled,
    retry: false,
    placeholderData: keepPreviousData,
    ...ALSO_OFFLINE,
  });
  return enabled ? (data ?? NOTHING_SIMILAR) : NOTHING_SIMILAR;
}

interface Echo {
  /** To save first; null for who has a profile. */
  profile: MeBody | null;
  documentId: string;
}

/** Counts that the signed-in rep heard an item too. */
export function useEcho() {
  const { post } = useFetchClient();
  const queryClient = useQueryClient();
  const storeProfile = useStoreProfile();
  return useMutation({
    mutationFn: async ({ profile, documentId }: Echo) => {
      if (profile) await storeProfile(profile);
      const answer = await post<{ data: EchoResult }>(itemPath(documentId, 'echo'), {});
      return answer.data.data;
    },
    onSuccess: ({ heard }, { documentId }) => {
      queryClient.setQueriesData<SimilarItem[]>({ queryKey: keys.capture.similar }, (items) =>
        items?.map((item) =>
          item.documentId === documentId ? { ...item, heard, heardToday: true } : item
        )
      );
    },
    onError: useLookAtMeAgain(),
    ...ALSO_OFFLINE,
  });
}

/** One page of what the signed-in rep brought in, the newest first. */
export function useMyItems(page: number) {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.capture.myPage(page),
    queryFn: async ({ signal }) => {
      const parameters = new URLSearchParams({
        page: String(page),
        pageSize: String(ITEMS_PER_PAGE),
      });
      const answer = await get<MyItems>(`${PATH}/mine`, { params: parameters.toString(), signal });
      return answer.data;
    },
    placeholderData: keepPreviousData,
    ...ALSO_OFFLINE,
  });
}

/** Approves the wording that goes online under the rep's name. Refused when it was changed since. */
export function useApprove() {
  const { post } = useFetchClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ documentId, revision }: Pick<Item, 'documentId' | 'revision'>) => {
      await post(itemPath(documentId, 'approve'), { revision });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.capture.mine }),
    ...ALSO_OFFLINE,
  });
}
