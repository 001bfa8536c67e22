/** What the rules suggest for an entry, and why. No Strapi in here. */
import {
  folded,
  wordsOf,
  type RuleKind,
  type SuggestionRule,
  type WordPlace,
} from '../../../../contracts/tagging-rules';

/** A value of a field; document ids where it is a relation. */
export type FieldValue = string | number | boolean | string[] | null | undefined;

/** An entry as rules see it. */
export interface SuggestionEntry {
  /** Uid of its type. */
  type: string;
  title: string | null;
  slug: string | null;
  /** By the names of the attributes. */
  fields: Record<string, FieldValue>;
}

/** What a rule decided, and by what. */
export interface Decision {
  ruleId: string;
  rule: RuleKind;
  /** The words as the rule has them, or the value of the field; empty when it is about every entry. */
  detail: string;
}

/** Document ids; the stage and the personas may come from different rules. */
export interface Suggestion {
  stage: (Decision & { stage: string }) | null;
  personas: (Decision & { personas: string[] }) | null;
  /** Ids of the rules that fit, whoever decides. */
  fitting: string[];
}

/** More specific ones win. */
const RANK: Record<RuleKind, number> = { words: 2, field: 1, always: 0 };

interface Fitting {
  rule: SuggestionRule;
  /** What of the rule the entry has; null when it does not fit. */
  fit: (entry: PreparedEntry) => string | null;
}

/** Rules made ready for many entries, the most specific ones first, those of a kind in their order. */
export type PreparedRules = Fitting[];

interface PreparedEntry extends SuggestionEntry {
  /** Words of a place as one text, each between blanks. */
  wordsIn: (text: string) => string;
}

/** Makes rules ready; see `suggest`. */
export function prepareRules(rules: SuggestionRule[]): PreparedRules {
  return rules
    .map((rule) => ({ rule, fit: fitOf(rule) }))
    .sort((a, b) => RANK[b.rule.when.kind] - RANK[a.rule.when.kind]);
}

/**
 * For the stage and for the personas, the most specific rule decides: words before a field before a whole type; the first in
 * order among equals. A rule that names no stage leaves the stage to others, and the same for personas.
 */
export function suggest(entry: SuggestionEntry, rules: PreparedRules): Suggestion {
  const suggestion: Suggestion = { stage: null, personas: null, fitting: [] };
  const prepared = { ...entry, wordsIn: rememberingWords() };
  for (const { rule, fit } of rules) {
    if (rule.type !== null && rule.type !== entry.type) continue;
    const detail = fit(prepared);
    if (detail === null) continue;
    suggestion.fitting.push(rule.id);
    const decision = { ruleId: rule.id, rule: rule.when.kind, detail };
    if (rule.stage !== null) suggestion.stage ??= { ...decision, stage: rule.stage };
    if (rule.personas.length > 0) suggestion.personas ??= { ...decision, personas: rule.personas };
  }
  return suggestion;
}

function fitOf({ when }: SuggestionRule): Fitting['fit'] {
  switch (when.kind) {
    case 'always':
      return () => '';
    case 'field': {
      const wanted = folded(when.value.trim());
      return ({ fields }) => (valuesOf(fields[when.field]).includes(wanted) ? when.value : null);
    }
    case 'words': {
      const phrases = when.words.map((words) => ({ words, phrase: padded(words) }));
      return (entry) => {
        const places = [
          ...when.in.map((place) => textAt(entry, place)),
          ...when.fields.map((field) => textOf(entry.fields[field])),
        ].map(entry.wordsIn);
        const found = phrases.find(({ phrase }) => places.some((words) => words.includes(phrase)));
        return found?.words ?? null;
      };
    }
  }
}

const textAt = (entry: SuggestionEntry, place: WordPlace) => entry[place] ?? '';
const textOf = (value: FieldValue) => (typeof value === 'string' ? value : '');

function valuesOf(value: FieldValue): string[] {
  if (value === null || value === undefined) return [];
  return (Array.isArray(value) ? value : [String(value)]).map((text) => folded(text.trim()));
}

/** Words between blanks, so that only whole ones are found in it. */
const padded = (text: string) => ` ${wordsOf(text).join(' ')} `;

/** Many rules look into the same title. */
function rememberingWords(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const words = known.get(text) ?? padded(text);
    known.set(text, words);
    return words;
  };
}
