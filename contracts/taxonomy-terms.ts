/** What crosses between server and admin for changing single stages and personas. */
import { z } from 'zod';

import { clearable, documentId, filled, text } from './sales-sourced/fields';
import { BUYING_ROLES, CTA_POLICIES, type BuyingRole, type CtaPolicy } from './taxonomy';

/** A term is a stage or a persona. */
export type TermKind = 'stage' | 'persona';

/** Longest name, slug or question, and longest description. */
export const MAX_LINE = 255;
export const MAX_DESCRIPTION = 5000;
/** More terms of a kind than a site ever has. */
const MAX_TERMS = 500;

const name = filled(MAX_LINE);
const slug = z
  .string()
  .min(1)
  .max(MAX_LINE)
  .regex(/^[A-Za-z0-9-_.~]+$/, 'may hold only letters, digits and - _ . ~');
const color = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #4945ff');

const translatedText = { name: text(MAX_LINE), description: text(MAX_DESCRIPTION) };
const stageTexts = z.strictObject({ ...translatedText, question: text(MAX_LINE) }).partial();
const personaTexts = z.strictObject(translatedText).partial();
const locale = z.string().min(1).max(35);

/** Texts of a term in one language, as `translations` holds them: what is not translated is not there. */
export type TranslatedTexts = z.infer<typeof stageTexts>;
/** By locale; the site's default locale has the term's own texts. */
export type Translations = Record<string, TranslatedTexts>;

const stageFields = {
  name,
  slug,
  color: color.nullable(),
  buyerQuestion: clearable(MAX_LINE),
  description: clearable(MAX_DESCRIPTION),
  alwaysOn: z.boolean(),
  ctaPolicy: z.enum(CTA_POLICIES),
  salesRole: clearable(MAX_DESCRIPTION),
  marketingRole: clearable(MAX_DESCRIPTION),
  translations: z.record(locale, stageTexts),
};
const personaFields = {
  name,
  slug,
  buyingRole: z.enum(BUYING_ROLES).nullable(),
  description: clearable(MAX_DESCRIPTION),
  translations: z.record(locale, personaTexts),
};

/** `updatedAt` as the editor has seen it: who saved since is not overwritten unseen. */
const seen = { updatedAt: z.iso.datetime('must be the moment that was answered with the term') };

/** `POST /buyer-journey/taxonomy/stages`; without a slug one is made of the name. */
export const createStageBody = z.strictObject(stageFields).partial().required({ name: true });
/** `PUT /buyer-journey/taxonomy/stages/:documentId`; what is left out stays as it is. */
export const updateStageBody = z.strictObject(stageFields).partial().extend(seen);
/** `POST /buyer-journey/taxonomy/personas` */
export const createPersonaBody = z.strictObject(personaFields).partial().required({ name: true });
/** `PUT /buyer-journey/taxonomy/personas/:documentId` */
export const updatePersonaBody = z.strictObject(personaFields).partial().extend(seen);

export type CreateTermBody = z.infer<typeof createStageBody> | z.infer<typeof createPersonaBody>;
export type UpdateTermBody = z.infer<typeof updateStageBody> | z.infer<typeof updatePersonaBody>;
export type StageFields = Omit<z.infer<typeof updateStageBody>, 'updatedAt'>;
export type PersonaFields = Omit<z.infer<typeof updatePersonaBody>, 'updatedAt'>;

/** Parameters of the routes below `/buyer-journey/taxonomy/stages/:documentId` */
export const termParam = z.object({ documentId });

interface TermDetail {
  documentId: string;
  name: string;
  slug: string;
  position: number;
  description: string | null;
  translations: Translations;
  retired: boolean;
  /** Sent back with a change. */
  updatedAt: string;
  /** Name of the admin user who saved it last; null for presets and tools. */
  updatedBy: string | null;
}

