/** Suggestions for entries that somebody is looking at. */
import type { DescribedRule, RuleKind, SuggestionRule } from '../../../../contracts/tagging-rules';
import type { Ability } from '../../read-access';
import { getService } from '../../services';
import type { ContentTypeSchema, Strapi } from '../../strapi';
import { describeRules } from './describe';
import { entryReader, type EntryReader } from './fields';
import { keptRules } from './store';
import { prepareRules, suggest, type Decision, type SuggestionEntry } from './suggest';
import { fieldsIn } from './trial';

/** An entry, read by the reader of a `Suggester`. */
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

/** Suggests for entries of one type, by the rules as they were when it was made. */
export interface Suggester {
  /** What to read of rows, and how a row becomes an entry. */
  reader: EntryReader;
  /** Suggestions by document id; entries without any are absent. */
  suggestFor: (rows: SuggestionRow[]) => Promise<Map<string, EntrySuggestion>>;
}

/** Reads the rules once. @param ability leaves out the rules about fields that this user may not read. */
export async function suggesterFor(
  strapi: Strapi,
  type: ContentTypeSchema,
  ability?: Ability
): Promise<Suggester> {
  const { rules } = await keptRules(strapi);
  return {
    reader: await entryReader(strapi, type, fieldsIn(rules, type.uid)),
    suggestFor: async (rows) =>
      rules.length === 0 ? new Map() : suggestBy(strapi, rules, type, rows, ability),
  };
}

async function suggestBy(
  strapi: Strapi,
  rules: SuggestionRule[],
  { uid, info }: ContentTypeSchema,
  rows: SuggestionRow[],
  ability: Ability | undefined
): Promise<Map<string, EntrySuggestion>> {
  const described = await describeRules(strapi, rules, ability);
  const working = described.filter(({ problem }) => problem === null);
  const prepared = prepareRules(working.map(({ rule }) => rule));
  const slugs = await slugsById(strapi);
  const suggestions = new Map<string, EntrySuggestion>();
  for (const row of rows) {
    const { stage, personas } = suggest({ ...row, type: uid }, prepared);
    if (!stage && !personas) continue;
    suggestions.set(row.documentId, {
      stage: (stage && slugs.get(stage.stage)) ?? null,
      personas: (personas?.personas ?? []).flatMap((id) => slugs.get(id) ?? []),
      reasons: reasonsOf([stage, personas], working, info.displayName),
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
