import type { Context } from 'koa';

import { contentQuery, journeyQuery, nextParams, nextQuery } from '../../../contracts/delivery';
import { parse } from '../parse';
import { getService } from '../services';
import type { Strapi } from '../strapi';

const authOf = (ctx: Context) => (ctx.state as { auth?: unknown }).auth;

/** `content.find` */
export function contentController({ strapi }: { strapi: Strapi }) {
  return {
    async find(ctx: Context) {
      const query = parse(contentQuery, ctx.query);
      ctx.body = await getService(strapi, 'delivery').content(authOf(ctx), query);
    },
  };
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
