/** What crosses between server and admin when tags are changed: which entries, which tags, and what became of it. */
import { z } from 'zod';

import { commaList, noNullByte, slug, utcDay } from './query';

/** Entries that one request may name. */
export const MOST_ENTRIES = 100;

const listChange = z.strictObject({
  mode: z.enum(['set', 'add', 'remove']),
  /** Slugs. With `set` an empty list takes all away. */
  slugs: z.array(slug).max(100),
});
export type ListChange = z.infer<typeof listChange>;

/** What happens to tags, by slug; what is left out stays as it is. */
export const tagChange = z
  .strictObject({
    /** Null takes the stage away. */
    stage: slug.nullable().optional(),
    personas: listChange.optional(),
    contributors: listChange.optional(),
  })
  .refine(
    ({ stage, personas, contributors }) =>
      stage !== undefined || personas !== undefined || contributors !== undefined,
    'must change something'
  );
export type TagChange = z.infer<typeof tagChange>;

/** `both`: drafts and published versions, so that the live site changes and no other edit is published. */
export const VERSIONS = ['both', 'draft'] as const;
export type Versions = (typeof VERSIONS)[number];
export const versionsChoice = z.enum(VERSIONS).default('both');

/** Tags that entries lack. */
export const WITHOUT = ['stage', 'persona'] as const;
export type Without = (typeof WITHOUT)[number];

const text = z.string().trim().min(1).max(255).refine(noNullByte, 'has a null byte');

/** Which entries are meant, as a query or a body carries it; without any filter all that the user may edit. */
export const entryFilters = {
  without: z.enum(WITHOUT).optional(),
  /** Uids of tagged content types. */
  type: z.array(slug).min(1).max(100).optional(),
  /** Each of them stands in the title or in a text. */
  words: text.optional(),
  /** Name of an attribute; `value` says what it must be. Types that have no such one are left out. */
  field: z.string().min(1).max(100).refine(noNullByte, 'has a null byte').optional(),
  value: text.optional(),
  /** Last changed on this day or later, in UTC. */
  changedFrom: utcDay.optional(),
  /** Last changed on this day or earlier, in UTC. */
  changedTo: utcDay.optional(),
  /** Left out: the site's default locale. */
  locale: z.string().min(1).max(35).optional(),
};

/** As a query string carries them. */
export const entryFilterQuery = { ...entryFilters, type: commaList.optional() };

const hasFieldAndValue = (filter: { field?: string; value?: string }) =>
  (filter.field === undefined) === (filter.value === undefined);
/** Half of a pair is refused. */
export const refineFilter = <Filter extends z.ZodType<{ field?: string; value?: string }>>(
  filter: Filter
): Filter =>
  filter.refine(hasFieldAndValue, {
    path: ['value'],
    message: 'and field belong together: give both or none',
  });

export const entryFilter = refineFilter(z.strictObject(entryFilters));
export type EntryFilter = z.infer<typeof entryFilter>;

/** A version of a document in one locale, whatever its state. */
export interface EntryRef {
  type: string;
  documentId: string;
  /** Null for types without locales. */
  locale: string | null;
}

/** Why an entry was not tagged, or not brought back. */
export type TagProblem =
  /** It is not there any more, or the user may not see it. */
  | 'gone'
  /** The user may not edit it. */
  | 'forbidden'
  /** The user may not edit the tags of its type. */
  | 'fields'
  /** What is live would lose its stage, and its type asks for one; see `requireStage`. */
  | 'stageNeeded'
  /** The database refused; the log says why. */
  | 'database'
  /** Somebody changed the tags since: they were left alone. */
  | 'changedSince'
  /** Some of the tags that it had are not there any more, or may not be named any more. */
  | 'incomplete';
