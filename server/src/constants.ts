/** Names that the plugin shares with the outside: ids, uids, permissions and events. */

export const PLUGIN_ID = 'buyer-journey';

export const STAGE_UID = 'plugin::buyer-journey.stage';
export const PERSONA_UID = 'plugin::buyer-journey.persona';
export const REP_UID = 'plugin::buyer-journey.rep';
export const SALES_SOURCED_UID = 'plugin::buyer-journey.sales-sourced';

/** Ledgers: hidden types with workspace facts. */
export const ECHO_UID = 'plugin::buyer-journey.echo';
export const ANSWER_UID = 'plugin::buyer-journey.answer';
export const DEMAND_UID = 'plugin::buyer-journey.demand';
export const TARGET_UID = 'plugin::buyer-journey.target';
export const ITEM_EVENT_UID = 'plugin::buyer-journey.item-event';
export const SNAPSHOT_UID = 'plugin::buyer-journey.snapshot';
export const TAGGING_RUN_UID = 'plugin::buyer-journey.tagging-run';
export const TAGGING_CHANGE_UID = 'plugin::buyer-journey.tagging-change';
export const MERGED_TERM_UID = 'plugin::buyer-journey.merged-term';
export const PERSONA_EVIDENCE_UID = 'plugin::buyer-journey.persona-evidence';
export const PERSONA_SIGN_OFF_UID = 'plugin::buyer-journey.persona-sign-off';

/** No API but the plugin's own knows these. */
export const LEDGER_UIDS = [
  ECHO_UID,
  ANSWER_UID,
  DEMAND_UID,
  ITEM_EVENT_UID,
  TARGET_UID,
  SNAPSHOT_UID,
  TAGGING_RUN_UID,
  TAGGING_CHANGE_UID,
  MERGED_TERM_UID,
  PERSONA_EVIDENCE_UID,
  PERSONA_SIGN_OFF_UID,
];

/** Uids of the types that tags point at. */
export const TAG_TARGETS = {
  journeyStage: STAGE_UID,
  personas: PERSONA_UID,
  contributors: REP_UID,
} as const;

/** Admin permissions of the plugin. */
export const ACTIONS = {
  readCoverage: 'plugin::buyer-journey.coverage.read',
  setTargets: 'plugin::buyer-journey.coverage.set-targets',
  deleteSnapshots: 'plugin::buyer-journey.coverage.delete-snapshots',
  tag: 'plugin::buyer-journey.tagging.tag',
  readSettings: 'plugin::buyer-journey.settings.read',
  updateSettings: 'plugin::buyer-journey.settings.update',
  capture: 'plugin::buyer-journey.sales-sourced.capture',
  readInbox: 'plugin::buyer-journey.inbox.read',
  triage: 'plugin::buyer-journey.inbox.triage',
  readPrivate: 'plugin::buyer-journey.inbox.read-private',
  publishAnswers: 'plugin::buyer-journey.inbox.publish',
  publishUnapproved: 'plugin::buyer-journey.inbox.publish-unapproved',
  overrideFindings: 'plugin::buyer-journey.inbox.override-findings',
  editRules: 'plugin::buyer-journey.tagging.rules',
  readPersonas: 'plugin::buyer-journey.personas.read',
  editPersonas: 'plugin::buyer-journey.personas.edit',
  manageReps: 'plugin::buyer-journey.reps.manage',
} as const;

/** Events on Strapi's event hub; each can be chosen for a webhook. */
export const EVENTS = {
  /** Payload: `{ reps: [{ documentId, slug }], documents: [{ uid, documentId }] }`. */
  consentWithdrawn: 'buyer-journey.consent-withdrawn',
  /** Payload of the item events: `{ documentId }`, and with a state `{ from, to }`. */
  itemCreated: 'buyer-journey.item-created',
  itemStateChanged: 'buyer-journey.item-state-changed',
  itemPublished: 'buyer-journey.item-published',
  /** Of a live version: `{ uid, documentId, locale, before, after }`, each `{ stage, personas, contributors }` as slugs. */
  tagsChanged: 'buyer-journey.tags-changed',
  /** Payload: `{ action, documentId }`; actions are those of the Document Service. */
  stageChanged: 'buyer-journey.stage-changed',
  personaChanged: 'buyer-journey.persona-changed',
  repChanged: 'buyer-journey.rep-changed',
} as const;
