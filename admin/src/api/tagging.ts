import { useFetchClient } from '@strapi/strapi/admin';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import type { RoleAccess, TaggingAccess, TaggingContentTypes } from '../../../contracts/tagging';
import { keys } from './keys';

/** While somebody waits for a developer, and a server that starts anew. */
const WATCHING_MS = 3000;

/** The site's content types with their opt-in state; with `watch`, as it is every few seconds. */
export function useTaggingContentTypes({ watch = false }: { watch?: boolean } = {}) {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.tagging.contentTypes,
    queryFn: async ({ signal }) => {
      const answer = await get<{ data: TaggingContentTypes }>(
        '/buyer-journey/tagging/content-types',
        { signal }
      );
      return answer.data.data;
    },
    refetchInterval: watch && WATCHING_MS,
  });
}

/** Roles that may edit tagged content but cannot tag it, with what each lacks. */
export function useTaggingAccess() {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.tagging.access,
    queryFn: async ({ signal }) => {
      const answer = await get<{ data: TaggingAccess }>('/buyer-journey/tagging/access', {
        signal,
      });
      return answer.data.data;
    },
  });
}

/** Gives a role what it lacks. Answers with what is still missing, or null when nothing is. */
export function useGrantAccess() {
  const { post } = useFetchClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (roleId: number) => {
      const answer = await post<{ data: RoleAccess | null }>(
        `/buyer-journey/tagging/access/${String(roleId)}/grant`,
        {}
      );
      return answer.data.data;
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.tagging.access }),
  });
}
