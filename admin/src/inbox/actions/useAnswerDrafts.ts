import { useState } from 'react';

import type { AnswerDraft } from './triage-context';

/** Answers that are being written, by item. They live as long as the screen. */
export function useAnswerDrafts() {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, AnswerDraft>>(new Map());
  return {
    draftOf: (documentId: string) => drafts.get(documentId) ?? null,
    setDraft: (documentId: string, draft: AnswerDraft | null) => {
      setDrafts((before) => {
        const after = new Map(before);
        if (draft) after.set(documentId, draft);
        else after.delete(documentId);
        return after;
      });
    },
  };
}
