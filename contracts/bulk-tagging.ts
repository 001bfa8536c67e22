/** What crosses between server and admin when everything that fits a filter is tagged at once. */
import { z } from 'zod';

import { pageQuery, type Pagination } from './query';
import {
  entryFilter,
  tagChange,
  versionsChoice,
  type EntryFilter,
  type EntryRef,
  type TagChange,
  type TagProblem,
  type Versions,
} from './tag-change';
import type { QueueEntry } from './tagging-queue';

/** `POST /buyer-journey/tagging/bulk/preview` and `POST /buyer-journey/tagging/bulk` */
export const bulkTaggingBody = z.strictObject({
  filter: entryFilter,
  change: tagChange,
  versions: versionsChoice,
});
export type BulkTaggingBody = z.infer<typeof bulkTaggingBody>;

export interface PreviewCounts {
  /** Entries that fit the filter and that the user may see. */
  matching: number;
  /** Of these, those that the user may not edit. */
  notEditable: number;
  /** Of those that may be edited, how many have these tags already. */
  same: number;
  /** How many will be changed. */
  changing: number;
}

/** What would happen. */
export interface BulkPreview {
  totals: PreviewCounts;
  types: (PreviewCounts & {
    type: string;
    displayName: string;
    /** True when published versions stay as they are, since the user may not publish entries of the type. */
    draftOnly: boolean;
  })[];
  /** Some of those that will be changed. */
  sample: QueueEntry[];
}

/**
 * `interrupted`: the server stopped in between. What is left can be resumed, after `cancelled`, `failed` and `interrupted` alike.
 */
export const RUN_STATES = ['running', 'done', 'cancelled', 'failed', 'interrupted'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** A run of bulk tagging, as it stands. */
export interface BulkRun {
  id: number;
  state: RunState;
  /** `undo`: what was tagged is being brought back, or was. */
  phase: 'tag' | 'undo';
  /** Why a failed one could not go on, in a sentence; null where only the log knows. */
  problem: string | null;
  by: string;
  startedAt: string;
  finishedAt: string | null;
  filter: EntryFilter;
  change: TagChange;
  versions: Versions;
  /** Entries of the run. All that follow add up to it. */
  total: number;
  /** Not looked at yet. */
  pending: number;
  changed: number;
  same: number;
  failed: number;
  /** Brought back. */
  undone: number;
  /** Left alone when all others were brought back. */
  left: number;
}

/** `details` of the 409 that says that another run is under way. */
export interface RunningRefusal {
  reason: 'running';
  run: BulkRun;
}

/** `GET /buyer-journey/tagging/bulk/:run/errors` */
export const bulkErrorsQuery = z.strictObject(pageQuery);

/** An entry that was not tagged, or not brought back. */
export interface BulkError extends EntryRef {
  typeName: string;
  kind: 'collectionType' | 'singleType';
  title: string | null;
  problem: TagProblem;
}

export interface BulkErrors {
  data: BulkError[];
  meta: { pagination: Pagination };
}
