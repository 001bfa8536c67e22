import type { Context } from 'koa';

import { noInput } from '../../../contracts/query';
import { setupStepParams, skipStepBody } from '../../../contracts/setup';
import { bodyOf, parse } from '../parse';
import { getService } from '../services';
import type { Strapi } from '../strapi';

export function setupController({ strapi }: { strapi: Strapi }) {
  const setup = () => getService(strapi, 'setup');
  return {
    async read(ctx: Context) {
      parse(noInput, ctx.query);
      ctx.body = { data: await setup().read() };
    },
    async skip(ctx: Context) {
      parse(noInput, ctx.query);
      const { step } = parse(setupStepParams, ctx.params);
      const { skipped } = parse(skipStepBody, bodyOf(ctx));
      ctx.body = { data: await setup().skip(step, skipped) };
    },
  };
}
