/** Slugs that are not taken yet. */
import { pluginService, type Strapi } from './strapi';

/** Longest part of a text that goes into a slug: letters may become several, and the column ends at 255. */
const WORDS = 80;

interface UidService {
  generateUIDField(field: { contentTypeUID: string; field: string; data: object }): Promise<string>;
}

/**
 * A value of a uid field that no other entry has.
 * @param data the text that it is made from, by the name of its field.
 */
export function freeSlug(
  strapi: Strapi,
  contentTypeUID: string,
  field: string,
  data: Record<string, string>
): Promise<string> {
  const short: Record<string, string> = {};
  for (const [name, text] of Object.entries(data)) short[name] = text.slice(0, WORDS);
  const service = pluginService<UidService>(strapi, 'content-manager', 'uid');
  return service.generateUIDField({ contentTypeUID, field, data: short });
}
