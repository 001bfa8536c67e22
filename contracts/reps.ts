/** What crosses between server and admin for the profiles of reps. */
import { z } from 'zod';

import { documentId } from './sales-sourced/fields';
import { type RepRef } from './sales-sourced/items';

/** `toConfirm`: made from an e-mail address that a tool sent; never public. */
export type RepState = 'active' | 'inactive' | 'toConfirm' | 'merged' | 'erased';

/** `GET /buyer-journey/reps`, in the order of the names; also what each change of a profile answers. */
export interface RepProfile extends RepRef {
  slug: string;
  jobTitle: string | null;
  email: string | null;
  bylineConsent: boolean;
  state: RepState;
  /** Items brought in, and how often the rep heard one again. */
  items: number;
  echoes: number;
  mergedInto: RepRef | null;
}

/** Parameters of the routes below `/buyer-journey/reps/:id` */
export const repParam = z.object({ id: documentId });

/** `POST /buyer-journey/reps/:id/merge`: all that one profile has goes to another one. */
export const mergeRepBody = z.strictObject({ into: documentId });
export type MergeRepBody = z.infer<typeof mergeRepBody>;
