/** Rules as they are being edited, before they are saved. */
import type { SuggestionRule } from '../../../../contracts/tagging-rules';

/** The rule with its id replaced in its place, or added at the end. */
export function withRule(rules: SuggestionRule[], rule: SuggestionRule): SuggestionRule[] {
  const isKnown = rules.some(({ id }) => id === rule.id);
  return isKnown ? rules.map((old) => (old.id === rule.id ? rule : old)) : [...rules, rule];
}

export const withoutRule = (rules: SuggestionRule[], id: string): SuggestionRule[] =>
  rules.filter((rule) => rule.id !== id);

/** The rule one place further up or down; at the end of the list it stays. */
export function withMoved(rules: SuggestionRule[], id: string, by: -1 | 1): SuggestionRule[] {
  const from = rules.findIndex((rule) => rule.id === id);
  const [rule, other] = [rules[from], rules[from + by]];
  if (!rule || !other) return rules;
  return rules.map((old, index) => {
    if (index === from) return other;
    return index === from + by ? rule : old;
  });
}

/** Whether both lists say the same. Rules that nobody edited are the same objects. */
export const sameRules = (some: SuggestionRule[], others: SuggestionRule[]): boolean =>
  some.length === others.length &&
  some.every((rule, index) => JSON.stringify(rule) === JSON.stringify(others[index]));
