import { useId, useState } from 'react';

import type { Me, MeBody } from '../../../contracts/sales-sourced/capture';
import { useCapture } from '../api/capture';
import { bodyOf, problemsOf, profileOf, type Field, type Problem } from './contribution';
import { useDraft, type DraftState } from './draft';

/** Fields that the form can lead the focus to. */
export type FocusTarget = Field | 'account';

export interface CaptureFormState extends Omit<DraftState, 'clear'> {
  /** The profile to make before the first contribution; null for who has one. */
  profile: MeBody | null;
  /** Problems to show: what is missing is held back until the person tries to save. */
  problems: Record<Field, Problem | null>;
  /** Element id of a field. */
  idOf: (field: FocusTarget) => string;
  focusOn: (field: FocusTarget) => void;
  save: () => void;
  /** Hands over the profile to make, or points out what is missing in it. */
  withProfile: (work: (profile: MeBody | null) => void) => void;
  isSaving: boolean;
  isSaved: boolean;
  error: Error | null;
}

/** What the person types, and the way to the server. A draft is given up only once it is saved. */
export function useCaptureForm(me: Me, user: string): CaptureFormState {
  const { draft, change, clear } = useDraft(user);
  const capture = useCapture();
  const [isAttempted, setAttempted] = useState(false);
  const prefix = useId();
  const profile = profileOf(draft, me);
  const problems = problemsOf(draft, me);

  const idOf = (field: FocusTarget) => `${prefix}-${field}`;
  const focusOn = (field: FocusTarget) => {
    document.getElementById(idOf(field))?.focus();
  };

  const attempt = (fields: Field[], work: () => void) => {
    const first = fields.find((field) => problems[field] !== null);
    setAttempted(first !== undefined);
    if (first === undefined) work();
    else focusOn(first);
  };

  const save = () => {
    if (capture.isPending) return;
    attempt(['buyerWords', 'answer', 'displayName'], () => {
      capture.mutate(
        { profile, body: bodyOf(draft, me) },
        {
          onSuccess: () => {
            clear();
            focusOn('buyerWords');
          },
        }
      );
    });
  };

  const shown = (problem: Problem | null) =>
    problem === 'missing' && !isAttempted ? null : problem;

  return {
    draft,
    change,
    profile,
    problems: {
      buyerWords: shown(problems.buyerWords),
      answer: shown(problems.answer),
      displayName: shown(problems.displayName),
    },
    idOf,
    focusOn,
    save,
    withProfile: (work) => {
      attempt(['displayName'], () => {
        work(profile);
      });
    },
    isSaving: capture.isPending,
    isSaved: capture.isSuccess && draft.buyerWords === '',
    error: capture.error,
  };
}
