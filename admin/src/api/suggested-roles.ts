import { useFetchClient } from '@strapi/strapi/admin';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import type { SuggestedRole, SuggestedRoleCode } from '../../../contracts/suggested-roles';
import { keys } from './keys';

const SUGGESTED_ROLES = '/buyer-journey/settings/suggested-roles';

/** The roles that the plugin suggests: which there are, and what each would get. */
export function useSuggestedRoles() {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.suggestedRoles,
    queryFn: async ({ signal }) => {
      const answer = await get<{ data: SuggestedRole[] }>(SUGGESTED_ROLES, { signal });
      return answer.data.data;
    },
  });
}

/** Creates a suggested role, or adds what it lacks. */
export function useCreateSuggestedRole() {
  const { post } = useFetchClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (code: SuggestedRoleCode) => {
      const answer = await post<{ data: SuggestedRole }>(`${SUGGESTED_ROLES}/${code}/create`, {});
      return answer.data.data;
    },
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: keys.suggestedRoles }),
        queryClient.invalidateQueries({ queryKey: keys.tagging.access }),
      ]),
  });
}
