import { useFetchClient } from '@strapi/strapi/admin';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { STAGE_UID } from '../plugin-id';
import { errorStatus } from './errors';
import { keys } from './keys';

export type Kind = 'collectionType' | 'singleType';

/** The kind of each content type by uid, from the Content Manager. */
export function useContentTypeKinds() {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.contentManager.kinds,
    queryFn: async ({ signal }) => {
      const answer = await get<{ data: { contentTypes: { uid: string; kind: Kind }[] } }>(
        '/content-manager/init',
        { signal }
      );
      return new Map(answer.data.data.contentTypes.map(({ uid, kind }) => [uid, kind]));
    },
    staleTime: Infinity,
  });
}

/** A document that a relation points at. */
export interface RelationTarget {
  id: number;
  documentId: string;
}

export interface RelationQuestion {
  model: string;
  /** Undefined while the document is being created. */
  documentId: string | undefined;
  field: string;
  locale: string | undefined;
  status: string | undefined;
  /** Changes when the document is saved, to ask again. */
  version: string;
}

const NO_TARGETS: RelationTarget[] = [];
/** More personas than this on one entry are left out of the panel. */
const MOST_TARGETS = 100;

/** Targets of a saved relation; none for a document that does not exist yet in the locale. */
export function useSavedRelation(question: RelationQuestion) {
  const { get } = useFetchClient();
  const { model, documentId, field, locale, status } = question;
  return useQuery({
    queryKey: keys.contentManager.relations(question),
    queryFn: async ({ signal }) => {
      if (documentId === undefined) return NO_TARGETS;
      const parameters = new URLSearchParams({ pageSize: String(MOST_TARGETS) });
      if (locale !== undefined) parameters.set('locale', locale);
      if (status !== undefined) parameters.set('status', status);
      try {
        const answer = await get<{ results?: RelationTarget[] }>(
          `/content-manager/relations/${model}/${documentId}/${field}`,
          { params: parameters.toString(), signal }
        );
        return answer.data.results ?? NO_TARGETS;
      } catch (error) {
        if (errorStatus(error) === 404) return NO_TARGETS;
        throw error;
      }
    },
    placeholderData: keepPreviousData,
  });
}

export interface StageDetails {
  documentId: string;
  slug: string;
  name: string;
  buyerQuestion: string | null;
  color: string | null;
}

/** A stage as the Content Manager shows it. Needs the user's permission to read stages. */
export function useStageDetails(documentId: string | undefined, enabled: boolean) {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.contentManager.stage(documentId ?? ''),
    queryFn: async ({ signal }) => {
      const answer = await get<{ data: StageDetails }>(
        `/content-manager/collection-types/${STAGE_UID}/${documentId ?? ''}`,
        { signal }
      );
      return answer.data.data;
    },
    enabled: enabled && documentId !== undefined,
  });
}
