/** The inbox: its list, and what marketing does with items. */
import { z } from 'zod';

import { commaList, pageQuery, type Pagination, wholeNumber, slug } from '../query';
import {
  answer,
  buyerWords,
  clearable,
  documentId,
  filled,
  kind,
  personas,
  revision,
  state,
} from './fields';
import {
  type Item,
  ITEM_SOURCES,
  type OwnerRef,
  type RepRef,
  type TermRef,
  type WorkflowState,
} from './items';

export const INBOX_SORTS = ['demand', 'newest', 'oldest', 'lastHeard'] as const;
export type InboxSort = (typeof INBOX_SORTS)[number];

/** What narrows the inbox; also what an export takes. Lists are separated by commas. */
export const inboxFilters = {
  /** Workflow states; what none means is said where the filters are used. */
  state: commaList.pipe(z.array(state)).optional(),
  kind: commaList.pipe(z.array(kind)).optional(),
  /** Slugs; `none` for items without a stage. The stage that counts: resolve-by, else raised. */
  stage: commaList.optional(),
  /** Slugs; `everyone` for items without a persona. */
  persona: commaList.optional(),
  /** Ids of admin users; `none` for items that nobody owns, `me` for one's own. */
  owner: commaList.optional(),
  /** Document ids of reps who brought it in. */
  rep: commaList.pipe(z.array(documentId)).optional(),
  answered: z.enum(['true', 'false']).optional(),
  /** Brought in at least, and at most, so many days ago. */
  olderThan: wholeNumber(0, 36_500).optional(),
  newerThan: wholeNumber(0, 36_500).optional(),
  /** Words that the buyer's words must all hold. */
  search: filled(255).optional(),
};

/** `GET /buyer-journey/sales-sourced/items`: all but declined and merged items unless `state` names some. */
export const inboxQuery = z.strictObject({
  ...inboxFilters,
  sort: z.enum(INBOX_SORTS).default('demand'),
  ...pageQuery,
});
export type InboxQuery = z.infer<typeof inboxQuery>;

export type InboxFilters = Omit<InboxQuery, 'sort' | 'page' | 'pageSize'>;

export interface Inbox {
  data: Item[];
  meta: {
    pagination: Pagination;
    /** Items per state, with all other filters applied. */
    states: Record<WorkflowState, number>;
  };
}

/** A stage or persona to choose; a retired one is offered for filters alone. */
export interface TermChoice extends TermRef {
  retired: boolean;
}

/** `GET /buyer-journey/sales-sourced/filters` */
export interface InboxChoices {
  stages: TermChoice[];
  personas: TermChoice[];
  reps: RepRef[];
  /** Admin users who may own items. */
  owners: OwnerRef[];
  /** Opted-in types that an answer can be drafted in by the signed-in user. */
  draftTypes: { uid: string; displayName: string }[];
}

/** `PUT /buyer-journey/sales-sourced/items/:id`: only what is named is changed. */
export const editItemBody = z.strictObject({
  revision,
  buyerWords: buyerWords.optional(),
  kind: kind.optional(),
  answer,
  slug: z
    .string()
    .max(255)
    .regex(/^[A-Za-z0-9-_.~]+$/, 'may hold only letters, digits and - _ . ~')
    .optional(),
  stage: slug.nullable().optional(),
  resolveByStage: slug.nullable().optional(),
  personas: personas.optional(),
  /** Id of an admin user. */
  owner: z.int().positive().nullable().optional(),
  dueDate: z.iso.date('is not a date such as 2026-01-31').nullable().optional(),
  /** Document ids of reps named in the byline. */
  byline: z.array(documentId).max(20).optional(),
  source: z.enum(ITEM_SOURCES).nullable().optional(),
  account: clearable(255),
  crmReference: clearable(255),
});
export type EditItemBody = z.infer<typeof editItemBody>;

/** `POST /buyer-journey/sales-sourced/items/:id/transition` */
export const transitionBody = z.strictObject({
  revision,
  to: state,
  /** Needed when declining. */
  reason: clearable(2000),
});
export type TransitionBody = z.infer<typeof transitionBody>;

/** `POST /buyer-journey/sales-sourced/items/:id/merge` */
export const mergeBody = z.strictObject({ revision, into: documentId });
export type MergeBody = z.infer<typeof mergeBody>;

/** `POST /buyer-journey/sales-sourced/bulk`: one thing for many items. */
export const bulkBody = z.strictObject({
  items: z.array(z.strictObject({ documentId, revision })).min(1).max(100),
  action: z.discriminatedUnion('do', [
    z.strictObject({ do: z.literal('transition'), to: state, reason: clearable(2000) }),
    z.strictObject({ do: z.literal('assign'), owner: z.int().positive().nullable() }),
    z.strictObject({ do: z.literal('merge'), into: documentId }),
  ]),
});
export type BulkBody = z.infer<typeof bulkBody>;

export interface BulkResult {
  done: string[];
  /** Items that could not be changed, and why. */
  failed: { documentId: string; message: string }[];
}
