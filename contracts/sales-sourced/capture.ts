/** Capture by a signed-in rep: profile, similar items, echoes and what became of the rep's own items. */
import { z } from 'zod';

import { pageQuery, type Pagination, slug } from '../query';
import { buyerWords, clearable, documentId, filled, MAX_TEXT, statement, text } from './fields';
import type { Item, ItemKind, ItemSource, RepRef, TermRef } from './items';

/** `POST /buyer-journey/sales-sourced/items` */
export const captureBody = z.strictObject({
  buyerWords,
  ...statement,
  resolveByStage: slug.nullable().optional(),
  /** Chosen by the caller: sent again with the same words, after an answer got lost, it makes no second item. */
  requestId: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,64}$/, 'may hold 8 to 64 letters and digits')
    .optional(),
});
export type CaptureBody = z.infer<typeof captureBody>;

/** `GET /buyer-journey/sales-sourced/me`: who the signed-in user is as a rep. */
export interface Me {
  rep: MyRep | null;
  /** What to offer when there is no profile yet: the name the admin knows. */
  suggestedName: string;
  /** What the last item said, to start the next one from. */
  lastUse: { stage: string | null; personas: string[]; source: ItemSource | null };
  /** What the capture form chooses from, in order. */
  stages: TermRef[];
  personas: TermRef[];
}

export interface MyRep {
  documentId: string;
  displayName: string;
  jobTitle: string | null;
  bylineConsent: boolean;
  active: boolean;
}

/** `PUT /buyer-journey/sales-sourced/me` */
export const meBody = z.strictObject({
  displayName: filled(255),
  jobTitle: clearable(255),
  bylineConsent: z.boolean(),
});
export type MeBody = z.infer<typeof meBody>;

/** `details` of the 400 for who has no rep profile yet. */
export interface NoRepYet {
  reason: 'noRep';
}

/** `GET /buyer-journey/sales-sourced/similar` */
export const similarQuery = z.strictObject({
  text: text(MAX_TEXT),
  /** An item to leave out: the one that is looked at. */
  except: documentId.optional(),
});
export type SimilarQuery = z.infer<typeof similarQuery>;

export interface SimilarItem {
  documentId: string;
  buyerWords: string;
  kind: ItemKind;
  answered: boolean;
  /** Where the answer can be read; null when it has no address of its own or is not answered. */
  link: string | null;
  heard: number;
  /** How alike the words are, 0..1. */
  likeness: number;
  /** Whether the signed-in rep was already counted today. */
  heardToday: boolean;
}

/** `POST /buyer-journey/sales-sourced/items/:id/echo` */
export interface EchoResult {
  /** False when the rep was already counted for this item today. */
  counted: boolean;
  heard: number;
}

/** `GET /buyer-journey/sales-sourced/mine` */
export const mineQuery = z.strictObject({ ...pageQuery });

export interface MyItem extends Item {
  /** Why it was declined, in the marketer's words. */
  declineReason: string | null;
  /** Address of the published answer. */
  link: string | null;
  /** Other reps who heard the same. */
  echoedBy: RepRef[];
  /**
   * The answer that goes online under my name once I approve it; null when nothing waits for me. Of an item
   * that is not `confirmed`: the answer that a tool brought in under my name, empty for none.
   */
  toApprove: string | null;
  /** What the item was merged into. */
  mergedInto: { documentId: string; buyerWords: string } | null;
}

export interface MyItems {
  data: MyItem[];
  meta: { pagination: Pagination };
}
