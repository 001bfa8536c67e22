/** What the roles that the plugin suggests may do. */
import { ACTIONS, PERSONA_UID, REP_UID, SALES_SOURCED_UID, STAGE_UID } from '../../constants';
import type { SuggestedRoleCode } from '../../../../contracts/suggested-roles';

const EXPLORER = 'plugin::content-manager.explorer';

/** `public` fields hold nothing private; `all` are those that the Content Manager shows. */
interface ContentGrant {
  action: string;
  subject: string;
  fields: 'public' | 'all';
}

export interface RoleDefinition {
  code: SuggestedRoleCode;
  name: string;
  description: string;
  actions: string[];
  content: ContentGrant[];
}

const readPublic = (subject: string): ContentGrant => ({
  action: `${EXPLORER}.read`,
  subject,
  fields: 'public',
});

/** Neither is for publishing past the rep or past what was found in a text: that stays a choice. */
export const ROLE_DEFINITIONS: RoleDefinition[] = [
  {
    code: 'sales-rep',
    name: 'Sales rep',
    description: 'Brings in what buyers say',
    actions: [ACTIONS.capture, ACTIONS.readPersonas],
    content: [STAGE_UID, PERSONA_UID].map(readPublic),
  },
  {
    code: 'content-marketer',
    name: 'Content marketer',
    description: 'Turns what buyers say into published answers',
    actions: [
      ACTIONS.readCoverage,
      ACTIONS.setTargets,
      ACTIONS.tag,
      ACTIONS.editRules,
      ACTIONS.capture,
      ACTIONS.readInbox,
      ACTIONS.triage,
      ACTIONS.readPrivate,
      ACTIONS.publishAnswers,
      ACTIONS.readPersonas,
      ACTIONS.editPersonas,
      ACTIONS.manageReps,
    ],
    content: [
      ...[STAGE_UID, PERSONA_UID, REP_UID].map(readPublic),
      ...['read', 'create', 'update'].map((action): ContentGrant => ({
        action: `${EXPLORER}.${action}`,
        subject: SALES_SOURCED_UID,
        fields: 'all',
      })),
    ],
  },
];
