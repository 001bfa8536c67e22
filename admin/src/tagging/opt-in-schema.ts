/** What opting in changes in a content type's `schema.json`. */

const OPTION = '"buyer-journey": { "enabled": true }';

/** The line for a type that has no `pluginOptions` yet. */
export const SCHEMA_LINE = `"pluginOptions": { ${OPTION} }`;

/** The line as it stands once it is there; localized types have an option of their own. */
export const schemaLine = ({ localized }: { localized: boolean }): string =>
  localized ? `"pluginOptions": { "i18n": { "localized": true }, ${OPTION} }` : SCHEMA_LINE;

/** Where a site keeps the schema of a type: `src/api/article/content-types/article/schema.json`. */
export function schemaFile(uid: string): string {
  const [origin = '', name = ''] = uid.split('::');
  const [folder = '', type = ''] = name.split('.');
  const base = origin === 'api' ? 'src/api' : 'src/extensions';
  return `${base}/${folder}/content-types/${type}/schema.json`;
}
