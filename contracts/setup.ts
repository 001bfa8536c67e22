/** What crosses between server and admin for setting up: from nothing to a grid that can be trusted. */
import { z } from 'zod';

/** In the order in which they are taken. */
export const SETUP_STEPS = ['stages', 'personas', 'types', 'suggestions', 'backlog'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

/** Steps that a site can do without. */
export const OPTIONAL_STEPS = ['personas', 'suggestions'] as const satisfies readonly SetupStep[];
export type OptionalStep = (typeof OPTIONAL_STEPS)[number];

/** `skipped`: somebody decided to do without it. What was done after all is `done`. */
export type StepState = 'open' | 'skipped' | 'done';

/** Entries of a tagged content type, drafts included, in the site's default locale. */
export interface Placed {
  uid: string;
  displayName: string;
  /** Entries without a stage. */
  left: number;
  total: number;
}

/** `GET /buyer-journey/setup`, and the answer to skipping. */
export interface Setup {
  /** All of them, in order. */
  steps: { step: SetupStep; state: StepState }[];
  /** Tagged content types in alphabetical order. */
  types: Placed[];
}

/** `PUT /buyer-journey/setup/:step` */
export const setupStepParams = z.object({ step: z.enum(OPTIONAL_STEPS) });
export const skipStepBody = z.strictObject({ skipped: z.boolean() });
export type SkipStepBody = z.infer<typeof skipStepBody>;
