import { useFetchClient } from '@strapi/strapi/admin';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import type { Coverage, CoverageEntries, CoverageFilters } from '../../../contracts/coverage';
import type { CoverageDemand } from '../../../contracts/coverage-demand';
import type { SetTargetsBody, TargetsChange } from '../../../contracts/targets';
import { keys } from './keys';

/** What the figures are about: one locale or all (null), some content types or all (empty). */
export interface CoverageScope {
  locale: string | null;
  types: string[];
}

/** Which entries are asked for. No persona: all of the stage. */
export interface EntriesQuestion extends CoverageScope {
  /** Slug, or `none` for documents without a stage. */
  stage: string;
  /** Slug, or `everyone` for content without a persona. */
  persona: string | null;
  page: number;
}

const ENTRIES_PER_PAGE = 10;

function scopeParameters({ locale, types }: CoverageScope): URLSearchParams {
  const parameters = new URLSearchParams();
  if (locale !== null) parameters.set('locale', locale);
  if (types.length > 0) parameters.set('type', types.join(','));
  return parameters;
}

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

/** One page of the entries behind a cell, a stage total or the untagged figure. */
export function useCoverageEntries(question: EntriesQuestion) {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.coverage.entries(question),
    queryFn: async ({ signal }) => {
      const parameters = scopeParameters(question);
      parameters.set('stage', question.stage);
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
