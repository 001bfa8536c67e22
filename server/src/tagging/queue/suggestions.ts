/** What entries of the queue should probably be tagged with. */
import type { Suggestion } from '../../../../contracts/tagging-queue';
import type { ContentTypeSchema, Strapi } from '../../strapi';

/** An entry as far as the user may see it. */
export interface SuggestedFor {
  documentId: string;
  locale: string | null;
  fields: Record<string, unknown>;
}

/** Suggestions by document id, for as many entries as have one. */
export const suggestionsOf: (
  strapi: Strapi,
  type: ContentTypeSchema,
  entries: SuggestedFor[]
) => Promise<Map<string, Suggestion>> = () => Promise.resolve(new Map<string, Suggestion>());
