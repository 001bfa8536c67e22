/** What crosses between server and admin for targets: how many documents a cell should have. */
import { z } from 'zod';

import { slug } from './query';

/** Largest target of one cell. */
export const MAX_TARGET = 10_000;

const narrowing = {
  /** Uid of a tagged content type. */
  type: z.string().min(1).max(255).optional(),
  locale: z.string().min(1).max(35).optional(),
};

const cellTarget = z.strictObject({
  stage: slug,
  /** Null is the Everyone row. */
  persona: slug.nullable(),
  /** 0 puts the cell out of scope; null takes the target away, so that the next wider one holds. */
  target: z.int().min(0).max(MAX_TARGET).nullable(),
});
export type CellTarget = z.infer<typeof cellTarget>;

/** `PUT /buyer-journey/coverage/targets`: all of them or none. */
export const setTargetsBody = z.strictObject({
  ...narrowing,
  targets: z.array(cellTarget).min(1).max(2000),
});
export type SetTargetsBody = z.infer<typeof setTargetsBody>;

/** Its answer: what was there before, to be sent again by who undoes it. */
export interface TargetsChange {
  before: CellTarget[];
}
