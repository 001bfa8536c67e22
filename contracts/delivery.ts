/** What the content API delivers across content types: content, the next step, and the journey. */
import { z } from 'zod';

import { commaList, flag, noNullByte, slug, wholeNumber } from './query';

/** A document id, or anything that could be one. */
const documentId = z.string().min(1).max(255).refine(noNullByte, 'has a null byte');

/** A locale's code, such as `en` or `pt-BR`; one that the site does not have finds no localized entry. */
const locale = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{1,8}([-_@.][A-Za-z0-9]{1,8})*$/, 'must be the code of a locale');

const several = commaList.refine((values) => values.every(noNullByte), 'has a null byte');

/** Which entries are looked at. */
const selection = {
  /** Slugs of stages; entries of any of them. */
  stage: several.optional(),
  /** Slugs of personas; entries for any of them. */
  persona: several.optional(),
  /** Content types by uid or API name, plural or singular. */
  type: several.optional(),
  /** With `persona`: also entries that name no persona. */
  everyone: flag.optional(),
  /** Left out: the site's default locale. Types without locales belong to every locale. */
  locale: locale.optional(),
  /** `draft` is for previews, and follows Strapi's own rule: whoever may find a type may see its drafts. */
  status: z.enum(['published', 'draft']).default('published'),
};

/** `GET /api/buyer-journey/content`; the site's own limit of page sizes is checked beside it. */
export const contentQuery = z.strictObject({
  ...selection,
  sort: z.enum(['publishedAt:desc', 'publishedAt:asc']).default('publishedAt:desc'),
  pageSize: wholeNumber(1, 999_999_999).optional(),
  /** `nextCursor` of the page before; every other parameter must be as it was there. */
  cursor: z.string().min(1).max(2000).optional(),
  withCount: flag.optional(),
  /** Whether each entry comes whole, as the type's own route would give it. */
  expand: flag.optional(),
  /** With `expand`, as on the type's own route. */
  fields: z.unknown().optional(),
  /** With `expand`, as on the type's own route. */
  populate: z.unknown().optional(),
});
export type ContentQuery = z.infer<typeof contentQuery>;

const LIMIT = wholeNumber(1, 25).default(3);

/** `GET /api/buyer-journey/content/:type/:documentId/next` */
export const nextParams = z.object({ type: documentId, documentId });
export type NextParams = z.infer<typeof nextParams>;
export const nextQuery = z.strictObject({
  /** Slug of who reads, for entries that name no persona themselves. */
  persona: slug.optional(),
  /** How many entries at most. */
  limit: LIMIT,
  locale: selection.locale,
});
export type NextQuery = z.infer<typeof nextQuery>;

/** `GET /api/buyer-journey/journey` */
export const journeyQuery = z.strictObject({
  /** Slug of a persona; left out, entries for whomever. */
  persona: slug.optional(),
  locale: selection.locale,
  /** How many entries of each stage at most. */
  limit: LIMIT,
});
export type JourneyQuery = z.infer<typeof journeyQuery>;

const term = z.object({ documentId: z.string(), slug: z.string(), name: z.string() });

/** An entry of any tagged content type. What the caller may not read of it is left out. */
export const contentEntry = z.object({
  /** Uid of the content type. */
  type: z.string(),
  documentId: z.string(),
  /** Null for types without locales. */
  locale: z.string().nullable(),
  /** Value of the content type's main field. */
  title: z.string().nullable(),
  /** Value of its first uid field. */
  slug: z.string().nullable(),
  /** Null where untagged; name in the locale asked for. Needs `find` of Stage. */
  stage: term.nullable().optional(),
  /** Names in the locale asked for. Needs `find` of Persona. */
  personas: z.array(term).optional(),
  /** The byline. Needs `find` of Rep. */
  contributors: z
    .array(z.object({ slug: z.string(), displayName: z.string(), jobTitle: z.string().nullable() }))
    .optional(),
  /** The last publication; for types without draft & publish, the last save. Null for drafts. */
  publishedAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
  /** Plain strings for a tag manager: slugs, several separated by commas, empty where there is none. */
  analytics: z.object({ type: z.string(), stage: z.string(), personas: z.string() }),
  /** With `expand`: the whole entry, as the type's own route would give it. */
  entry: z.record(z.string(), z.unknown()).optional(),
});
export type ContentEntry = z.infer<typeof contentEntry>;

/** Answer of `GET /content`. */
export const contentPage = z.object({
  data: z.array(contentEntry),
  meta: z.object({
    pagination: z.object({
      pageSize: z.int(),
      /** Null on the last page. */
      nextCursor: z.string().nullable(),
      /** With `withCount`: how many entries there are on all pages. */
      total: z.int().optional(),
    }),
  }),
});
export type ContentPage = z.infer<typeof contentPage>;

/** An entry to read next: of the stage that follows, or another one of the same stage. */
export const nextEntry = contentEntry.extend({ reason: z.enum(['nextStage', 'sameStage']) });
export type NextEntry = z.infer<typeof nextEntry>;

/** Answer of `GET /content/:type/:documentId/next`. */
export const nextEntries = z.object({ data: z.array(nextEntry) });
export type NextEntries = z.infer<typeof nextEntries>;

/** A stage with its first entries; texts in the locale asked for. */
export const journeyStage = z.object({
  stage: term.extend({
    position: z.int(),
    alwaysOn: z.boolean(),
    buyerQuestion: z.string().nullable(),
    description: z.string().nullable(),
  }),
  entries: z.array(contentEntry),
  /** How many entries the stage has in all. */
  total: z.int(),
});
export type JourneyStage = z.infer<typeof journeyStage>;

/** Answer of `GET /journey`: the stages in order. */
export const journey = z.object({ data: z.array(journeyStage) });
export type Journey = z.infer<typeof journey>;
