/** What entries of the queue should probably be tagged with. */
import type { Suggestion } from '../../../../contracts/tagging-queue';
import type { Ability } from '../../read-access';
import type { ContentTypeSchema, Strapi } from '../../strapi';
import type { EntryReader } from '../rules/fields';
import { suggestionsOf as suggestionsByRules } from '../rules/suggestions';

/** An entry as far as the user may see it. */
export interface SuggestedFor {
  documentId: string;
  fields: Record<string, unknown>;
}

/** Suggestions by document id, for as many entries as have one. @param reader tells what of their fields rules look at. */
export async function suggestionsOf(
  strapi: Strapi,
  type: ContentTypeSchema,
  { reader, ability }: { reader: EntryReader; ability: Ability },
  entries: SuggestedFor[]
): Promise<Map<string, Suggestion>> {
  const suggested = await suggestionsByRules(
    strapi,
    type.uid,
    entries.map(({ documentId, fields }) => ({ documentId, ...reader.entryOf(fields) })),
    ability
  );
  const suggestions = new Map<string, Suggestion>();
  for (const [documentId, { stage, personas, reasons }] of suggested) {
    const [reason] = reasons;
    if (!reason) continue;
    const rule = reason.rule === 'always' ? 'type' : reason.rule;
    suggestions.set(documentId, { stage, personas, reason: { rule, detail: reason.detail } });
  }
  return suggestions;
}
