/** Suggestion rules follow a stage or persona that becomes part of another one. */
import type { SuggestionRule } from '../../../contracts/tagging-rules';
import { PLUGIN_ID, STAGE_UID } from '../constants';
import type { Strapi } from '../strapi';
import { rewriteRules } from './rules/store';
import { retagLedger } from './term-ledgers';

/** A rule that named the term that is gone. */
interface Remembered {
  rule: string;
  /** Its place among those that the rule named. */
  place: number;
  /** Whether the rule named the other term as well. */
  hadBoth: boolean;
}

/** Registers the rules as a ledger. They are no use of a term: whoever merges need not list them. */
export function retagRules(strapi: Strapi): void {
  retagLedger(strapi, {
    uid: `plugin::${PLUGIN_ID}.suggestion-rules`,
    list: () => Promise.resolve([]),

    async retag(_trx, target, from, to) {
      const memory: Remembered[] = [];
      await rewriteRules(strapi, (rule) => {
        const ids = idsIn(rule, target);
        const place = ids.indexOf(from);
        if (place === -1) return rule;
        const hadBoth = ids.includes(to);
        memory.push({ rule: rule.id, place, hadBoth });
        return withIds(
          rule,
          target,
          hadBoth ? ids.filter((id) => id !== from) : ids.with(place, to)
        );
      });
      return { settled: [], memory };
    },

    async restore(_trx, target, { from, to, memory }) {
      const remembered = new Map(
        ((memory ?? []) as Remembered[]).map((before) => [before.rule, before])
      );
      await rewriteRules(strapi, (rule) => {
        const before = remembered.get(rule.id);
        const ids = idsIn(rule, target);
        const place = ids.indexOf(to);
        // Somebody has decided otherwise since.
        if (!before || place === -1) return rule;
        return withIds(
          rule,
          target,
          before.hadBoth ? ids.toSpliced(before.place, 0, from) : ids.with(place, from)
        );
      });
      return [];
    },
  });
}

/** What the rule suggests of a kind. @param target uid of the stage or persona type. */
function idsIn({ stage, personas }: SuggestionRule, target: string): string[] {
  if (target !== STAGE_UID) return personas;
  return stage === null ? [] : [stage];
}

function withIds(rule: SuggestionRule, target: string, ids: string[]): SuggestionRule {
  return target === STAGE_UID ? { ...rule, stage: ids[0] ?? null } : { ...rule, personas: ids };
}
