/** What crosses between server and admin for sales-sourced items: words, capture, inbox, answers. */
import { z } from 'zod';

import { commaList, pageQuery, wholeNumber } from './query';

export const ITEM_KINDS = ['question', 'objection', 'story', 'loss', 'request'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Stored states. *Answered* is computed, never stored. */
export const WORKFLOW_STATES = [
  'received',
  'accepted',
  'in_progress',
  'declined',
  'merged',
] as const;
export type WorkflowState = (typeof WORKFLOW_STATES)[number];

export const ITEM_SOURCES = ['call', 'email', 'meeting', 'event', 'chat', 'other'] as const;
export type ItemSource = (typeof ITEM_SOURCES)[number];

/** States that somebody may move an item to, by the state it is in. Merging has a way of its own. */
export const TRANSITIONS: Record<WorkflowState, WorkflowState[]> = {
  received: ['accepted', 'in_progress', 'declined'],
  accepted: ['received', 'in_progress', 'declined'],
  in_progress: ['accepted', 'declined'],
  declined: ['received', 'accepted'],
  merged: [],
};

/** Longest text that is taken, in characters. */
export const MAX_TEXT = 10_000;

const noNullByte = (value: string) => !value.includes('\0');
const text = (max: number) =>
  z
    .string()
    .max(max, `is over ${max} characters`)
    .refine(noNullByte, 'has a null byte')
    .transform((value) => value.trim());
const filled = (max: number) => text(max).refine((value) => value !== '', 'is empty');
/** A slug or a uid. */
const slug = z.string().min(1).max(255).refine(noNullByte, 'has a null byte');
/** A document id, as Strapi makes them. */
export const documentId = z.string().regex(/^[A-Za-z0-9]{1,40}$/, 'is not a document id');

/** Parameter of all routes on one item. */
export const itemParam = z.object({ id: documentId });

/** Optional text that null or an empty one takes away. */
const clearable = (max: number) =>
  text(max)
    .nullable()
    .transform((value) => (value === '' ? null : value))
    .optional();

const buyerWords = filled(MAX_TEXT);
const answer = clearable(MAX_TEXT);
const personas = z.array(slug).max(50, 'are over 50');

/** What an item is about, as a person or a tool states it. Stages and personas go by their slugs. */
const statement = {
  kind: z.enum(ITEM_KINDS).optional(),
  answer,
  stage: slug.nullable().optional(),
  personas: personas.optional(),
  account: clearable(255),
  crmReference: clearable(255),
  source: z.enum(ITEM_SOURCES).nullable().optional(),
};

/** `POST /buyer-journey/sales-sourced/items` */
export const captureBody = z.strictObject({
  buyerWords,
  ...statement,
  resolveByStage: slug.nullable().optional(),
  /** Chosen by the caller: sent again with the same words, after an answer got lost, it makes no second item. */
  requestId: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,64}$/, 'may hold 8 to 64 letters and digits')
    .optional(),
});
export type CaptureBody = z.infer<typeof captureBody>;

/** `data` of `POST /api/buyer-journey/sales-sourced`, from other tools. */
export const intakeData = z.strictObject({
  buyerWords,
  ...statement,
  repEmail: z.email('is not an e-mail address').max(255).optional(),
  externalId: filled(255).optional(),
});
export type IntakeData = z.infer<typeof intakeData>;
export const intakeBody = z.strictObject({ data: intakeData });
/** `data` of its answer: 201 for a new item, 200 when the same `externalId` was sent before. */
export interface IntakeReceipt {
  documentId: string;
  status: 'received';
}

/** A stage or persona as items name it. */
export interface TermRef {
  documentId: string;
  slug: string;
  name: string;
}
export interface RepRef {
  documentId: string;
  displayName: string;
}
export interface OwnerRef {
  id: number;
  name: string;
}

/** The parts of a demand figure (docs/metrics.md). */
export interface Demand {
  /** Sum of both parts. */
  figure: number;
  /** What is left of the item itself, 0..1. */
  item: number;
  /** What is left of its echoes. */
  echoes: number;
  /** Half-life in days. */
  halfLife: number;
}

/** Where an item stands for everybody to see: `answered` where it is, else its stored state. */
export type ItemStatus = WorkflowState | 'answered';

/** An item in a list. */
export interface Item {
  documentId: string;
  buyerWords: string;
  kind: ItemKind;
  state: WorkflowState;
  answered: boolean;
  stage: TermRef | null;
  resolveByStage: TermRef | null;
  personas: TermRef[];
  rep: RepRef | null;
  owner: OwnerRef | null;
  dueDate: string | null;
  /** How often it was heard: the item itself and each echo. */
  heard: number;
  demand: Demand;
  broughtInAt: string;
  lastHeardAt: string;
  /** Changes with every change of the item; sent back with a change of one's own. */
  revision: string;
}

