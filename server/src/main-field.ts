/** The field that stands for an entry in the Content Manager. */
import { pluginService, rowsOf, type ContentTypeSchema, type Strapi } from './strapi';

interface ContentTypes {
  findConfiguration(type: object): Promise<Configuration>;
}

interface Configuration {
  settings: { mainField: string };
}

/** Name of the main field; `id` where a type has no better one. */
export async function mainFieldOf(strapi: Strapi, schema: ContentTypeSchema): Promise<string> {
  const service = pluginService<ContentTypes>(strapi, 'content-manager', 'content-types');
  return (await service.findConfiguration(schema)).settings.mainField;
}

/** Where the Content Manager keeps how a type is shown. */
const keyOf = ({ uid }: ContentTypeSchema) =>
  `plugin_content_manager_configuration_content_types::${uid}`;

/** Names of the main fields of several types, by uid, in one statement. */
export async function mainFieldsOf(
  strapi: Strapi,
  schemas: ContentTypeSchema[]
): Promise<Map<string, string>> {
  const rows = await rowsOf<{ key: string; value: string }>(strapi, 'strapi::core-store').findMany({
    select: ['key', 'value'],
    where: { key: { $in: schemas.map(keyOf) } },
  });
  const kept = new Map(rows.map(({ key, value }) => [key, JSON.parse(value) as Configuration]));
  const fields = new Map<string, string>();
  for (const schema of schemas) {
    const { mainField } = kept.get(keyOf(schema))?.settings ?? {};
    // What is not kept yet is what the Content Manager chooses by itself.
    fields.set(schema.uid, mainField ?? (await mainFieldOf(strapi, schema)));
  }
  return fields;
}
