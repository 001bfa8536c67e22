/** Publishing an answer, linking documents as answers, and drafting them. */
import { z } from 'zod';

import { slug } from '../query';
import { documentId, revision, text } from './fields';
import type { ItemKind } from './items';

/** `POST /buyer-journey/sales-sourced/items/:id/publish` */
export const publishBody = z.strictObject({
  revision,
  /** Publish though the rep has not approved the wording; needs a permission of its own. */
  withoutApproval: z.boolean().default(false),
  /** Publish in spite of private data found in the text; needs a permission of its own. */
  overrideFindings: z.boolean().default(false),
});
export type PublishBody = z.infer<typeof publishBody>;

/** Something in a public field that looks private. A heuristic: it can miss and it can be wrong. */
export interface Finding {
  field: string;
  kind: 'email' | 'phone' | 'account' | 'crmReference';
  text: string;
}

/** `details` of the 400 that holds a publication back. */
export type PublishRefusal =
  { reason: 'findings'; findings: Finding[] } | { reason: 'approval' } | { reason: 'noAnswer' };

/** `POST /buyer-journey/sales-sourced/items/:id/answers` */
export const linkAnswerBody = z.strictObject({
  /** Uid of an opted-in content type. */
  type: z.string().min(1).max(255),
  documentId,
});
export type LinkAnswerBody = z.infer<typeof linkAnswerBody>;

/** Parameters of `DELETE /buyer-journey/sales-sourced/items/:id/answers/:answerId` */
export const answerParams = z.object({
  answerId: z.string().regex(/^[1-9]\d{0,8}$/, 'must be an id'),
});

/** `POST /buyer-journey/sales-sourced/items/:id/draft`: a draft with everything filled in. */
export const draftAnswerBody = z.strictObject({ type: z.string().min(1).max(255) });

/** `GET /buyer-journey/sales-sourced/answerable`: live documents and drafts to link, by words. */
export const answerableQuery = z.strictObject({ search: text(255).optional() });

export interface Answerable {
  type: string;
  typeName: string;
  documentId: string;
  title: string | null;
  live: boolean;
}

/** `GET /buyer-journey/sales-sourced/answered-by`: the items that a document answers. */
export const answeredByQuery = z.strictObject({ type: slug, documentId });

export interface AnsweredItem {
  answerId: number;
  documentId: string;
  buyerWords: string;
  kind: ItemKind;
}
