/** What crosses between server and admin for the profiles of personas, which sales and marketing own together. */
import { z } from 'zod';

import { pageQuery, wholeNumber, type Pagination } from './query';
import { clearable, documentId, filled, revision } from './sales-sourced/fields';
import type { OwnerRef } from './sales-sourced/items';
import { BUYING_ROLES, type BuyingRole } from './taxonomy';

export const TEAMS = ['sales', 'marketing'] as const;
export type Team = (typeof TEAMS)[number];

/** Longest text of a profile, and of a note, in characters. */
export const MAX_PROFILE_TEXT = 5000;
export const MAX_NOTE = 2000;

/** Texts that only the two teams see; each line is an entry of its own. */
export const PRIVATE_TEXTS = ['goals', 'pains', 'triggers', 'objections'] as const;
export type PrivateText = (typeof PRIVATE_TEXTS)[number];

/** What is signed off: a change of any of these ends the sign-off of both teams. */
export const SIGNED_FIELDS = ['name', 'buyingRole', 'description', ...PRIVATE_TEXTS] as const;
export type SignedField = (typeof SIGNED_FIELDS)[number];

/** A team's word that the profile is right. */
export interface SignOff {
  at: string;
  /** Null for somebody who is no longer there. */
  by: OwnerRef | null;
  /** Null while it holds. */
  ended: {
    at: string;
    /** Null for a tool, and for somebody who is no longer there. */
    by: OwnerRef | null;
    /** The fields whose change ended it; null where it was withdrawn. */
    fields: SignedField[] | null;
  } | null;
}

/** What one team has to do with a persona. */
export interface TeamStanding {
  owner: OwnerRef | null;
  /** The latest one, be it over or not. */
  signOff: SignOff | null;
}

/** `GET /buyer-journey/personas`: all of them, in order. */
export interface PersonaSummary extends Record<Team, TeamStanding> {
  documentId: string;
  slug: string;
  name: string;
  buyingRole: BuyingRole | null;
  description: string | null;
  /** No longer offered; what has it keeps it. */
  retired: boolean;
  /** Entries of evidence that were not withdrawn. */
  evidenceCount: number;
}

/** `GET /buyer-journey/personas/:documentId`; also what each change of a profile answers. */
export interface PersonaProfile extends PersonaSummary, Record<PrivateText, string | null> {
  /** The first page. */
  evidence: EvidencePage;
  /** Changes with every change of the persona; sent back with a change of one's own. */
  revision: string;
}

/** One thing that somebody saw or heard, and that the profile rests on. */
export interface Evidence {
  id: number;
  team: Team;
  at: string;
  /** Null for somebody who is no longer there. */
  author: OwnerRef | null;
  /** Null once it was withdrawn. */
  note: string | null;
  /** The item that says so; null without one, and for who may not see the inbox. */
  item: { documentId: string; buyerWords: string } | null;
  withdrawn: { at: string; by: OwnerRef | null } | null;
  /** Whether the signed-in user may withdraw it. */
  mayWithdraw: boolean;
}

/** `GET /buyer-journey/personas/:documentId/evidence`, the latest first. */
export interface EvidencePage {
  data: Evidence[];
  meta: { pagination: Pagination };
}

export const EVIDENCE_PER_PAGE = 10;

export const evidenceQuery = z.strictObject({
  ...pageQuery,
  pageSize: wholeNumber(1, 100).default(EVIDENCE_PER_PAGE),
});
export type EvidenceQuery = z.infer<typeof evidenceQuery>;

/** Parameter of all routes on one persona. */
export const personaParam = z.object({ documentId });

/** Parameters of `DELETE /buyer-journey/personas/:documentId/evidence/:id` */
export const evidenceParams = z.object({
  documentId,
  id: z.string().regex(/^[1-9]\d{0,14}$/, 'must be an id'),
});

const profileText = clearable(MAX_PROFILE_TEXT);
const owner = z.int().positive().nullable().optional();

/** `PUT /buyer-journey/personas/:documentId`: only what is named is changed. */
export const editProfileBody = z.strictObject({
  revision,
  name: filled(255).optional(),
  buyingRole: z.enum(BUYING_ROLES).nullable().optional(),
  description: profileText,
  goals: profileText,
  pains: profileText,
  triggers: profileText,
  objections: profileText,
  /** Ids of admin users. */
  salesOwner: owner,
  marketingOwner: owner,
});
export type EditProfileBody = z.infer<typeof editProfileBody>;

/** `POST /buyer-journey/personas/:documentId/sign-off`: of what the owner has read, hence the revision. */
export const signOffBody = z.strictObject({ team: z.enum(TEAMS), revision });
export type SignOffBody = z.infer<typeof signOffBody>;

/** `DELETE /buyer-journey/personas/:documentId/sign-off` */
export const signOffQuery = z.strictObject({ team: z.enum(TEAMS) });

/** `POST /buyer-journey/personas/:documentId/evidence` */
export const evidenceBody = z.strictObject({
  team: z.enum(TEAMS),
  note: filled(MAX_NOTE),
  /** Document id of an item that says so. */
  item: documentId.nullable().optional(),
});
export type EvidenceBody = z.infer<typeof evidenceBody>;
