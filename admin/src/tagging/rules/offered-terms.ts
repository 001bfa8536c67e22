import type { RuleTerm } from '../../../../contracts/tagging-rules';

/** What can be chosen for a rule: nothing that is retired, but what is chosen already. */
export const offeredTerms = (terms: RuleTerm[], chosen: string[] = []): RuleTerm[] =>
  terms.filter(({ retired, documentId }) => !retired || chosen.includes(documentId));
