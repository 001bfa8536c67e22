/** What entries can be tagged with, and which types the user may tag. */
import type { TaggableType, TaggingChoices } from '../../../../contracts/tagging-queue';
import type { PluginConfig } from '../../config';
import { PLUGIN_ID, REP_UID } from '../../constants';
import type { Ability } from '../../read-access';
import { getService } from '../../services';
import { hasDraftAndPublish, isLocalized, rowsOf, siteLocales, type Strapi } from '../../strapi';
import { fieldsOf } from '../fields';
import { tagAccess } from '../tag-access';

interface RepRow {
  slug: string;
  displayName: string;
}

export async function taggingChoices(strapi: Strapi, ability: Ability): Promise<TaggingChoices> {
  const taxonomy = getService(strapi, 'taxonomy');
  const stages = (await taxonomy.stages()).filter(isOffered);
  const personas = (await taxonomy.personas()).filter(isOffered);
  const reps = await rowsOf<RepRow>(strapi, REP_UID).findMany({
    select: ['slug', 'displayName'],
    where: { bylineConsent: true, active: true },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
  });
  return {
    stages: stages.map(({ slug, name, color, buyerQuestion }) => ({
      ...{ slug, name, color, buyerQuestion },
    })),
    personas: personas.map(({ slug, name }) => ({ slug, name })),
    reps: reps.map(({ slug, displayName }) => ({ slug, displayName })),
    types: await taggableTypes(strapi, ability),
    locales: (await siteLocales(strapi)).map(({ code, name }) => ({ code, name })),
    syncLocales: strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`).syncLocales,
  };
}

const isOffered = ({ retired }: { retired: boolean }) => !retired;

async function taggableTypes(strapi: Strapi, ability: Ability): Promise<TaggableType[]> {
  const tagging = getService(strapi, 'tagging');
  const types: TaggableType[] = [];
  for (const schema of tagging.taggedTypes()) {
    const access = await tagAccess(strapi, schema, tagging.fieldNames(), ability);
    if (!access.mayRead || !(access.mayTag(['stage']) || access.mayTag(['personas']))) continue;
    types.push({
      ...{ uid: schema.uid, displayName: schema.info.displayName },
      draftAndPublish: hasDraftAndPublish(schema),
      localized: isLocalized(schema),
      mayPublish: access.mayPublish,
      fields: fieldsOf(schema, access).map(({ name, values }) => ({ name, values })),
    });
  }
  return types;
}
