export const PLUGIN_ID = 'buyer-journey';

export const STAGE_UID = 'plugin::buyer-journey.stage';
export const PERSONA_UID = 'plugin::buyer-journey.persona';
export const REP_UID = 'plugin::buyer-journey.rep';

/** Where the coverage page lives in the admin. */
export const COVERAGE_PATH = `/plugins/${PLUGIN_ID}/coverage`;
/** Where the trend of coverage is shown. */
export const TREND_PATH = `${COVERAGE_PATH}/trend`;
/** Where coverage stands on one page, to be printed. */
export const SCORECARD_PATH = `${COVERAGE_PATH}/scorecard`;
/** Where the inbox lives in the admin. */
export const INBOX_PATH = `/plugins/${PLUGIN_ID}/inbox`;
/** Where entries are tagged, one by one or in bulk. */
export const TAGGING_PATH = `/plugins/${PLUGIN_ID}/tagging`;
/** Where what a buyer said is added. */
export const CAPTURE_PATH = `/plugins/${PLUGIN_ID}/capture`;
/** Where reps see what they brought in, and who they are as reps. */
export const MY_CONTRIBUTIONS_PATH = `/plugins/${PLUGIN_ID}/my-contributions`;
/** Where the rules are written that suggest tags. */
export const SUGGESTION_RULES_PATH = `/plugins/${PLUGIN_ID}/tagging/rules`;
/** Where a site is set up, step by step. */
export const SETUP_PATH = `/plugins/${PLUGIN_ID}/setup`;
/** Where the profiles of personas live in the admin; each below it, by its document id. */
export const PERSONAS_PATH = `/plugins/${PLUGIN_ID}/personas`;
/** Where the plugin's settings live in the admin. */
export const SETTINGS_PATH = `/settings/${PLUGIN_ID}`;
