import { useRBAC, type Permission } from '@strapi/strapi/admin';

const action = (name: string): Permission[] => [{ action: name, subject: null }];

/** The actions that the admin asks about. Each list is a constant, as `useRBAC` compares by identity. */
export const PERMISSIONS = {
  readCoverage: action('plugin::buyer-journey.coverage.read'),
  setTargets: action('plugin::buyer-journey.coverage.set-targets'),
  deleteSnapshots: action('plugin::buyer-journey.coverage.delete-snapshots'),
  tag: action('plugin::buyer-journey.tagging.tag'),
  capture: action('plugin::buyer-journey.sales-sourced.capture'),
  readInbox: action('plugin::buyer-journey.inbox.read'),
  triage: action('plugin::buyer-journey.inbox.triage'),
  /** Both of them, as an import writes private fields. */
  importItems: [
    ...action('plugin::buyer-journey.inbox.triage'),
    ...action('plugin::buyer-journey.inbox.read-private'),
  ],
  publishAnswers: action('plugin::buyer-journey.inbox.publish'),
  publishUnapproved: action('plugin::buyer-journey.inbox.publish-unapproved'),
  overrideFindings: action('plugin::buyer-journey.inbox.override-findings'),
  editRules: action('plugin::buyer-journey.tagging.rules'),
  readSettings: action('plugin::buyer-journey.settings.read'),
  updateSettings: action('plugin::buyer-journey.settings.update'),
  updateRoles: action('admin::roles.update'),
  createRoles: action('admin::roles.create'),
  readPersonas: action('plugin::buyer-journey.personas.read'),
  editPersonas: action('plugin::buyer-journey.personas.edit'),
  manageReps: action('plugin::buyer-journey.reps.manage'),
  /** Either of them leads to the settings page. */
  openSettings: [
    ...action('plugin::buyer-journey.settings.read'),
    ...action('plugin::buyer-journey.reps.manage'),
  ],
};

/** Whether the signed-in user holds every one of `permissions`; `false` while that is being found out. */
export function useMay(permissions: Permission[]): { may: boolean; isLoading: boolean } {
  const { allowedActions, isLoading } = useRBAC(permissions);
  const answers = Object.values(allowedActions);
  return { may: !isLoading && answers.length > 0 && answers.every(Boolean), isLoading };
}
