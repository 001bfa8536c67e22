import { useFetchClient } from '@strapi/strapi/admin';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import type {
  RuleField,
  RulesTrial,
  SaveRulesBody,
  SuggestionRule,
  SuggestionRules,
  TryRulesBody,
} from '../../../contracts/tagging-rules';
import { keys } from './keys';

const RULES = '/buyer-journey/tagging/rules';

/** The site's suggestion rules, and what new ones can be made of. */
export function useSuggestionRules() {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.tagging.rules,
    queryFn: async ({ signal }) =>
      (await get<{ data: SuggestionRules }>(RULES, { signal })).data.data,
    // Whoever is editing them must not find them changed under their hands.
    staleTime: Infinity,
  });
}

/** Replaces all rules; fails with a conflict when somebody else did meanwhile. */
export function useSaveRules() {
  const { put } = useFetchClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (body: SaveRulesBody) =>
      (await put<{ data: SuggestionRules }, SaveRulesBody>(RULES, body)).data.data,
    onSuccess: (saved) => {
      queryClient.setQueryData(keys.tagging.rules, saved);
      return queryClient.invalidateQueries({ queryKey: keys.setup });
    },
  });
}

/** What rules would have suggested for the site's own entries. Nothing is changed. */
export function useTryRules() {
  const { post } = useFetchClient();
  return useMutation({
    mutationFn: async (rules: SuggestionRule[]) =>
      (await post<{ data: RulesTrial }, TryRulesBody>(`${RULES}/test`, { rules })).data.data,
  });
}

/** As `useTryRules`, for the rules that are saved. */
export function useSavedRulesTrial({ version, rules }: SuggestionRules) {
  const { post } = useFetchClient();
  return useQuery({
    queryKey: keys.tagging.rulesTrial(version),
    queryFn: async ({ signal }) => {
      const body = { rules: rules.map(({ rule }) => rule) };
      const answer = await post<{ data: RulesTrial }, TryRulesBody>(`${RULES}/test`, body, {
        signal,
      });
      return answer.data.data;
    },
    enabled: rules.length > 0,
    placeholderData: keepPreviousData,
  });
}

/** The fields of a content type that rules can ask about; none for all types. */
export function useRuleFields(type: string | null) {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.tagging.ruleFields(type ?? ''),
    queryFn: async ({ signal }) => {
      const params = new URLSearchParams({ type: type ?? '' }).toString();
      return (await get<{ data: RuleField[] }>(`${RULES}/fields`, { params, signal })).data.data;
    },
    enabled: type !== null,
  });
}
