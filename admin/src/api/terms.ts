import { useFetchClient } from '@strapi/strapi/admin';
import { useMutation, useQuery, useQueryClient, type Mutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import type { Taxonomy } from '../../../contracts/taxonomy';
import type {
  MergeResult,
  OrderBody,
  PersonaDetail,
  PersonaFields,
  StageDetail,
  StageFields,
  SwitchModelBody,
  SwitchResult,
  TermKind,
  TermUses,
  UndoResult,
} from '../../../contracts/taxonomy-terms';
import { useCountedDownload, type Progress } from './counted-download';
import { keys } from './keys';
import { useRefreshTaxonomy, useTaxonomyQuery } from './taxonomy';

const TAXONOMY = '/buyer-journey/taxonomy';

/** A stage or persona by its id. */
export interface TermId {
  kind: TermKind;
  documentId: string;
}

const pathOf = (kind: TermKind) => (kind === 'stage' ? '/stages' : '/personas');
const pathTo = ({ kind, documentId }: TermId) =>
  `${pathOf(kind)}/${encodeURIComponent(documentId)}`;

/** One stage or persona with all that can be edited, fetched anew each time it is opened. */
export function useTerm(term: TermId) {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.taxonomy.term(term.kind, term.documentId),
    queryFn: async ({ signal }) => {
      const path = TAXONOMY + pathTo(term);
      return (await get<{ data: StageDetail | PersonaDetail }>(path, { signal })).data.data;
    },
    refetchOnMount: 'always',
  });
}

/** Where it is used, by content type. */
export const useTermUses = (term: TermId) =>
  useTaxonomyQuery<TermUses>(
    keys.taxonomy.uses(term.kind, term.documentId),
    `${pathTo(term)}/uses`
  );

/** What is saved of a stage or persona; without an id it is a new one. */
export interface TermChange {
  documentId: string | null;
  fields: StageFields | PersonaFields;
  /** As it was when the change was begun; null for a new one. */
  updatedAt: string | null;
}

/** Creates or changes one. Fails with a `termConflict` when another editor saved meanwhile. */
export function useSaveTerm(kind: TermKind) {
  const { post, put } = useFetchClient();
  const refresh = useRefreshTaxonomy();
  return useMutation({
    mutationFn: async ({ documentId, fields, updatedAt }: TermChange) => {
      type Answer = { data: StageDetail | PersonaDetail };
      if (documentId === null)
        return (await post<Answer>(TAXONOMY + pathOf(kind), fields)).data.data;
      const path = TAXONOMY + pathTo({ kind, documentId });
      return (await put<Answer>(path, { ...fields, updatedAt })).data.data;
    },
    onSettled: refresh,
  });
}

/**
 * Puts all of them in another order, and shows that at once; it is taken back when it was not saved. One order is
 * saved after the other, since each is a change of the one before.
 */
export function useOrderTerms(kind: TermKind) {
  const { put } = useFetchClient();
  const queryClient = useQueryClient();
  const refresh = useRefreshTaxonomy();
  const list = kind === 'stage' ? 'stages' : 'personas';
  const scope = { id: `order of ${list}` };
  return useMutation({
    scope,
    mutationFn: (body: OrderBody) => put(`${TAXONOMY}${pathOf(kind)}/order`, body),
    onMutate: async ({ order }) => {
      await queryClient.cancelQueries({ queryKey: keys.taxonomy.current });
      const before = queryClient.getQueryData<Taxonomy>(keys.taxonomy.current);
      if (before) queryClient.setQueryData(keys.taxonomy.current, inOrder(before, list, order));
      return { before };
    },
    onError: (_error, _body, context) => {
      if (context?.before) queryClient.setQueryData(keys.taxonomy.current, context.before);
    },
    onSettled: () => {
      const isSame = ({ options }: Mutation) => options.scope?.id === scope.id;
      // What is fetched now would show the order before those that wait.
      return queryClient.isMutating({ predicate: isSame }) > 1 ? undefined : refresh();
    },
  });
}

function inOrder(taxonomy: Taxonomy, list: 'stages' | 'personas', order: string[]): Taxonomy {
  const rank = (term: { documentId: string }) => order.indexOf(term.documentId);
  const sorted = [...taxonomy[list]].sort((a, b) => rank(a) - rank(b));
  return { ...taxonomy, [list]: sorted };
}

/** Retires one, or offers it again. */
export function useRetireTerm(kind: TermKind) {
  const { post } = useFetchClient();
  const refresh = useRefreshTaxonomy();
  return useMutation({
    mutationFn: ({ documentId, retire }: { documentId: string; retire: boolean }) =>
      post(`${TAXONOMY}${pathTo({ kind, documentId })}/${retire ? 'retire' : 'unretire'}`, {}),
    onSettled: refresh,
  });
}

/** Deletes one that nothing uses. */
export function useDeleteTerm(kind: TermKind) {
  const { del } = useFetchClient();
  const refresh = useRefreshTaxonomy();
  return useMutation({
    mutationFn: (documentId: string) => del(TAXONOMY + pathTo({ kind, documentId })),
    onSettled: refresh,
  });
}

/** Fetches the list of all uses, with which a merge is undone; how much of it is here is told, 0..1. */
export function useExportUses() {
  const download = useCountedDownload();
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  return useMutation({
    mutationFn: ({ onProgress = () => undefined, ...term }: TermId & Partial<Progress>) => {
      running.current = new AbortController();
      const { signal } = running.current;
      return download(`${TAXONOMY}${pathTo(term)}/uses.csv`, { signal, onProgress });
    },
  });
}

/** Gives all uses of one term to another one, and deletes it. */
export function useMergeTerm(kind: TermKind) {
  const { post } = useFetchClient();
  const refresh = useRefreshTaxonomy();
  return useMutation({
    mutationFn: async ({ documentId, into }: { documentId: string; into: string }) => {
      const path = `${TAXONOMY}${pathTo({ kind, documentId })}/merge`;
      return (await post<{ data: MergeResult }>(path, { into })).data.data;
    },
    onSettled: refresh,
  });
}

/** Takes a merge back by the list that was exported before. */
export function useUndoMerge() {
  const { post } = useFetchClient();
  const refresh = useRefreshTaxonomy();
  return useMutation({
    mutationFn: async (list: Blob) => {
      const form = new FormData();
      form.append('file', list, 'uses.csv');
      return (await post<{ data: UndoResult }>(`${TAXONOMY}/merges/undo`, form)).data.data;
    },
    onSettled: refresh,
  });
}

/** Changes over to another stage model. */
export function useSwitchModel() {
  const { post } = useFetchClient();
  const refresh = useRefreshTaxonomy();
  return useMutation({
    mutationFn: async ({ modelId, ...body }: SwitchModelBody & { modelId: string }) => {
      const path = `${TAXONOMY}/stage-models/${encodeURIComponent(modelId)}/switch`;
      return (await post<{ data: SwitchResult }>(path, body)).data.data;
    },
    onSettled: refresh,
  });
}
