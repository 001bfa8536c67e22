import { useFetchClient } from '@strapi/strapi/admin';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { PERSONA_UID, STAGE_UID } from '../plugin-id';
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
  /** What it is called, where that is known. */
  name?: string | undefined;
}

export interface RelationQuestion {
  model: string;
  /** Undefined while the document is being created. */
  documentId: string | undefined;
  field: string;
  /** The field of the targets that names them. */
  mainField?: string | undefined;
  locale: string | undefined;
  status: string | undefined;
  /** Changes when the document is saved, to ask again. */
  version: string;
}

const NO_TARGETS: RelationTarget[] = [];
/** More personas than this on one entry are left out of the panel. */
const MOST_TARGETS = 100;

type RelationRow = { id: number; documentId: string } & Record<string, unknown>;

function asTarget(row: RelationRow, mainField: string | undefined): RelationTarget {
  const name = mainField === undefined ? undefined : row[mainField];
  const { id, documentId } = row;
  return { id, documentId, name: typeof name === 'string' ? name : undefined };
}

/**
 * Targets of a saved relation, in their order; none for a document that does not exist yet in the locale.
 * @param meanwhile shown while it is asked again; what was there before when left out
 */
export function useSavedRelation(question: RelationQuestion, meanwhile?: RelationTarget[]) {
  const { get } = useFetchClient();
  const { model, documentId, field, mainField, locale, status } = question;
  return useQuery<RelationTarget[]>({
    queryKey: keys.contentManager.relations(question),
    queryFn: async ({ signal }) => {
      if (documentId === undefined) return NO_TARGETS;
      const parameters = new URLSearchParams({ pageSize: String(MOST_TARGETS) });
      if (locale !== undefined) parameters.set('locale', locale);
      if (status !== undefined) parameters.set('status', status);
      try {
        const answer = await get<{ results?: RelationRow[] }>(
          `/content-manager/relations/${model}/${documentId}/${field}`,
          { params: parameters.toString(), signal }
        );
        // Strapi answers the last one first.
        const rows = (answer.data.results ?? []).toReversed();
        return rows.map((row) => asTarget(row, mainField));
      } catch (error) {
        if (errorStatus(error) === 404) return NO_TARGETS;
        throw error;
      }
    },
    placeholderData: (previous) => meanwhile ?? previous,
  });
}

/** A stage that can be chosen, as the Content Manager shows it. */
export interface StageChoice extends RelationTarget {
  name: string;
  slug: string;
  buyerQuestion: string | null;
  color: string | null;
  /** No longer offered; what has it keeps it. */
  retired?: boolean;
}

/** A persona that can be chosen, as the Content Manager shows it. */
export interface PersonaChoice extends RelationTarget {
  name: string;
  slug: string;
  retired?: boolean;
}

/** As many as the Content Manager answers at once. */
const CHOICES_PER_PAGE = 100;

interface ChoicePage<Choice> {
  results: Choice[];
  pagination: { pageCount: number };
}

/** All entries of a short list, in their order. */
function useChoices<Choice>(uid: string, enabled: boolean) {
  const { get } = useFetchClient();
  return useQuery({
    queryKey: keys.contentManager.choices(uid),
    queryFn: async ({ signal }) => {
      const choices: Choice[] = [];
      for (let page = 1, pageCount = 1; page <= pageCount; page += 1) {
        const parameters = { page, pageSize: CHOICES_PER_PAGE, sort: 'position:ASC' };
        const { data } = await get<ChoicePage<Choice>>(`/content-manager/collection-types/${uid}`, {
          params: parameters,
          signal,
        });
        choices.push(...data.results);
        pageCount = data.pagination.pageCount;
      }
      return choices;
    },
    enabled,
  });
}

/** Every stage in order. Needs the user's permission to read stages. */
export const useStageChoices = (enabled: boolean) => useChoices<StageChoice>(STAGE_UID, enabled);

/** Every persona in order. Needs the user's permission to read personas. */
export const usePersonaChoices = (enabled: boolean) =>
  useChoices<PersonaChoice>(PERSONA_UID, enabled);

export interface SearchQuestion {
  model: string;
  field: string;
  mainField: string | undefined;
  search: string;
}

/** As many as are offered of a search. */
export const MOST_FOUND = 25;

/** What a relation can be given, as Strapi's own input would offer it; the server decides what that is. */
export function useRelationSearch(question: SearchQuestion, enabled: boolean) {
  const { get } = useFetchClient();
  const { model, field, mainField, search } = question;
  return useQuery({
    queryKey: keys.contentManager.search(question),
    queryFn: async ({ signal }) => {
      const parameters = new URLSearchParams({ page: '1', pageSize: String(MOST_FOUND) });
      if (search !== '') parameters.set('_q', search);
      const answer = await get<{ results: RelationRow[] }>(
        `/content-manager/relations/${model}/${field}`,
        { params: parameters.toString(), signal }
      );
      return answer.data.results.map((row) => asTarget(row, mainField));
    },
    enabled,
    placeholderData: keepPreviousData,
  });
}
