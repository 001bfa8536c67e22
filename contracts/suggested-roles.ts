/** What crosses between server and admin for the roles that the plugin suggests. */

export const SUGGESTED_ROLE_CODES = ['sales-rep', 'content-marketer'] as const;
export type SuggestedRoleCode = (typeof SUGGESTED_ROLE_CODES)[number];

/**
 * `GET /buyer-journey/settings/suggested-roles`; one of them is what
 * `POST /buyer-journey/settings/suggested-roles/:code/create` answers.
 */
export interface SuggestedRole {
  code: SuggestedRoleCode;
  name: string;
  /** The role of this site, found by its code or its name; null while there is none. */
  role: { id: number; name: string } | null;
  /** All that the role should be able to do. */
  permissions: SuggestedPermission[];
}

export interface SuggestedPermission {
  action: string;
  /** Content type that it is about; null where it is about none. */
  subject: { uid: string; displayName: string } | null;
  /** Fields of the content type that come with it. */
  fields: string[];
  /** Whether the role has it in full. */
  held: boolean;
}
