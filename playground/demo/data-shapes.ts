/** Shapes of the files in `demo/data`. A file that does not fit stops the seeding and says where. */
import { z } from 'zod';

const slug = z.string().regex(/^[a-z0-9-]+$/);
/** A value of one of the plugin's enumerations: the plugin refuses what it does not know. */
const pluginsWord = z.string();
const daysAgo = z.int().min(0);
/** Attributes of the content type that are plain text. */
const fields = z.record(z.string(), z.string());

export const stageData = z.strictObject({
  name: z.string(),
  slug,
  position: z.int(),
  color: z.string().regex(/^#[0-9a-f]{6}$/),
  buyerQuestion: z.string(),
  description: z.string(),
  alwaysOn: z.boolean(),
  ctaPolicy: pluginsWord,
  salesRole: z.string(),
  marketingRole: z.string(),
  translations: z.record(
    z.string(),
    z.strictObject({ name: z.string(), question: z.string(), description: z.string() })
  ),
});

export const personaData = z.strictObject({
  name: z.string(),
  slug,
  position: z.int(),
  buyingRole: pluginsWord,
  description: z.string(),
  /** One entry a line, as are the next three. */
  goals: z.string(),
  pains: z.string(),
  triggers: z.string(),
  objections: z.string(),
  translations: z.record(z.string(), z.strictObject({ name: z.string(), description: z.string() })),
});

const team = pluginsWord;

/** Who owns a persona, who signed it off, and what it rests on. Admin users go by their e-mail addresses. */
export const personaProfileData = z.strictObject({
  persona: slug,
  salesOwner: z.email().nullable(),
  marketingOwner: z.email().nullable(),
  signOffs: z.array(
    z.strictObject({
      team,
      by: z.email(),
      daysAgo,
      /** Set where a later change of these fields ended it. */
      cleared: z.strictObject({ by: z.email(), daysAgo, fields: z.array(pluginsWord) }).nullable(),
    })
  ),
  evidence: z.array(
    z.strictObject({
      team,
      author: z.email(),
      daysAgo,
      note: z.string(),
      /** Slug of the item that says so. */
      item: slug.nullable(),
    })
  ),
});
export type PersonaProfileData = z.infer<typeof personaProfileData>;

/** The photo is `demo/photos/<slug>.png`. */
export const repData = z.strictObject({
  displayName: z.string(),
  slug,
  jobTitle: z.string(),
  bio: z.string(),
  email: z.email(),
  bylineConsent: z.boolean(),
  active: z.boolean(),
});

export const userData = z.strictObject({
  /** Code of the admin role. */
  role: z.enum(['strapi-super-admin', 'strapi-editor', 'strapi-author']),
  firstname: z.string(),
  lastname: z.string(),
  email: z.email(),
  password: z.string().min(8),
});
export type UserData = z.infer<typeof userData>;

/** An entry with its tags by slug. */
export const documentData = z.strictObject({
  stage: slug.nullable(),
  personas: z.array(slug),
  contributors: z.array(slug),
  /** null leaves it a draft. */
  publishedDaysAgo: daysAgo.nullable(),
  /** What an editor changed after publishing, and has not published again. */
  laterEdit: z.strictObject({ daysAgo, fields }).nullable(),
  fields,
  /** By locale; `published: false` leaves that locale a draft. */
  translations: z
    .record(z.string(), z.strictObject({ published: z.boolean(), fields }))
    .default({}),
});
export type DocumentData = z.infer<typeof documentData>;

export const itemData = z.strictObject({
  kind: pluginsWord,
  slug,
  buyerWords: z.string(),
  /** One paragraph. */
  answer: z.string().nullable(),
  stage: slug.nullable(),
  resolveByStage: slug.nullable(),
  personas: z.array(slug),
  /** Who brought it in: never public. */
  rep: slug,
  workflowState: pluginsWord,
  /** What a declined item was declined for. */
  declineReason: z.string().optional(),
  /** Slug of the item that it becomes part of. */
  mergedInto: slug.optional(),
  source: pluginsWord,
  account: z.string().nullable(),
  crmReference: z.string().nullable(),
  broughtInDaysAgo: daysAgo,
  published: z.boolean(),
  /** The public byline. */
  contributors: z.array(slug),
});
export type ItemData = z.infer<typeof itemData>;
