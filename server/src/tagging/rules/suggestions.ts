/** Suggestions for entries that somebody is looking at. */
import type { DescribedRule, RuleKind } from '../../../../contracts/tagging-rules';
import type { Ability } from '../../read-access';
import { getService } from '../../services';
import type { ContentTypeSchema, Strapi } from '../../strapi';
import { describeRules } from './describe';
import { entryReader, type EntryReader } from './fields';
import { keptRules } from './store';
import { prepareRules, suggest, type Decision, type SuggestionEntry } from './suggest';
import { fieldsIn } from './trial';

/** An entry, read as `suggestionFields` says. */
export interface SuggestionRow extends Omit<SuggestionEntry, 'type'> {
  documentId: string;
}

/** What is suggested for an entry, never written by itself. */
export interface EntrySuggestion {
  /** Slug. */
  stage: string | null;
  /** Slugs. */
  personas: string[];
  /**
   * Why: of the stage, then of the personas, each once. `detail` is the words as the rule has them, a field with its value, or
   * the name of the type, which every entry fits.
   */
  reasons: { rule: RuleKind; detail: string }[];
}

/** What to read of a type's rows for `suggestionsOf`, and how a row becomes an entry. */
export async function suggestionFields(
  strapi: Strapi,
  type: ContentTypeSchema
): Promise<EntryReader> {
  const { rules } = await keptRules(strapi);
  return entryReader(strapi, type, fieldsIn(rules, type.uid));
}

/**
 * Suggestions for entries of one type, by document id; entries without any are absent. The rules are read once.
 * @param ability leaves out the rules about fields that this user may not read.
 */
export async function suggestionsOf(
  strapi: Strapi,
  typeUid: string,
  rows: SuggestionRow[],
  ability?: Ability
): Promise<Map<string, EntrySuggestion>> {
  const { rules } = await keptRules(strapi);
  const suggestions = new Map<string, EntrySuggestion>();
  if (rules.length === 0) return suggestions;
  const described = await describeRules(strapi, rules, ability);
  const working = described.filter(({ problem }) => problem === null);
  const prepared = prepareRules(working.map(({ rule }) => rule));
  const typeName = getService(strapi, 'tagging').taggedType(typeUid).info.displayName;
  const slugs = await slugsById(strapi);
  for (const row of rows) {
    const { stage, personas } = suggest({ ...row, type: typeUid }, prepared);
    if (!stage && !personas) continue;
    suggestions.set(row.documentId, {
      stage: (stage && slugs.get(stage.stage)) ?? null,
      personas: (personas?.personas ?? []).flatMap((id) => slugs.get(id) ?? []),
      reasons: reasonsOf([stage, personas], working, typeName),
    });
  }
  return suggestions;
}

async function slugsById(strapi: Strapi): Promise<Map<string, string>> {
  const taxonomy = getService(strapi, 'taxonomy');
  const terms = [...(await taxonomy.stages()), ...(await taxonomy.personas())];
  return new Map(terms.map(({ documentId, slug }) => [documentId, slug]));
}

function reasonsOf(
  decisions: (Decision | null)[],
  rules: DescribedRule[],
  typeName: string
): EntrySuggestion['reasons'] {
  const ids = new Set(decisions.flatMap((made) => made?.ruleId ?? []));
  return [...ids].flatMap((id) => {
    const decision = decisions.find((made) => made?.ruleId === id);
    const when = rules.find(({ rule }) => rule.id === id);
    if (!decision || !when) return [];
    return { rule: decision.rule, detail: detailOf(decision, when, typeName) };
  });
}

function detailOf({ detail }: Decision, { rule, valueName }: DescribedRule, typeName: string) {
  switch (rule.when.kind) {
    case 'always':
      return typeName;
    case 'field':
      return `${rule.when.field}: ${valueName ?? detail}`;
    case 'words':
      return detail;
  }
}
