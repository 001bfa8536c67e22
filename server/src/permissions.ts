/** The plugin's admin permissions, as they appear in the settings of a role. */
import { ACTIONS, PLUGIN_ID } from './constants';
import { adminService, type Strapi } from './strapi';

interface ActionProvider {
  registerMany(actions: object[]): Promise<unknown>;
}

const uidOf = (action: string) => action.replace(`plugin::${PLUGIN_ID}.`, '');

/** Makes the permissions known, so that roles can be given them. */
export async function registerPermissions(strapi: Strapi): Promise<void> {
  const permission = adminService<{ actionProvider: ActionProvider }>(strapi, 'permission');
  await permission.actionProvider.registerMany([
    ...PLUGIN_ACTIONS.map(([action, displayName, subCategory]) => ({
      section: 'plugins',
      displayName,
      uid: uidOf(action),
      subCategory,
      pluginName: PLUGIN_ID,
    })),
    ...SETTINGS_ACTIONS.map(([action, displayName]) => ({
      section: 'settings',
      displayName,
      uid: uidOf(action),
      category: 'buyer journey',
      subCategory: 'stages, personas and content types',
      pluginName: PLUGIN_ID,
    })),
  ]);
}

const PLUGIN_ACTIONS = [
  [ACTIONS.readCoverage, 'See coverage', 'coverage'],
  [ACTIONS.setTargets, 'Set targets', 'coverage'],
  [ACTIONS.deleteSnapshots, 'Delete snapshots of the trend', 'coverage'],
  [ACTIONS.tag, 'Tag entries in the queue and in bulk', 'tagging'],
  [ACTIONS.capture, 'Bring in what buyers said', 'sales-sourced'],
  [ACTIONS.readInbox, 'See the inbox', 'inbox'],
  [ACTIONS.triage, 'Accept, decline, merge, assign and answer', 'inbox'],
  [ACTIONS.readPrivate, 'See account, CRM reference and source', 'inbox'],
  [ACTIONS.publishAnswers, 'Publish answers', 'inbox'],
  [ACTIONS.publishUnapproved, 'Publish without the approval of the rep', 'inbox'],
  [ACTIONS.overrideFindings, 'Publish in spite of private data found', 'inbox'],
  [ACTIONS.editRules, 'Edit suggestion rules', 'tagging'],
  [ACTIONS.readPersonas, 'See persona profiles, and add evidence', 'personas'],
  [ACTIONS.editPersonas, 'Edit persona profiles and sign them off', 'personas'],
  [ACTIONS.manageReps, 'Confirm, deactivate, merge and erase', 'reps'],
] as const;

const SETTINGS_ACTIONS = [
  [ACTIONS.readSettings, 'Read'],
  [ACTIONS.updateSettings, 'Change stages and personas, apply presets and grant access'],
] as const;
