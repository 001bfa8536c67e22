import { useFetchClient } from '@strapi/strapi/admin';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import type {
  BulkErrors,
  BulkPreview,
  BulkRun,
  BulkTaggingBody,
} from '../../../contracts/bulk-tagging';
import { keys } from './keys';
import { TAGGING } from './tagging-queue';

const BULK = `${TAGGING}/bulk`;
/** Milliseconds between two looks at a run that is under way. */
const LOOK_AGAIN = 500;

/** The latest runs, the newest first; looked at again and again while one is under way. */
export function useBulkRuns() {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.tagging.runs,
    queryFn: async ({ signal }) => {
      const answer = await get<{ data: BulkRun[] }>(BULK, { signal });
      return answer.data.data;
    },
    refetchInterval: ({ state }) =>
      state.data?.some((run) => run.state === 'running') ? LOOK_AGAIN : false,
  });
}

/** What a run would do; nothing is asked while the question is null. */
export function useBulkPreview(question: BulkTaggingBody | null) {
  const { post } = useFetchClient();
  return useQuery({
    queryKey: keys.tagging.preview(question),
    queryFn: async ({ signal }) => {
      const answer = await post<{ data: BulkPreview }>(`${BULK}/preview`, question, { signal });
      return answer.data.data;
    },
    enabled: question !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** A step with a run, after which the runs are looked at again. */
function useRunStep<Variables>(
  send: (
    post: ReturnType<typeof useFetchClient>['post'],
    variables: Variables
  ) => Promise<{ data: { data: BulkRun } }>
) {
  const { post } = useFetchClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (variables: Variables) => (await send(post, variables)).data.data,
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.tagging.runs }),
  });
}

/** Begins a run; refused with a 409 while another one is under way. */
export const useStartBulk = () =>
  useRunStep<BulkTaggingBody>((post, body) => post<{ data: BulkRun }>(BULK, body));

/** Stops a run, goes on with it, or takes it back. */
export const useBulkStep = () =>
  useRunStep<{ id: number; step: 'cancel' | 'resume' | 'undo' }>((post, { id, step }) =>
    post<{ data: BulkRun }>(`${BULK}/${String(id)}/${step}`, {})
  );

/** A page of what could not be tagged, or not be taken back. */
export function useBulkErrors(run: number, page: number) {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.tagging.errors(run, page),
    queryFn: async ({ signal }) => {
      const answer = await get<BulkErrors>(`${BULK}/${String(run)}/errors`, {
        params: { page, pageSize: 25 },
        signal,
      });
      return answer.data;
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}