/** `GET /buyer-journey/sales-sourced/me`: who the signed-in user is as a rep. */
export interface Me {
  rep: MyRep | null;
  /** What to offer when there is no profile yet: the name the admin knows. */
  suggestedName: string;
  /** What the last item said, to start the next one from. */
  lastUse: { stage: string | null; personas: string[]; source: ItemSource | null };
  /** What the capture form chooses from, in order. */
  stages: TermRef[];
  personas: TermRef[];
}
export interface MyRep {
  documentId: string;
  displayName: string;
  jobTitle: string | null;
  bylineConsent: boolean;
  active: boolean;
}

/** `PUT /buyer-journey/sales-sourced/me` */
export const meBody = z.strictObject({
  displayName: filled(255),
  jobTitle: clearable(255),
  bylineConsent: z.boolean(),
});
export type MeBody = z.infer<typeof meBody>;

/** `details` of the 400 for who has no rep profile yet. */
export interface NoRepYet {
  reason: 'noRep';
}

/** `GET /buyer-journey/sales-sourced/similar` */
export const similarQuery = z.strictObject({
  text: text(MAX_TEXT),
  /** An item to leave out: the one that is looked at. */
  except: documentId.optional(),
});
export type SimilarQuery = z.infer<typeof similarQuery>;
export interface SimilarItem {
  documentId: string;
  buyerWords: string;
  kind: ItemKind;
  answered: boolean;
  /** Where the answer can be read; null when it has no address of its own or is not answered. */
  link: string | null;
  heard: number;
  /** How alike the words are, 0..1. */
  likeness: number;
  /** Whether the signed-in rep was already counted today. */
  heardToday: boolean;
}

/** `POST /buyer-journey/sales-sourced/items/:id/echo` */
export interface EchoResult {
  /** False when the rep was already counted for this item today. */
  counted: boolean;
  heard: number;
}

/** `GET /buyer-journey/sales-sourced/mine` */
export const mineQuery = z.strictObject({ ...pageQuery });
export interface MyItem extends Item {
  /** Why it was declined, in the marketer's words. */
  declineReason: string | null;
  /** Address of the published answer. */
  link: string | null;
  /** Other reps who heard the same. */
  echoedBy: RepRef[];
  /** The answer that goes online under my name once I approve it; null when nothing waits for me. */
  toApprove: string | null;
  /** What the item was merged into. */
  mergedInto: { documentId: string; buyerWords: string } | null;
}
export interface MyItems {
  data: MyItem[];
  meta: { pagination: Pagination };
}
export interface Pagination {
  page: number;
  pageSize: number;
  pageCount: number;
  total: number;
}

export const INBOX_SORTS = ['demand', 'newest', 'oldest', 'lastHeard'] as const;
export type InboxSort = (typeof INBOX_SORTS)[number];

const state = z.enum(WORKFLOW_STATES);
const kind = z.enum(ITEM_KINDS);

/** What narrows the inbox; also what an export takes. Lists are separated by commas. */
export const inboxFilters = {
  /** All but declined and merged by default. */
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

/** `GET /buyer-journey/sales-sourced/items` */
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

/** `GET /buyer-journey/sales-sourced/filters` */
export interface InboxChoices {
  stages: TermRef[];
  personas: TermRef[];
  reps: RepRef[];
  /** Admin users who may own items. */
  owners: OwnerRef[];
  /** Opted-in types that an answer can be drafted in by the signed-in user. */
  draftTypes: { uid: string; displayName: string }[];
}

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
  /** Items that were merged into this one. */
  mergedFrom: { documentId: string; buyerWords: string; rep: RepRef | null }[];
  hearings: { rep: RepRef | null; at: string; kind: 'broughtIn' | 'echo' | 'merged' }[];
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

const revision = z.string().min(1).max(64);

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
/** `POST /buyer-journey/sales-sourced/items/:id/unmerge` and others that need no more than this. */
export const revisionBody = z.strictObject({ revision });

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
export interface DraftedAnswer {
  type: string;
  kind: 'collectionType' | 'singleType';
  documentId: string;
}

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

/** `GET /buyer-journey/sales-sourced/figures` (docs/metrics.md) */
export interface SalesSourcedFigures {
  items: Record<WorkflowState, number>;
  /** Valid items that are not answered. */
  open: number;
  valid: number;
  /** Days. */
  timeToAnswer: Percentiles;
  ageOfOpen: Percentiles;
  answerRate: Share;
  salesSourcedShare: Share;
  participation: Share;
  objectionLeakage: Share;
}
/** In days; null when there is nothing to measure. */
export interface Percentiles {
  median: number | null;
  p90: number | null;
  count: number;
}
/** A fraction with its parts; null when `of` is 0. */
export interface Share {
  figure: number | null;
  part: number;
  of: number;
}
