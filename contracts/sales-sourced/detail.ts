/** Everything about one item. */
import type { SimilarItem } from './capture';
import type { Item, ItemSource, OwnerRef, RepRef, WorkflowState } from './items';

/** `GET /buyer-journey/sales-sourced/items/:id` */
export interface ItemDetail extends Item {
  answer: string | null;
  slug: string | null;
  byline: RepRef[];
  published: boolean;
  publishedAt: string | null;
  /** Whether the published version differs from the draft. */
  modified: boolean;
  declineReason: string | null;
  mergedInto: { documentId: string; buyerWords: string } | null;
  /** Items that were merged into this one: the latest hundred, the newest first. */
  mergedFrom: { documentId: string; buyerWords: string; rep: RepRef | null }[];
  mergedFromTotal: number;
  /** That it was brought in, and the latest others: a hundred in all, the first one first. */
  hearings: { rep: RepRef | null; at: string; kind: 'broughtIn' | 'echo' | 'merged' }[];
  hearingsTotal: number;
  answers: LinkedAnswer[];
  history: ItemEvent[];
  similar: SimilarItem[];
  /** Null for who may not see them. */
  privateFields: PrivateFields | null;
  wording: Wording;
  /** Where the public finds the published item; null while it is not published. */
  link: string | null;
}

export interface PrivateFields {
  source: ItemSource | null;
  account: string | null;
  crmReference: string | null;
  externalId: string | null;
}

/**
 * Whether the rep stands behind the answer: wrote or `approved` it, is `waiting` to be asked, or is not
 * needed because no name goes on it.
 */
export type Wording = 'approved' | 'waiting' | 'notNeeded';

export interface LinkedAnswer {
  id: number;
  type: string;
  typeName: string;
  documentId: string;
  kind: 'collectionType' | 'singleType';
  /** Null when the user may not read the document, or it is gone. */
  title: string | null;
  /** `gone`: deleted since. */
  state: 'live' | 'draft' | 'gone';
  answeredAt: string | null;
}

export const ITEM_EVENTS = [
  'created',
  'state',
  'edited',
  'assigned',
  'echoed',
  'merged',
  'unmerged',
  'answerLinked',
  'answerUnlinked',
  'draftCreated',
  'wordingApproved',
  'published',
  'unpublished',
  'erased',
] as const;
export type ItemEventKind = (typeof ITEM_EVENTS)[number];

export interface ItemEvent {
  id: number;
  at: string;
  kind: ItemEventKind;
  /** Admin user who did it; null for tools and for users who are gone. */
  by: OwnerRef | null;
  /** State before and after, for changes of state. */
  from: WorkflowState | null;
  to: WorkflowState | null;
  /** Names of the fields that were changed. */
  fields: string[];
  /** A reason, a document title, or the rules that were overridden. */
  note: string | null;
}
