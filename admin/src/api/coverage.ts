import { useFetchClient } from '@strapi/strapi/admin';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import type {
  Coverage,
  CoverageEntries,
  CoverageFilters,
  CoverageFromSales,
  StartDraftBody,
} from '../../../contracts/coverage';
import type { CoverageDemand } from '../../../contracts/coverage-demand';
import type { StartedDraft } from '../../../contracts/tagging';
import type { SetTargetsBody, TargetsChange } from '../../../contracts/targets';
import { scopeParts, type CoverageScope } from './coverage-question';
import { keys } from './keys';

/** Which entries are asked for. No persona: all of the stage. */
export interface EntriesQuestion extends CoverageScope {
  /** Slug, `none` for documents without a stage, or `*` for all. */
  stage: string;
  /** Slug, or `everyone` for content without a persona. */
  persona: string | null;
  /** Only what sales has a part in. */
  fromSales: boolean;
  page: number;
}

/** Stands for every stage, and for none. */
export const ALL_STAGES = '*';

const ENTRIES_PER_PAGE = 10;

/** Filters as the server takes them; links to other pages use the same names. */
export const scopeParameters = (scope: CoverageScope) => new URLSearchParams(scopeParts(scope));

/**
 * The matrix of stages and personas.
 * @param version changes when documents may have changed, to ask again
 */
export function useCoverage(
  scope: CoverageScope,
  { enabled = true, version }: { enabled?: boolean; version?: string } = {}
) {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.coverage.matrix(scope, version),
    queryFn: async ({ signal }) => {
      const answer = await get<{ data: Coverage }>('/buyer-journey/coverage', {
        params: scopeParameters(scope).toString(),
        signal,
      });
      return answer.data.data;
    },
    enabled,
    placeholderData: keepPreviousData,
  });
}

/** Demand beside the matrix, what to do first, and how far supply and demand match. */
export function useCoverageDemand(scope: CoverageScope) {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.coverage.demand(scope),
    queryFn: async ({ signal }) => {
      const answer = await get<{ data: CoverageDemand }>('/buyer-journey/coverage/demand', {
        params: scopeParameters(scope).toString(),
        signal,
      });
      return answer.data.data;
    },
    placeholderData: keepPreviousData,
  });
}

/** How much of each cell sales has a part in; asked for only where it is looked at. */
export function useCoverageFromSales(scope: CoverageScope, enabled: boolean) {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.coverage.fromSales(scope),
    queryFn: async ({ signal }) => {
      const answer = await get<{ data: CoverageFromSales }>(
        '/buyer-journey/coverage/sales-sourced',
        { params: scopeParameters(scope).toString(), signal }
      );
      return answer.data.data;
    },
    enabled,
    placeholderData: keepPreviousData,
  });
}

/** One page of the entries behind a cell, a stage total or the untagged figure. */
export function useCoverageEntries(question: EntriesQuestion) {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.coverage.entries(question),
    queryFn: async ({ signal }) => {
      const parameters = scopeParameters(question);
      if (question.stage !== ALL_STAGES) parameters.set('stage', question.stage);
      if (question.fromSales) parameters.set('fromSales', 'true');
      if (question.persona !== null) parameters.set('persona', question.persona);
      parameters.set('page', String(question.page));
      parameters.set('pageSize', String(ENTRIES_PER_PAGE));
      const answer = await get<CoverageEntries>('/buyer-journey/coverage/entries', {
        params: parameters.toString(),
        signal,
      });
      return answer.data;
    },
    placeholderData: keepPreviousData,
  });
}

/** Locales and content types that the matrix can be narrowed to. */
export function useCoverageFilters() {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.coverage.filters,
    queryFn: async ({ signal }) => {
      const answer = await get<{ data: CoverageFilters }>('/buyer-journey/coverage/filters', {
        signal,
      });
      return answer.data.data;
    },
  });
}

/**
 * What a target is narrowed to that is set while looking at `scope`. Of several types none is meant: the
 * targets of the general view hold for them.
 */
export function narrowingOf({
  types,
  locale,
}: CoverageScope): Pick<SetTargetsBody, 'type' | 'locale'> {
  return {
    ...(types.length === 1 ? { type: types[0] } : {}),
    ...(locale === null ? {} : { locale }),
  };
}

/** Sets targets of cells, all or none, and answers with what was there before. */
export function useSetTargets() {
  const { put } = useFetchClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (body: SetTargetsBody) => {
      const answer = await put<{ data: TargetsChange }, SetTargetsBody>(
        '/buyer-journey/coverage/targets',
        body
      );
      return answer.data.data;
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.coverage.all }),
  });
}

/** Starts an entry for a cell. */
export function useStartDraft() {
  const { post } = useFetchClient();
  return useMutation({
    mutationFn: async (body: StartDraftBody) => {
      const answer = await post<{ data: StartedDraft }, StartDraftBody>(
        '/buyer-journey/coverage/drafts',
        body
      );
      return answer.data.data;
    },
  });
}
