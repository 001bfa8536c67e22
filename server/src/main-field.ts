/** The field that stands for an entry in the Content Manager. */
import { pluginService, type ContentTypeSchema, type Strapi } from './strapi';

interface ContentTypes {
  findConfiguration(type: object): Promise<{ settings: { mainField: string } }>;
}

/** Name of the main field; `id` where a type has no better one. */
export async function mainFieldOf(strapi: Strapi, schema: ContentTypeSchema): Promise<string> {
  const service = pluginService<ContentTypes>(strapi, 'content-manager', 'content-types');
  return (await service.findConfiguration(schema)).settings.mainField;
}
