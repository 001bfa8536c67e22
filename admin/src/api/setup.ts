import { useFetchClient } from '@strapi/strapi/admin';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import type { OptionalStep, Setup, SkipStepBody } from '../../../contracts/setup';
import { keys } from './keys';

const SETUP = '/buyer-journey/setup';

/** How far the site is from nothing to a grid. */
export function useSetup({ enabled = true }: { enabled?: boolean } = {}) {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.setup,
    queryFn: async ({ signal }) => (await get<{ data: Setup }>(SETUP, { signal })).data.data,
    enabled,
  });
}

/** Has the site do without a step, or takes that back. */
export function useSkipStep() {
  const { put } = useFetchClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ step, skipped }: SkipStepBody & { step: OptionalStep }) =>
      (await put<{ data: Setup }, SkipStepBody>(`${SETUP}/${step}`, { skipped })).data.data,
    onSuccess: (setup) => {
      queryClient.setQueryData(keys.setup, setup);
    },
  });
}
