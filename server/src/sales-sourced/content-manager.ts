/** How items appear in the Content Manager. */
import { SALES_SOURCED_UID } from '../constants';
import { contentTypes, pluginService, type ContentTypeSchema, type Strapi } from '../strapi';

interface Configuration {
  settings: { mainField: string };
}
interface Configurations {
  findConfiguration(type: ContentTypeSchema): Promise<Configuration>;
  updateConfiguration(type: ContentTypeSchema, configuration: Configuration): Promise<unknown>;
}

/**
 * Titles items by the buyer's words. Strapi would take the first short text, which is the private
 * account; another public field that somebody chose stays.
 */
export async function titleItemsByBuyerWords(strapi: Strapi): Promise<void> {
  const type = contentTypes(strapi).find(({ uid }) => uid === SALES_SOURCED_UID);
  if (!type) return;
  const service = pluginService<Configurations>(strapi, 'content-manager', 'content-types');
  const configuration = await service.findConfiguration(type);
  const attribute = type.attributes[configuration.settings.mainField] as
    { private?: boolean } | undefined;
  if (attribute?.private !== true) return;
  const settings = { ...configuration.settings, mainField: 'buyerWords' };
  await service.updateConfiguration(type, { ...configuration, settings });
}
