import type { Context } from 'koa';

import {
  coverageEntriesQuery,
  coverageExportQuery,
  coverageQuery,
  startDraftBody,
} from '../../../contracts/coverage';
import { deleteSnapshotsQuery, trendQuery } from '../../../contracts/coverage-trend';
import { noInput } from '../../../contracts/query';
import { setTargetsBody } from '../../../contracts/targets';
import { sendCsv, tellTotal } from '../csv';
import { bodyOf, parse } from '../parse';
import { getService } from '../services';
import type { AdminUser, Strapi } from '../strapi';

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
    async exportGrid(ctx: Context) {
      const lines = await coverage().exportGrid(parse(coverageQuery, ctx.query));
      sendCsv(strapi, ctx, lines, 'coverage-grid.csv');
    },
    async exportEntries(ctx: Context) {
      const { userAbility } = ctx.state as { userAbility: object };
      const query = parse(coverageExportQuery, ctx.query);
      const { total, lines } = await coverage().exportEntries(query, userAbility);
      tellTotal(ctx, total);
      sendCsv(strapi, ctx, lines, 'coverage-entries.csv');
    },
    async setTargets(ctx: Context) {
      parse(noInput, ctx.query);
      const body = parse(setTargetsBody, bodyOf(ctx));
      ctx.body = { data: await coverage().setTargets(body) };
    },
    async startDraft(ctx: Context) {
      parse(noInput, ctx.query);
      const body = parse(startDraftBody, bodyOf(ctx));
      const { user, userAbility } = ctx.state as { user: AdminUser; userAbility: object };
      ctx.body = { data: await coverage().startDraft({ user, ability: userAbility }, body) };
    },
    async trend(ctx: Context) {
      ctx.body = { data: await coverage().trend(parse(trendQuery, ctx.query)) };
    },
    async deleteSnapshots(ctx: Context) {
      ctx.body = {
        data: await coverage().deleteSnapshots(parse(deleteSnapshotsQuery, ctx.query)),
      };
    },
    async filters(ctx: Context) {
      parse(noInput, ctx.query);
      const { userAbility } = ctx.state as { userAbility: object };
      ctx.body = { data: await coverage().filters(userAbility) };
    },
  };
}
