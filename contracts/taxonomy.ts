/** What crosses between server and admin for stages and personas. */
import { z } from 'zod';

import { distinct } from './query';

export const BUYING_ROLES = [
  'champion',
  'economic_buyer',
  'technical_evaluator',
  'end_user',
  'procurement',
  'executive_sponsor',
  'influencer',
  'gatekeeper',
] as const;
export type BuyingRole = (typeof BUYING_ROLES)[number];

export const CTA_POLICIES = ['none', 'soft', 'direct'] as const;
export type CtaPolicy = (typeof CTA_POLICIES)[number];

/** Colours for stages, from cool to warm in the order of the journey; the last one is for what is always on. */
export const STAGE_COLORS = {
  ...{ blue: '#0c75af', indigo: '#4945ff', violet: '#7b3fe4', magenta: '#b72b8a' },
  ...{ orange: '#d9822f', lightGreen: '#5cb176', green: '#328048', grey: '#666687' },
} as const;
export type StageColor = keyof typeof STAGE_COLORS;

/** `GET /buyer-journey/taxonomy` */
export interface Taxonomy {
  stages: TaxonomyStage[];
  personas: TaxonomyPersona[];
  /** The site's locales, the default one first; none without the i18n plugin. */
  locales: { code: string; name: string; isDefault: boolean }[];
}

export interface TaxonomyStage {
  documentId: string;
  slug: string;
  name: string;
  position: number;
  color: string | null;
  buyerQuestion: string | null;
  alwaysOn: boolean;
  /** Kept on what has it, and not offered for anything new. */
  retired: boolean;
  updatedAt: string;
  /** How many documents and items use the stage, opted-out types included. */
  uses: number;
}

export interface TaxonomyPersona {
  documentId: string;
  slug: string;
  name: string;
  position: number;
  buyingRole: BuyingRole | null;
  description: string | null;
  retired: boolean;
  updatedAt: string;
  uses: number;
}

/** A stage as a stage model describes it. */
export interface PresetStage {
  slug: string;
  name: string;
  buyerQuestion: string;
  /** `#rrggbb` */
  color: string;
  alwaysOn: boolean;
  /** Left out unless asked for. */
  optional: boolean;
}

/** `GET /buyer-journey/taxonomy/stage-models` */
export interface StageModel {
  id: string;
  name: string;
  description: string;
  stages: PresetStage[];
}

/** `POST /buyer-journey/taxonomy/stage-models/:id/apply` */
export const applyStageModelBody = z.strictObject({
  /** Slugs of the model's optional stages that are wanted. */
  optionalStages: z.array(z.string().min(1).max(255)).max(50).default([]),
  /**
   * What happens to stages that are not in the model. Needed only when there are any:
   * `keep` leaves them after the model's stages, `removeUnused` deletes those that nothing uses.
   */
  oldStages: z.enum(['keep', 'removeUnused']).optional(),
});
export type ApplyStageModelBody = z.infer<typeof applyStageModelBody>;

/** Slugs by what happened to them. */
export interface ApplyResult {
  created: string[];
  kept: string[];
  removed: string[];
}

/** `details` of the 400 that asks what happens to the old stages. */
export interface OldStagesQuestion {
  reason: 'oldStages';
  oldStages: { slug: string; name: string; uses: number }[];
}

/** `POST /buyer-journey/taxonomy/persona-preset/apply` */
export const applyPersonaPresetBody = z.strictObject({
  /** Slugs of the preset's personas that are wanted; all of them, where nothing is said. */
  personas: z
    .array(z.string().min(1).max(255))
    .min(1, 'names none')
    .max(50)
    .refine(distinct, 'names one twice')
    .optional(),
});
export type ApplyPersonaPresetBody = z.infer<typeof applyPersonaPresetBody>;

/** `GET /buyer-journey/taxonomy/persona-preset` */
export interface PresetPersona {
  slug: string;
  name: string;
  buyingRole: BuyingRole;
  description: string;
}
