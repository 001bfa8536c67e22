/** What content usually is, as suggestion rules: one stage for a whole type, others for values of one of its fields. */
import type { RuleField, SuggestionRule } from '../../../contracts/tagging-rules';

/** A whole type, or what has a value in one of its fields. */
export interface Usually {
  type: string;
  field?: { name: string; value: string };
}

/** A field with more values is no way to sort content: the rules page has all of them. */
const MOST_VALUES = 20;

/** Fields by whose values content can be told apart, those with a list of values first. */
export function tellingFields(fields: RuleField[]): RuleField[] {
  const order: RuleField['kind'][] = ['enumeration', 'relation', 'boolean', 'string', 'integer'];
  return fields
    .filter(({ kind, values }) => order.includes(kind) && values.length > 0)
    .filter(({ kind, values }) => kind === 'enumeration' || values.length <= MOST_VALUES)
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function isAbout({ type, when }: SuggestionRule, usually: Usually): boolean {
  if (type !== usually.type) return false;
  const { field } = usually;
  if (field === undefined) return when.kind === 'always';
  return when.kind === 'field' && when.field === field.name && when.value === field.value;
}

const decides = (rule: SuggestionRule, usually: Usually) =>
  rule.stage !== null && isAbout(rule, usually);

/** The stage that is suggested there, by document id; null where no rule says one. */
export function stageOf(rules: SuggestionRule[], usually: Usually): string | null {
  return rules.find((rule) => decides(rule, usually))?.stage ?? null;
}

/** The field that rules of a type ask about first; null where they ask about none. */
export function askedField(rules: SuggestionRule[], type: string): string | null {
  for (const { type: of, when } of rules)
    if (of === type && when.kind === 'field') return when.field;
  return null;
}

/**
 * The rules with another stage there; null takes it away. All other rules stay as they are, and so do personas that are suggested along.
 * @param id of the rule, where a new one is needed
 */
export function withStage(
  rules: SuggestionRule[],
  usually: Usually,
  stage: string | null,
  id: string
): SuggestionRule[] {
  const at = rules.findIndex((rule) => decides(rule, usually));
  const found = rules[at];
  if (!found) return stage === null ? rules : [...rules, newRule(usually, stage, id)];
  const isEmpty = stage === null && found.personas.length === 0;
  return rules.toSpliced(at, 1, ...(isEmpty ? [] : [{ ...found, stage }]));
}

function newRule({ type, field }: Usually, stage: string, id: string): SuggestionRule {
  const when: SuggestionRule['when'] = field
    ? { kind: 'field', field: field.name, value: field.value }
    : { kind: 'always' };
  return { id, type, when, stage, personas: [] };
}
