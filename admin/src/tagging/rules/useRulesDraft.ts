import { useState } from 'react';

import type { SuggestionRule, SuggestionRules } from '../../../../contracts/tagging-rules';
import { sameRules } from './rules-draft';

export interface RulesDraft {
  rules: SuggestionRule[];
  isDirty: boolean;
  change: (rules: SuggestionRule[]) => void;
  /** Forgets all that is not saved. */
  reset: () => void;
  /** What was sent is saved: only what was changed since is left to save. */
  settle: (sent: SuggestionRule[]) => void;
}

/** The rules that are being edited. Saving makes them those that are saved: nothing is left to forget then. */
export function useRulesDraft(saved: SuggestionRules): RulesDraft {
  const savedRules = saved.rules.map(({ rule }) => rule);
  const [edited, setEdited] = useState<SuggestionRule[] | null>(null);
  const rules = edited ?? savedRules;
  return {
    rules,
    isDirty: edited !== null && !sameRules(edited, savedRules),
    change: setEdited,
    reset: () => {
      setEdited(null);
    },
    settle: (sent) => {
      setEdited((now) => (now && sameRules(now, sent) ? null : now));
    },
  };
}
