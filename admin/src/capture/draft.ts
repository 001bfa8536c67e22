import { useCallback, useEffect, useState } from 'react';
import { z } from 'zod';

import { ITEM_KINDS, ITEM_SOURCES } from '../../../contracts/sales-sourced/items';

/** What the person typed or chose. What is missing is prefilled or inferred, or its field is folded away. */
const draftSchema = z.object({
  /** Tells the server that a draft is sent again after its answer got lost. */
  requestId: z.string().optional(),
  buyerWords: z.string().default(''),
  kind: z.enum(ITEM_KINDS).optional(),
  stage: z.string().nullable().optional(),
  personas: z.array(z.string()).optional(),
  answer: z.string().optional(),
  resolveByStage: z.string().nullable().optional(),
  account: z.string().optional(),
  crmReference: z.string().optional(),
  source: z.enum(ITEM_SOURCES).nullable().optional(),
  profile: z
    .object({ displayName: z.string(), jobTitle: z.string(), bylineConsent: z.boolean() })
    .optional(),
});
export type Draft = z.infer<typeof draftSchema>;

const EMPTY: Draft = { buyerWords: '' };

const keyOf = (user: string) => `buyer-journey.capture.draft.${user}`;

/** A browser may refuse its storage, and what is stored may be of another version of the plugin. */
function readDraft(user: string): Draft {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(keyOf(user)) ?? '{}');
    return draftSchema.safeParse(stored).data ?? EMPTY;
  } catch {
    return EMPTY;
  }
}

function writeDraft(user: string, draft: Draft): void {
  try {
    if (draft === EMPTY) sessionStorage.removeItem(keyOf(user));
    else sessionStorage.setItem(keyOf(user), JSON.stringify(draft));
  } catch {
    // The draft still lives as long as the page does.
  }
}

/** Random; `crypto.randomUUID` is not there on sites without HTTPS. */
function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export interface DraftState {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  clear: () => void;
}

/**
 * What the user is typing. It survives a lost connection, a reload and a sign-out, until it is saved or
 * the tab is closed.
 * @param user id of the user; each has a draft of their own
 */
export function useDraft(user: string): DraftState {
  const [draft, setDraft] = useState(() => readDraft(user));
  useEffect(() => {
    writeDraft(user, draft);
  }, [user, draft]);
  const change = useCallback((part: Partial<Draft>) => {
    setDraft((before) => ({ requestId: newRequestId(), ...before, ...part }));
  }, []);
  return {
    draft,
    change,
    clear: () => {
      setDraft(EMPTY);
    },
  };
}
