/** Items from other tools, over the content API. */
import { z } from 'zod';

import { buyerWords, filled, statement } from './fields';

/** `data` of `POST /api/buyer-journey/sales-sourced`, from other tools. */
export const intakeData = z.strictObject({
  buyerWords,
  ...statement,
  repEmail: z.email('is not an e-mail address').max(255).optional(),
  externalId: filled(255).optional(),
});
export type IntakeData = z.infer<typeof intakeData>;

export const intakeBody = z.strictObject({ data: intakeData });

/** `data` of its answer: 201 for a new item, 200 when the same `externalId` was sent before. */
export interface IntakeReceipt {
  documentId: string;
  status: 'received';
}
