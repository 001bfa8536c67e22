/**
 * Options of the plugin, set in the site's `config/plugins.ts` under `buyer-journey.config`.
 * A wrong option stops the boot with a sentence that says what to change.
 */
import { z } from 'zod';

const RESERVED_NAMES = [
  'id',
  'documentId',
  'document_id',
  'status',
  'locale',
  'localizations',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'meta',
];

const fieldName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]*$/, 'must start with a letter and hold only letters, digits and _')
  .refine((name) => !RESERVED_NAMES.includes(name), 'is a name that Strapi reserves');

const options = z.strictObject({
  /** Names of the attributes that opted-in content types get. */
  fieldNames: z
    .strictObject({
      /** Default `journeyStage`. */
      journeyStage: fieldName,
      /** Default `personas`. */
      personas: fieldName,
      /** Default `contributors`. */
      contributors: fieldName,
    })
    .refine((names) => new Set(Object.values(names)).size === 3, 'must be three different names'),
  /** Whether saving tags in one locale writes them to the drafts of the others. Default `true`. */
  syncLocales: z.boolean(),
  coverage: z.strictObject({
    /** How many documents a cell of stage and persona should have. Default 1; 0 sets no target. */
    defaultTarget: z.int().min(0).max(10_000),
    /** Days after its publication from which a document no longer counts as fresh. Default 180. */
    staleAfterDays: z.int().min(1).max(36_500),
    /** Days after which the trend forgets a snapshot. Default 730; null keeps all. */
    snapshotDays: z.int().min(1).max(36_500).nullable(),
  }),
  delivery: z.strictObject({
    /**
     * `Cache-Control` of answers to callers without credentials. Default `no-cache`: kept, and asked after each time.
     * Others get `private, no-cache`.
     */
    cacheControl: z.string().regex(/^[\x20-\x7e]{1,200}$/, 'must be a value of a header'),
  }),
  salesSourced: z.strictObject({
    /** Days in which what sales heard loses half of its weight. Default 90. */
    demandHalfLifeDays: z.int().min(7).max(3650),
    /** What is forgotten of items that were brought in long ago; checked every night. */
    retention: z.strictObject({
      /** Days after which account and CRM reference are erased. Default null: never. */
      days: z.int().min(1).max(36_500).nullable(),
      /** Whether the buyer's words go too, where they were never published. Default `false`. */
      words: z.boolean(),
    }),
    /** What other tools may send to the intake. */
    intake: z.strictObject({
      /** Largest body, in units of 1024 bytes. Default 64. */
      maxBodyKB: z.int().min(1).max(1024),
      /** Requests per minute of one token, user or address, on each instance. Default 60; 0 sets no limit. */
      requestsPerMinute: z.int().min(0).max(100_000),
    }),
  }),
});

export type PluginConfig = z.infer<typeof options>;
export type FieldNames = PluginConfig['fieldNames'];

const defaults: PluginConfig = {
  fieldNames: {
    journeyStage: 'journeyStage',
    personas: 'personas',
    contributors: 'contributors',
  },
  syncLocales: true,
  coverage: { defaultTarget: 1, staleAfterDays: 180, snapshotDays: 730 },
  delivery: { cacheControl: 'no-cache' },
  salesSourced: {
    demandHalfLifeDays: 90,
    retention: { days: null, words: false },
    intake: { maxBodyKB: 64, requestsPerMinute: 60 },
  },
};

/**
 * Checks the merged options.
 * @throws {Error} naming each wrong option and what is wrong with it.
 */
function validator(config: unknown): asserts config is PluginConfig {
  const parsed = options.safeParse(config);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `${issue.path.join('.')}: ${issue.message}`
    );
    throw new Error(
      `The configuration of buyer-journey is not valid. Change in config/plugins: ${problems.join('; ')}.`
    );
  }
}

export const config = { default: defaults, validator };
