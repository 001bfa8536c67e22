import { useFetchClient } from '@strapi/strapi/admin';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import type { MergeRepBody, RepProfile } from '../../../contracts/reps';
import { keys } from './keys';

const REPS = '/buyer-journey/reps';

/** All profiles of reps, in the order of their names. */
export function useReps() {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.reps,
    queryFn: async ({ signal }) => {
      const answer = await get<{ data: RepProfile[] }>(REPS, { signal });
      return answer.data.data;
    },
  });
}

/** What can be done to a profile. */
export type RepChange =
  { do: 'confirm' | 'deactivate' | 'activate' | 'erase' } | ({ do: 'merge' } & MergeRepBody);

/** Changes one profile, and answers with what it is then. */
export function useChangeRep(documentId: string) {
  const { post } = useFetchClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ do: what, ...body }: RepChange) => {
      const path = `${REPS}/${encodeURIComponent(documentId)}/${what}`;
      return (await post<{ data: RepProfile }>(path, body)).data.data;
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.reps }),
  });
}
