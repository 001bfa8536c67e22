import { createContext, useContext } from 'react';

import type { Item, WorkflowState } from '../../../../contracts/sales-sourced/items';
import type { ItemActions } from './useItemActions';

/** What is asked before something happens. */
export type Question = 'decline' | 'merge' | 'link' | 'edit';

/** Text of an answer that is being written. */
export interface AnswerDraft {
  text: string;
  /** The answer as it was when writing began; null for none. */
  basedOn: string | null;
}

/** What the parts of the inbox can do. */
export interface Triage {
  /** Whether the user may change items at all. */
  mayTriage: boolean;
  actions: ItemActions;
  /** Moves an item on and turns to the next one. */
  settle: (item: Item, to: WorkflowState) => void;
  /** Opens a dialog about the opened item. */
  ask: (question: Question) => void;
  /** Answers that are being written, by item: they outlive moving through the list. */
  draftOf: (documentId: string) => AnswerDraft | null;
  setDraft: (documentId: string, draft: AnswerDraft | null) => void;
}

export const TriageContext = createContext<Triage | null>(null);

/** @throws {Error} outside the inbox. */
export function useTriage(): Triage {
  const triage = useContext(TriageContext);
  if (!triage) throw new Error('useTriage is for parts of the inbox.');
  return triage;
}