/** `GET /buyer-journey/taxonomy/stages/:documentId`; also what each change of a stage answers. */
export interface StageDetail extends TermDetail {
  color: string | null;
  buyerQuestion: string | null;
  alwaysOn: boolean;
  ctaPolicy: CtaPolicy;
  /** What each team does here: for the settings alone, never public. */
  salesRole: string | null;
  marketingRole: string | null;
}

/** The same of a persona. */
export interface PersonaDetail extends TermDetail {
  buyingRole: BuyingRole | null;
}

/** `details` of the 409 that tells the later one of two editors what is there now. */
export interface TermConflict {
  reason: 'changed';
  current: StageDetail | PersonaDetail;
}

const order = z.array(documentId).max(MAX_TERMS);

/** `PUT /buyer-journey/taxonomy/stages/order` */
export const orderBody = z.strictObject({
  /** Document ids of all terms, first to last. */
  order,
  /** The order that the change was made to. */
  seen: order,
});
export type OrderBody = z.infer<typeof orderBody>;

/** `details` of the 409 for who orders what has changed since. */
export interface OrderConflict {
  reason: 'changed';
  order: string[];
}

/** Uses of one content type, or the targets that name the term. */
export interface UseGroup {
  kind: 'entries' | 'items' | 'other' | 'targets';
  /** Of the content type or component. */
  uid: string;
  name: string;
  /** Names of the relations that point at the term. */
  attributes: string[];
  /** The type no longer offers its tags. */
  optedOut: boolean;
  /** Each document once. */
  documents: number;
  /** Those of them whose live version uses the term; the others do so in a draft alone. */
  live: number;
}

/** `GET /buyer-journey/taxonomy/stages/:documentId/uses` */
export interface TermUses {
  total: number;
  groups: UseGroup[];
}

/** `POST /buyer-journey/taxonomy/stages/:documentId/merge` */
export const mergeTermBody = z.strictObject({ into: documentId });
export type MergeTermBody = z.infer<typeof mergeTermBody>;

export interface TermName {
  documentId: string;
  slug: string;
  name: string;
}

/** A cell where both terms had a target: the larger one holds. */
export interface SettledTarget {
  /** Document id of the stage or persona on the other side of the cell; empty for Everyone. */
  document: string;
  /** What both targets are narrowed to; empty for the general one. */
  scope: string;
  kept: number;
  dropped: number;
}

export interface MergeResult {
  kind: TermKind;
  /** The term that is no longer there. */
  merged: TermName;
  into: TermName;
  /** Uses before, by type. */
  groups: UseGroup[];
  settledTargets: SettledTarget[];
}

/** `POST /buyer-journey/taxonomy/merges/undo`, with the exported list as the file of a form */
export interface UndoResult {
  kind: TermKind;
  /** The term that is there again. */
  restored: TermName;
  /** Rows of the list that have their tag or target back. */
  rows: number;
}

/** `details` of the 400 when the list cannot be followed: nothing was changed then. */
export interface UndoProblems {
  reason: 'rows';
  /** How many there are; the first of them are named. */
  total: number;
  rows: { row: number; message: string }[];
}

/** `POST /buyer-journey/taxonomy/stage-models/:id/switch` */
export const switchModelBody = z.strictObject({
  /** Slugs of the model's optional stages that are wanted. */
  optionalStages: z.array(z.string().min(1).max(MAX_LINE)).max(50).default([]),
  /** What becomes of each stage that is not in the model. */
  mapping: z
    .array(
      z.strictObject({
        from: documentId,
        /** Slug of a stage of the model; null keeps the old one, retired. */
        to: z.string().min(1).max(MAX_LINE).nullable(),
      })
    )
    .max(MAX_TERMS),
});
export type SwitchModelBody = z.infer<typeof switchModelBody>;

export interface SwitchResult {
  /** Slugs of the model's stages that were not there. */
  created: string[];
  merges: MergeResult[];
  /** Names of stages that are kept, but no longer offered. */
  retired: TermName[];
}
