/** What browsers and CDNs are told of an answer. */
import etag from '@koa/etag';
import type { Context, Middleware } from 'koa';

import { PLUGIN_ID } from '../constants';
import type { PluginConfig } from '../config';
import type { Strapi } from '../strapi';

const addTag = etag();

/**
 * Middleware of a route: answers get an ETag, and 304 without a body goes to whoever has the answer already.
 * They differ by who asks; only what everybody may see can be kept by a shared cache, and no previews of drafts.
 */
export function cacheHeaders(_config: unknown, { strapi }: { strapi: Strapi }): Middleware {
  const { cacheControl } = strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`).delivery;
  return async (ctx, next) => {
    ctx.vary('Authorization');
    // Of refusals too: what is not there yet may be there soon.
    ctx.set('Cache-Control', 'private, no-cache');
    await addTag(ctx, next);
    if (!isSignedIn(ctx) && ctx.query.status !== 'draft') ctx.set('Cache-Control', cacheControl);
    if (ctx.fresh) {
      ctx.status = 304;
      ctx.body = null;
    }
  };
}

function isSignedIn({ state }: Context): boolean {
  const { auth } = state as { auth?: { credentials?: unknown } };
  return (auth?.credentials ?? null) !== null;
}
