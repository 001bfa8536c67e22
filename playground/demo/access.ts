/** Who may do what: visitors of the site through the content API, editors and authors in the admin. */
import { rowsOf, type Strapi } from './documents';

const SITE_TYPES = ['article', 'case-study', 'landing-page', 'faq'].map(
  (name) => `api::${name}.${name}`
);
const PLUGIN_TYPES = ['stage', 'persona', 'rep', 'sales-sourced'].map(
  (name) => `plugin::buyer-journey.${name}`
);

const EXPLORER = 'plugin::content-manager.explorer';
const READ = `${EXPLORER}.read`;
const TAG_TARGET_FIELDS: Record<string, string[]> = {
  'plugin::buyer-journey.stage': ['name', 'slug', 'position', 'color', 'buyerQuestion'],
  'plugin::buyer-journey.persona': ['name', 'slug', 'position', 'buyingRole', 'description'],
  'plugin::buyer-journey.rep': ['displayName', 'slug', 'jobTitle', 'bio', 'photo', 'bylineConsent'],
};
const SEE_COVERAGE = { action: 'plugin::buyer-journey.coverage.read' };
const SEE_PERSONAS = { action: 'plugin::buyer-journey.personas.read' };
const EDIT_PERSONAS = { action: 'plugin::buyer-journey.personas.edit' };

interface RoleService {
  addPermissions(roleId: number, permissions: object[]): Promise<unknown>;
}

interface LocaleService {
  find(): Promise<{ code: string }[]>;
  create(locale: { code: string; name: string }): Promise<unknown>;
}

const LOCALES = ['en', 'de', 'fr'];
const LOCALIZED_TYPE = 'api::article.article';

/** German and French beside English, which Strapi makes the default by itself. */
export async function seedLocales(strapi: Strapi): Promise<void> {
  const locales = strapi.plugin('i18n').service<LocaleService>('locales');
  const existing = (await locales.find()).map(({ code }) => code);
  const wanted = [
    { code: 'de', name: 'German (de)' },
    { code: 'fr', name: 'French (fr)' },
  ];
  for (const locale of wanted) {
    if (!existing.includes(locale.code)) await locales.create(locale);
  }
}

const DELIVERY = ['content', 'next', 'journey'].map((name) => `plugin::buyer-journey.${name}`);

/** Lets visitors read the four content types and what the plugin makes public. */
export async function openContentApi(strapi: Strapi): Promise<void> {
  const role = await rowsOf(strapi, 'plugin::users-permissions.role').findOne({
    where: { type: 'public' },
  });
  if (!role) throw new Error('Users & Permissions has no public role.');
  const permissions = rowsOf(strapi, 'plugin::users-permissions.permission');
  const ofTypes = [...SITE_TYPES, ...PLUGIN_TYPES].flatMap((type) => [
    `${type}.find`,
    `${type}.findOne`,
  ]);
  for (const action of [...ofTypes, ...DELIVERY.map((route) => `${route}.find`)]) {
    const data = { action, role: role.id };
    if (!(await permissions.findOne({ where: data }))) await permissions.create({ data });
  }
}

/**
 * Editors and authors write in every locale: the roles that Strapi makes at the first start name
 * none, and then the admin shows them no entry of a localized type, and Strapi takes their right to
 * delete and publish one away, since it names nothing at all. They also see coverage, and work on personas. Strapi
 * lets authors read only what they created themselves, stages and personas included, so they get
 * those they choose from.
 */
export async function openAdmin(strapi: Strapi): Promise<void> {
  const readTagTargets = Object.entries(TAG_TARGET_FIELDS).map(([subject, fields]) => ({
    action: READ,
    subject,
    properties: { fields },
  }));
  await allowLocales(strapi);
  const personas = [SEE_PERSONAS, EDIT_PERSONAS];
  const editors = [SEE_COVERAGE, ...personas, inAllLocales('delete'), inAllLocales('publish')];
  await addPermissions(strapi, 'strapi-editor', editors);
  const deleteOwn = { ...inAllLocales('delete'), conditions: ['admin::is-creator'] };
  const authors = [SEE_COVERAGE, ...personas, deleteOwn, ...readTagTargets];
  await addPermissions(strapi, 'strapi-author', authors);
}

const inAllLocales = (action: string) => ({
  action: `${EXPLORER}.${action}`,
  subject: LOCALIZED_TYPE,
  properties: { locales: LOCALES },
});

async function allowLocales(strapi: Strapi): Promise<void> {
  const permissions = rowsOf(strapi, 'admin::permission');
  const ofWriters = { code: { $in: ['strapi-editor', 'strapi-author'] } };
  const where = { subject: LOCALIZED_TYPE, role: ofWriters };
  for (const { id, properties } of await permissions.findMany({ where })) {
    const data = { properties: { ...properties, locales: LOCALES } };
    await permissions.updateMany({ where: { id }, data });
  }
}

async function addPermissions(strapi: Strapi, code: string, permissions: object[]): Promise<void> {
  const role = await rowsOf(strapi, 'admin::role').findOne({ where: { code } });
  if (!role) throw new Error(`Strapi has no admin role ${code}.`);
  const roles = strapi.service('admin::role') as unknown as RoleService;
  await roles.addPermissions(role.id, permissions);
}
