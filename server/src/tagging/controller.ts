import type { Context } from 'koa';

import { idParam, noInput } from '../../../contracts/query';
import { bodyOf, parse } from '../parse';
import { getService } from '../services';
import type { Strapi } from '../strapi';

export function taggingController({ strapi }: { strapi: Strapi }) {
  const tagging = () => getService(strapi, 'tagging');
  return {
    contentTypes(ctx: Context) {
      parse(noInput, ctx.query);
      ctx.body = { data: tagging().describeContentTypes() };
    },
    async access(ctx: Context) {
      parse(noInput, ctx.query);
      ctx.body = { data: await tagging().missingAccess() };
    },
    async grantAccess(ctx: Context) {
      parse(noInput, ctx.query);
      parse(noInput, bodyOf(ctx));
      const { roleId } = parse(idParam('roleId'), ctx.params);
      ctx.body = { data: await tagging().grantAccess(Number(roleId)) };
    },
  };
}
