import { suggestKind } from '../../../contracts/sales-sourced/item-kind';
import { type CaptureBody, type Me, type MeBody } from '../../../contracts/sales-sourced/capture';
import { MAX_TEXT } from '../../../contracts/sales-sourced/fields';
import { type ItemKind, type TermRef } from '../../../contracts/sales-sourced/items';
import type { Draft } from './draft';

const known = (terms: TermRef[], slug: string | null | undefined) =>
  terms.find((term) => term.slug === slug) ?? null;

/** The kind that was chosen, else the one that the words suggest. */
export function kindOf({ kind, buyerWords }: Draft): ItemKind {
  return kind ?? suggestKind(buyerWords);
}

/** The stage that was chosen, else that of the last item. Stages that are gone do not count. */
export function stageOf({ stage }: Draft, { stages, lastUse }: Me): TermRef | null {
  return known(stages, stage === undefined ? lastUse.stage : stage);
}

/** The personas that were chosen, else those of the last item. */
export function personasOf({ personas: chosen }: Draft, { personas, lastUse }: Me): TermRef[] {
  const slugs = chosen ?? lastUse.personas;
  return personas.filter(({ slug }) => slugs.includes(slug));
}

/** The profile to make before the first contribution; null for who has one. */
export function profileOf({ profile }: Draft, { rep, suggestedName }: Me): MeBody | null {
  if (rep) return null;
  return profile ?? { displayName: suggestedName, jobTitle: '', bylineConsent: false };
}

/** Everything that is sent, as the form shows it. */
export function bodyOf(draft: Draft, me: Me): CaptureBody {
  const { requestId, buyerWords, answer, account, crmReference, source } = draft;
  return {
    requestId,
    buyerWords,
    kind: kindOf(draft),
    answer,
    stage: stageOf(draft, me)?.slug ?? null,
    resolveByStage: known(me.stages, draft.resolveByStage)?.slug ?? null,
    personas: personasOf(draft, me).map(({ slug }) => slug),
    account,
    crmReference,
    source,
  };
}

export type Field = 'buyerWords' | 'answer' | 'displayName';
export type Problem = 'missing' | 'tooLong';

const textProblem = (text: string): Problem | null => (text.length > MAX_TEXT ? 'tooLong' : null);
const filledProblem = (text: string): Problem | null =>
  text.trim() === '' ? 'missing' : textProblem(text);

/** What keeps the contribution from being saved, field by field. */
export function problemsOf(draft: Draft, me: Me): Record<Field, Problem | null> {
  const profile = profileOf(draft, me);
  return {
    buyerWords: filledProblem(draft.buyerWords),
    answer: textProblem(draft.answer ?? ''),
    displayName: profile && filledProblem(profile.displayName),
  };
}
