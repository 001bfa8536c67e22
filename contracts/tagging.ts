/** What crosses between server and admin for opted-in content types and who may tag them. */

/** Attribute names of the three tags, as the site's configuration sets them. */
export interface TagFieldNames {
  journeyStage: string;
  personas: string;
  contributors: string;
}
export type TagName = keyof TagFieldNames;

/** What the server says at the stage field of an entry that cannot go live without one. */
export const STAGE_NEEDED = 'A journey stage is needed before this can be published.';

/** `optedOut`: opted in earlier, now switched off; its tags are kept. */
export type OptInState = 'optedIn' | 'optedOut' | 'available';

/** `GET /buyer-journey/tagging/content-types` */
export interface TaggingContentTypes {
  fieldNames: TagFieldNames;
  contentTypes: {
    uid: string;
    displayName: string;
    kind: 'collectionType' | 'singleType';
    draftAndPublish: boolean;
    localized: boolean;
    state: OptInState;
  }[];
}

/** What one admin role lacks to tag the content it may edit. */
export interface RoleAccess {
  role: { id: number; name: string };
  /** Opted-in types that the role may edit but whose tag fields it does not see in full. */
  types: { uid: string; displayName: string; missingFields: string[] }[];
  /** Plugin types that the role may not read and must, to choose from them. */
  missingRead: { uid: string; displayName: string }[];
}
/** `GET /buyer-journey/tagging/access`: only roles that lack something. */
export type TaggingAccess = RoleAccess[];

/** An entry to be started; tags by document id. */
export interface NewDraft {
  title: string;
  /** Left out: the site's default locale. */
  locale?: string;
  stage: string | null;
  personas: string[];
  contributors: string[];
}

/** A draft that was started, as far as a link to it needs. */
export interface StartedDraft {
  type: string;
  kind: 'collectionType' | 'singleType';
  documentId: string;
  /** Null is the default one, or a type without locales. */
  locale: string | null;
  /** Names of attributes that stayed empty, as the user's role may not set them. */
  leftOut: string[];
}
