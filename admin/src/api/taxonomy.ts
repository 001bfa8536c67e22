import { useFetchClient } from '@strapi/strapi/admin';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import type {
  ApplyPersonaPresetBody,
  ApplyResult,
  ApplyStageModelBody,
  PresetPersona,
  StageModel,
  Taxonomy,
} from '../../../contracts/taxonomy';
import { keys } from './keys';

/** A query below the routes of stages and personas. */
export function useTaxonomyQuery<Data>(queryKey: readonly string[], path: string) {
  const { get } = useFetchClient();
  return useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const answer = await get<{ data: Data }>(`/buyer-journey/taxonomy${path}`, { signal });
      return answer.data.data;
    },
  });
}

/** The site's stages and personas in order, with how often each is used. */
export const useTaxonomy = () => useTaxonomyQuery<Taxonomy>(keys.taxonomy.current, '');

/** The stage models that ship with the plugin. */
export const useStageModels = () =>
  useTaxonomyQuery<StageModel[]>(keys.taxonomy.stageModels, '/stage-models');

/** The buying group that ships with the plugin. */
export const usePersonaPreset = () =>
  useTaxonomyQuery<PresetPersona[]>(keys.taxonomy.personaPreset, '/persona-preset');

/** Has everything that names stages and personas be asked for again. */
export function useRefreshTaxonomy() {
  const queryClient = useQueryClient();
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: keys.taxonomy.all }),
      queryClient.invalidateQueries({ queryKey: keys.coverage.all }),
      queryClient.invalidateQueries({ queryKey: keys.setup }),
    ]);
}

export interface StageModelChoice {
  modelId: string;
  /** Slugs of the optional stages that are wanted. */
  optionalStages: string[];
  oldStages?: ApplyStageModelBody['oldStages'];
}

/** Creates the stages of a model. Fails with an `oldStagesQuestion` when other stages exist. */
export function useApplyStageModel() {
  const { post } = useFetchClient();
  const refresh = useRefreshTaxonomy();
  return useMutation({
    mutationFn: async ({ modelId, ...body }: StageModelChoice) => {
      const answer = await post<{ data: ApplyResult }, ApplyStageModelBody>(
        `/buyer-journey/taxonomy/stage-models/${encodeURIComponent(modelId)}/apply`,
        body
      );
      return answer.data.data;
    },
    onSuccess: refresh,
  });
}

/** Creates the chosen personas of the preset, as far as they do not exist yet. */
export function useApplyPersonaPreset() {
  const { post } = useFetchClient();
  const refresh = useRefreshTaxonomy();
  return useMutation({
    mutationFn: async (personas: string[]) => {
      const answer = await post<{ data: ApplyResult }, ApplyPersonaPresetBody>(
        '/buyer-journey/taxonomy/persona-preset/apply',
        { personas }
      );
      return answer.data.data;
    },
    onSuccess: refresh,
  });
}
