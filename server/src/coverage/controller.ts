import type { Context } from 'koa';

import { coverageEntriesQuery, coverageQuery } from '../../../contracts/coverage';
import { noInput } from '../../../contracts/query';
import { setTargetsBody } from '../../../contracts/targets';
import { bodyOf, parse } from '../parse';
import { getService } from '../services';
import type { Strapi } from '../strapi';

export function coverageController({ strapi }: { strapi: Strapi }) {
  const coverage = () => getService(strapi, 'coverage');
  return {
    async matrix(ctx: Context) {
      ctx.body = { data: await coverage().matrix(parse(coverageQuery, ctx.query)) };
    },
    async demand(ctx: Context) {
      ctx.body = { data: await coverage().demand(parse(coverageQuery, ctx.query)) };
    },
    async fromSales(ctx: Context) {
      ctx.body = { data: await coverage().fromSales(parse(coverageQuery, ctx.query)) };
    },
    async entries(ctx: Context) {
      const { userAbility } = ctx.state as { userAbility: object };
      ctx.body = await coverage().entries(parse(coverageEntriesQuery, ctx.query), userAbility);
    },
    async setTargets(ctx: Context) {
      parse(noInput, ctx.query);
      const body = parse(setTargetsBody, bodyOf(ctx));
      ctx.body = { data: await coverage().setTargets(body) };
    },
    async filters(ctx: Context) {
      parse(noInput, ctx.query);
      ctx.body = { data: await coverage().filters() };
    },
  };
}
