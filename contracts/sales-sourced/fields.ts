/** Parts that the requests on items share. */
import { z } from 'zod';

import { noNullByte, slug } from '../query';
import { ITEM_KINDS, ITEM_SOURCES, WORKFLOW_STATES } from './items';

/** Longest text that is taken, in characters. */
export const MAX_TEXT = 10_000;

/** Text of at most `max` characters; blanks around it are taken off. */
export const text = (max: number) =>
  z
    .string()
    .max(max, `is over ${max} characters`)
    .refine(noNullByte, 'has a null byte')
    .transform((value) => value.trim());

/** The same, and not empty. */
export const filled = (max: number) => text(max).refine((value) => value !== '', 'is empty');

/** A document id, as Strapi makes them. */
export const documentId = z.string().regex(/^[A-Za-z0-9]{1,40}$/, 'is not a document id');

/** Parameter of all routes on one item. */
export const itemParam = z.object({ id: documentId });

/** Optional text that null or an empty one takes away. */
export const clearable = (max: number) =>
  text(max)
    .nullable()
    .transform((value) => (value === '' ? null : value))
    .optional();

export const state = z.enum(WORKFLOW_STATES);
export const kind = z.enum(ITEM_KINDS);

/** What the buyer said. */
export const buyerWords = filled(MAX_TEXT);

export const answer = clearable(MAX_TEXT);

/** Slugs of personas. */
export const personas = z.array(slug).max(50, 'are over 50');

/** What an item is about, as a person or a tool states it. Stages and personas go by their slugs. */
export const statement = {
  kind: kind.optional(),
  answer,
  stage: slug.nullable().optional(),
  personas: personas.optional(),
  account: clearable(255),
  crmReference: clearable(255),
  source: z.enum(ITEM_SOURCES).nullable().optional(),
};

/** The version of an item that a change was made on; an older one is refused with 409. */
export const revision = z.string().min(1).max(64);

/** `POST /buyer-journey/sales-sourced/items/:id/unmerge` and others that need no more than this. */
export const revisionBody = z.strictObject({ revision });
