import type { Context } from 'koa';

import { contentQuery, journeyQuery, nextParams, nextQuery } from '../../../contracts/delivery';
import { blameQuery } from '../content-api';
import { parse } from '../parse';
import { getService } from '../services';
import type { Strapi } from '../strapi';

const authOf = (ctx: Context) => (ctx.state as { auth?: unknown }).auth;

/** `content.find`. Parts of `fields` and `populate` are only understood by Strapi itself. */
export function contentController({ strapi }: { strapi: Strapi }) {
  return {
    async find(ctx: Context) {
      const query = parse(contentQuery, ctx.query);
      ctx.body = await getService(strapi, 'delivery')
        .content(authOf(ctx), query)
        .catch((error: unknown) => (query.expand ? blameQuery(strapi, error) : rethrow(error)));
    },
  };
}

function rethrow(error: unknown): never {
  throw error;
}

/** `next.find` */
export function nextController({ strapi }: { strapi: Strapi }) {
  return {
    async find(ctx: Context) {
      const params = parse(nextParams, ctx.params);
      const query = parse(nextQuery, ctx.query);
      ctx.body = await getService(strapi, 'delivery').next(authOf(ctx), params, query);
    },
  };
}

/** `journey.find` */
export function journeyController({ strapi }: { strapi: Strapi }) {
  return {
    async find(ctx: Context) {
      const query = parse(journeyQuery, ctx.query);
      ctx.body = await getService(strapi, 'delivery').journey(authOf(ctx), query);
    },
  };
}
