/** What entries of the queue should probably be tagged with. */
import type { Suggestion } from '../../../../contracts/tagging-queue';
import type { EntrySuggestion } from '../rules/suggestions';

/** A suggestion with its most telling reason: that of the stage, where it has one. */
export function toldSuggestion({ stage, personas, reasons }: EntrySuggestion): Suggestion | null {
  const [reason] = reasons;
  if (!reason) return null;
  const rule = reason.rule === 'always' ? 'type' : reason.rule;
  return { stage, personas, reason: { rule, detail: reason.detail } };
}
