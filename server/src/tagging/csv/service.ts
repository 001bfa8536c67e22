import type { Ability } from '../../read-access';
import type { Strapi } from '../../strapi';
import { exportTags } from './export-tags';
import { importTags, type TagsImport } from './import-tags';

/** Tags as CSV, out and in. */
export function taggingCsvService({ strapi }: { strapi: Strapi }) {
  return {
    /** Lines of a file with all tags that the user may read. */
    export: (ability: Ability) => exportTags(strapi, ability),

    /** Tags from a file; see `importTags`. */
    import: (bytes: Uint8Array, how: TagsImport) => importTags(strapi, bytes, how),
  };
}
