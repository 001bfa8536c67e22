import { openAdmin, openContentApi, seedLocales } from './access';
import { seedContent } from './content';
import { documentsOf, type Strapi } from './documents';
import { seedReps, seedUsers } from './people';
import { line } from './report';
import { seedItems } from './sales-sourced';
import { seedProfiles } from './persona-profiles';
import { seedTargets } from './targets';
import { seedTrend } from './trend';
import { seedTaxonomy, STAGE_UID } from './taxonomy';

/** `full` is the demo; `frame` is all but reps, content and items, for content of one's own. */
export type Extent = 'full' | 'frame';

/**
 * Fills an empty site, in one transaction: interrupted, it leaves the site empty. A site that has
 * a stage or an article is left as it is.
 */
export async function seedSite(strapi: Strapi, extent: Extent): Promise<void> {
  if (await hasContent(strapi)) {
    line('The site has content already: nothing to seed.');
    return;
  }
  await strapi.db.transaction(async () => {
    await seedLocales(strapi);
    await openContentApi(strapi);
    await openAdmin(strapi);
    const writers = await seedUsers(strapi);
    const { stages, personas } = await seedTaxonomy(strapi);
    if (extent === 'frame') return;
    const references = { stages, personas, reps: await seedReps(strapi), writers };
    await seedContent(strapi, references);
    await seedItems(strapi, references);
    await seedProfiles(strapi, personas);
    await seedTargets(strapi);
    await seedTrend(strapi);
  });
}

async function hasContent(strapi: Strapi): Promise<boolean> {
  const [stage, article] = [
    await documentsOf(strapi, STAGE_UID).findFirst({}),
    await documentsOf(strapi, 'api::article.article').findFirst({}),
  ];
  return stage !== null || article !== null;
}
