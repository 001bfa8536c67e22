/**
 * Keeps the tags of opted-out types out of the admin. The Content Manager fetches what is invisible
 * in full and shows it to whoever may read the entry: with a rep that would be the e-mail address.
 */
import { PLUGIN_ID } from '../constants';
import type { PluginConfig } from '../config';
import type { ContentTypeSchema, Strapi } from '../strapi';
import { isInjected, optInState } from './opt-in';

type Populate = Record<string, unknown>;

interface DocumentCall {
  contentType: ContentTypeSchema;
  params?: { populate?: unknown };
}

/** Registers the middleware; whatever is not about an opted-out type passes at once. */
export function hideOptedOutTags(strapi: Strapi): void {
  const { fieldNames } = strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`);
  const isTag = (type: ContentTypeSchema, name: string) => {
    const attribute = type.attributes[name] as { target?: string } | undefined;
    return isInjected(type, name, attribute?.target, fieldNames);
  };
  strapi.documents.use((context, next) => {
    const call = context as unknown as DocumentCall;
    if (optInState(call.contentType) === 'optedOut' && isByName(call.params?.populate)) {
      const populate = Object.entries(call.params.populate).filter(
        ([name]) => !isTag(call.contentType, name)
      );
      call.params = { ...call.params, populate: Object.fromEntries(populate) };
    }
    return next();
  });
}

/** What the Content Manager sends; lists and `*` are how the site's own code asks. */
function isByName(populate: unknown): populate is Populate {
  return typeof populate === 'object' && populate !== null && !Array.isArray(populate);
}
