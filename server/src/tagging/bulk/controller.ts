import type { Context } from 'koa';

import { bulkErrorsQuery, bulkTaggingBody } from '../../../../contracts/bulk-tagging';
import { noInput } from '../../../../contracts/query';
import { runParam } from '../../../../contracts/tagging-queue';
import { tellingConflicts } from '../../conflict';
import { bodyOf, parse } from '../../parse';
import type { Strapi } from '../../strapi';
import { askedBy } from '../queue/controller';
import { listErrors } from './list-errors';
import { previewBulk } from './preview';
import { bulkRun, latestRuns } from './runs';
import { cancelBulk, resumeBulk, startBulk, undoBulk } from './start';

const runOf = (ctx: Context) => Number(parse(runParam, ctx.params).run);

/** Id of the run in a route that takes nothing else. */
function runAlone(ctx: Context): number {
  parse(noInput, ctx.query);
  parse(noInput, bodyOf(ctx));
  return runOf(ctx);
}

export function bulkTaggingController({ strapi }: { strapi: Strapi }) {
  return tellingConflicts({
    async preview(ctx: Context) {
      parse(noInput, ctx.query);
      const body = parse(bulkTaggingBody, bodyOf(ctx));
      ctx.body = { data: await previewBulk(strapi, askedBy(ctx).ability, body) };
    },
    async start(ctx: Context) {
      parse(noInput, ctx.query);
      const body = parse(bulkTaggingBody, bodyOf(ctx));
      ctx.body = { data: await startBulk(strapi, askedBy(ctx), body) };
      ctx.status = 202;
    },
    async list(ctx: Context) {
      parse(noInput, ctx.query);
      ctx.body = { data: await latestRuns(strapi) };
    },
    async progress(ctx: Context) {
      parse(noInput, ctx.query);
      ctx.body = { data: await bulkRun(strapi, runOf(ctx)) };
    },
    async errors(ctx: Context) {
      const page = parse(bulkErrorsQuery, ctx.query);
      ctx.body = await listErrors(strapi, askedBy(ctx).ability, runOf(ctx), page);
    },
    async cancel(ctx: Context) {
      ctx.body = { data: await cancelBulk(strapi, runAlone(ctx)) };
    },
    async resume(ctx: Context) {
      const id = runAlone(ctx);
      ctx.body = { data: await resumeBulk(strapi, askedBy(ctx).ability, id) };
      ctx.status = 202;
    },
    async undo(ctx: Context) {
      const id = runAlone(ctx);
      ctx.body = { data: await undoBulk(strapi, askedBy(ctx).ability, id) };
      ctx.status = 202;
    },
  });
}
