/** What crosses between server and admin for the queue of entries to tag. */
import { z } from 'zod';

import { idParam, noNullByte, wholeNumber } from './query';
import {
  entryFilterQuery,
  MOST_ENTRIES,
  refineFilter,
  tagChange,
  versionsChoice,
  WITHOUT,
  type EntryRef,
  type TagProblem,
  type Versions,
} from './tag-change';

/** `GET /buyer-journey/tagging/queue` */
export const queueQuery = refineFilter(
  z.strictObject({
    ...entryFilterQuery,
    /** `any`: whatever tags they have. */
    without: z.enum([...WITHOUT, 'any']).default('stage'),
    cursor: z.string().min(1).max(2000).optional(),
    pageSize: wholeNumber(1, 100).default(25),
  })
);
export type QueueQuery = z.infer<typeof queueQuery>;

export interface Term {
  slug: string;
  name: string;
}

/** Tags that an entry probably should have. */
export interface Suggestion {
  /** Slug; null where only personas are suggested. */
  stage: string | null;
  /** Slugs. */
  personas: string[];
  /** What the suggestion rests on, as data: the admin puts it into words. */
  reason: {
    rule: 'type' | 'field' | 'words';
    /** The field with its value, or the words that were found. */
    detail: string;
  };
}

/** `modified`: published, with edits that are not. */
export type EntryStatus = 'draft' | 'published' | 'modified';

export interface QueueEntry extends EntryRef {
  typeName: string;
  kind: 'collectionType' | 'singleType';
  /** Null where it is empty or the user may not see it. */
  title: string | null;
  /** Beginning of its text as plain text, of 200 characters at most; empty where there is none to see. */
  excerpt: string;
  status: EntryStatus;
  stage: Term | null;
  personas: Term[];
  suggestion: Suggestion | null;
}

export interface Queue {
  data: QueueEntry[];
  meta: {
    /** Null on the last page. */
    nextCursor: string | null;
    /** Entries that fit the filters and lack the tag that is looked for. */
    left: number;
    /** Entries that fit the filters, whatever their tags. */
    total: number;
  };
}

/** `GET /buyer-journey/tagging/choices`: what entries can be tagged with, and where. What is retired is not offered. */
export interface TaggingChoices {
  stages: (Term & { color: string | null; buyerQuestion: string | null })[];
  personas: Term[];
  reps: { slug: string; displayName: string }[];
  /** Tagged types that the user may edit the tags of. */
  types: TaggableType[];
  /** The default one first; empty where the site has none. */
  locales: { code: string; name: string }[];
  /** Whether the other locales of a document are tagged along. */
  syncLocales: boolean;
}

export interface TaggableType {
  uid: string;
  displayName: string;
  draftAndPublish: boolean;
  localized: boolean;
  /** Whether the user may change published versions too. */
  mayPublish: boolean;
  /** Names of the attributes that can be filtered by. */
  fields: FilterField[];
}

export interface FilterField {
  name: string;
  /** The values to choose from; null where any is possible. */
  values: string[] | null;
}

const documentId = z.string().min(1).max(255).refine(noNullByte, 'has a null byte');

/** `POST /buyer-journey/tagging/entries` */
export const tagEntriesBody = z.strictObject({
  entries: z
    .array(
      z.strictObject({
        type: z.string().min(1).max(255),
        documentId,
        /** Null, or left out: the site's default locale, or none where the type has none. */
        locale: z.string().min(1).max(35).nullable().default(null),
      })
    )
    .min(1)
    .max(MOST_ENTRIES),
  change: tagChange,
  versions: versionsChoice,
});
export type TagEntriesBody = z.infer<typeof tagEntriesBody>;

export interface TaggedEntry extends EntryRef {
  /** `same`: it had these tags before. */
  state: 'changed' | 'same';
  /** Which versions were changed. */
  versions: Versions | null;
  /** True when the published version stayed as it was, since the user may not publish. */
  draftOnly: boolean;
}

/** What became of entries. */
export interface TaggedEntries {
  /** To undo it; null when nothing was changed. */
  run: number | null;
  entries: TaggedEntry[];
  failed: (EntryRef & { problem: TagProblem })[];
}

/** `POST /buyer-journey/tagging/undo` */
export const undoBody = z.strictObject({ run: z.int().min(1).max(2_147_483_647) });
export type UndoBody = z.infer<typeof undoBody>;

export interface Undone {
  undone: EntryRef[];
  /** What was left as it is, and why. */
  left: (EntryRef & { problem: TagProblem })[];
}

/** Route parameter of a run. */
export const runParam = idParam('run');
