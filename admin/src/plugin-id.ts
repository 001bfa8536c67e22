export const PLUGIN_ID = 'buyer-journey';

export const STAGE_UID = 'plugin::buyer-journey.stage';
export const PERSONA_UID = 'plugin::buyer-journey.persona';

/** Where the coverage page lives in the admin. */
export const COVERAGE_PATH = `/plugins/${PLUGIN_ID}/coverage`;
/** Where the trend of coverage is shown. */
export const TREND_PATH = `${COVERAGE_PATH}/trend`;
/** Where coverage stands on one page, to be printed. */
export const SCORECARD_PATH = `${COVERAGE_PATH}/scorecard`;
/** Where the inbox lives in the admin. */
export const INBOX_PATH = `/plugins/${PLUGIN_ID}/inbox`;
/** Where what a buyer said is added. */
export const CAPTURE_PATH = `/plugins/${PLUGIN_ID}/capture`;
/** Where reps see what they brought in, and who they are as reps. */
export const MY_CONTRIBUTIONS_PATH = `/plugins/${PLUGIN_ID}/my-contributions`;
/** Where the profiles of personas live in the admin; each below it, by its document id. */
export const PERSONAS_PATH = `/plugins/${PLUGIN_ID}/personas`;
/** Where the plugin's settings live in the admin. */
export const SETTINGS_PATH = `/settings/${PLUGIN_ID}`;
