import { useFetchClient } from '@strapi/strapi/admin';
import { useMutation, useQuery, useQueryClient, type MutationScope } from '@tanstack/react-query';

import {
  EVIDENCE_PER_PAGE,
  type EditProfileBody,
  type Evidence,
  type EvidenceBody,
  type EvidencePage,
  type PersonaProfile,
  type PersonaSummary,
  type SignOffBody,
  type Team,
} from '../../../contracts/persona-profile';
import type { OwnerRef } from '../../../contracts/sales-sourced/items';
import { keys } from './keys';

const PERSONAS = '/buyer-journey/personas';
const pathOf = (documentId: string, rest = '') =>
  `${PERSONAS}/${encodeURIComponent(documentId)}${rest}`;

/** All personas in order, each with its owners and sign-offs. */
export function usePersonas() {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.personas.list,
    queryFn: async ({ signal }) =>
      (await get<{ data: PersonaSummary[] }>(PERSONAS, { signal })).data.data,
  });
}

/** The profile of one persona, with the first page of its evidence. */
export function usePersonaProfile(documentId: string) {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.personas.profile(documentId),
    queryFn: async ({ signal }) =>
      (await get<{ data: PersonaProfile }>(pathOf(documentId), { signal })).data.data,
  });
}

/** A further page of evidence; the profile brings the first one along, shown until the first further one is here. */
export function useEvidence(documentId: string, page: number, firstPage: EvidencePage) {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.personas.evidence(documentId, page),
    queryFn: async ({ signal }) => {
      const params = { page, pageSize: EVIDENCE_PER_PAGE };
      const path = pathOf(documentId, '/evidence');
      return (await get<EvidencePage>(path, { params, signal })).data;
    },
    enabled: page > 1,
    placeholderData: (previous) => previous ?? firstPage,
  });
}

/** Admin users who may own a persona, for who may set owners. */
export function usePossibleOwners() {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.personas.owners,
    queryFn: async ({ signal }) =>
      (await get<{ data: OwnerRef[] }>(`${PERSONAS}/owners`, { signal })).data.data,
  });
}

type Client = ReturnType<typeof useFetchClient>;

/**
 * A change that is over once the screen shows what came of it, be it refused or done.
 * @param scope changes of one scope wait for each other
 */
function useChange<Variables, Result>(
  send: (client: Client, variables: Variables) => Promise<{ data: { data: Result } }>,
  scope?: MutationScope
) {
  const client = useFetchClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (variables: Variables) => (await send(client, variables)).data.data,
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: keys.personas.all }),
        // Names and roles stand on those screens too.
        queryClient.invalidateQueries({ queryKey: keys.taxonomy.all }),
        queryClient.invalidateQueries({ queryKey: keys.coverage.all }),
      ]),
    ...(scope && { scope }),
  });
}

/** Changes what is named and nothing else. */
export const useEditProfile = (documentId: string) =>
  useChange<EditProfileBody, PersonaProfile>(({ put }, body) => put(pathOf(documentId), body));

/**
 * Sets an owner. Both can be set faster than the first one is saved: the second waits, and is a change of what the
 * first left.
 */
export function useSetOwner(documentId: string) {
  const queryClient = useQueryClient();
  return useChange<EditProfileBody, PersonaProfile>(
    ({ put }, body) => {
      const profile = queryClient.getQueryData<PersonaProfile>(keys.personas.profile(documentId));
      return put(pathOf(documentId), { ...body, revision: profile?.revision ?? body.revision });
    },
    { id: `owners of ${documentId}` }
  );
}

/** Signs off for the team that the user owns the persona for. */
export const useSignOff = (documentId: string) =>
  useChange<SignOffBody, PersonaProfile>(({ post }, body) =>
    post(pathOf(documentId, '/sign-off'), body)
  );

/** Takes a sign-off back. */
export const useWithdrawSignOff = (documentId: string) =>
  useChange<{ team: Team }, PersonaProfile>(({ del }, params) =>
    del(pathOf(documentId, '/sign-off'), { params })
  );

/** Adds an entry to the evidence. */
export const useAddEvidence = (documentId: string) =>
  useChange<EvidenceBody, Evidence>(({ post }, body) =>
    post(pathOf(documentId, '/evidence'), body)
  );

/** Takes the words of an entry away. */
export const useWithdrawEvidence = (documentId: string) =>
  useChange<{ id: number }, unknown>(({ del }, { id }) =>
    del(pathOf(documentId, `/evidence/${String(id)}`))
  );
