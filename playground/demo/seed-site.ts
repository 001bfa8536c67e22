import { openAdmin, openContentApi, seedLocales } from './access';
import { seedContent } from './content';
import { documentsOf, type Strapi } from './documents';
import { seedReps, seedUsers, type Writers } from './people';
import { line } from './report';
import { seedItems } from './sales-sourced';
import { seedProfiles } from './persona-profiles';
import { seedTargets } from './targets';
import { seedTrend } from './trend';
import { seedTaxonomy, STAGE_UID } from './taxonomy';

/** What an empty site gets beside locales, permissions and users. */
export interface Extent {
  /** The demo's content; without it, there is room for content of one's own. */
  content: boolean;
  /** Stages and personas, and all that refers to them; without it, as on a site that has just installed the plugin. */
  journey: boolean;
}

/**
 * Fills an empty site, in one transaction: interrupted, it leaves the site empty. A site that has
 * a stage or an article is left as it is.
 */
export async function seedSite(strapi: Strapi, { content, journey }: Extent): Promise<void> {
  if (await hasContent(strapi)) {
    line('The site has content already: nothing to seed.');
    return;
  }
  await strapi.db.transaction(async () => {
    await seedLocales(strapi);
    await openContentApi(strapi);
    await openAdmin(strapi);
    const writers = await seedUsers(strapi);
    if (!journey) {
      if (content) await seedOlderContent(strapi, writers);
      return;
    }
    const { stages, personas } = await seedTaxonomy(strapi);
    if (!content) return;
    const references = { stages, personas, reps: await seedReps(strapi), writers };
    await seedContent(strapi, { writers, tags: references });
    await seedItems(strapi, references);
    await seedProfiles(strapi, personas);
    await seedTargets(strapi);
    await seedTrend(strapi);
  });
}

interface TaggedType {
  pluginOptions?: { 'buyer-journey'?: { requireStage?: boolean } };
}

/** Content that was live before anybody asked for a stage, also where nothing goes live without one by now. */
async function seedOlderContent(strapi: Strapi, writers: Writers): Promise<void> {
  const types = Object.values(strapi.contentTypes as unknown as Record<string, TaggedType>);
  const options = types.flatMap(({ pluginOptions }) => pluginOptions?.['buyer-journey'] ?? []);
  const asking = options.filter(({ requireStage }) => requireStage);
  for (const option of asking) option.requireStage = false;
  await seedContent(strapi, { writers, tags: null });
  for (const option of asking) option.requireStage = true;
}

async function hasContent(strapi: Strapi): Promise<boolean> {
  const [stage, article] = [
    await documentsOf(strapi, STAGE_UID).findFirst({}),
    await documentsOf(strapi, 'api::article.article').findFirst({}),
  ];
  return stage !== null || article !== null;
}
