import type { Context } from 'koa';

import { noInput } from '../../../contracts/query';
import {
  createPersonaBody,
  createStageBody,
  mergeTermBody,
  orderBody,
  termParam,
  updatePersonaBody,
  updateStageBody,
  type TermKind,
} from '../../../contracts/taxonomy-terms';
import { tellingConflicts } from '../conflict';
import { sendCsv, tellTotal } from '../csv';
import { bodyOf, parse } from '../parse';
import { getService } from '../services';
import type { AdminUser, Strapi } from '../strapi';

const BODIES = {
  stage: { create: createStageBody, update: updateStageBody },
  persona: { create: createPersonaBody, update: updatePersonaBody },
};

/** Stages, or personas, one by one. */
export function termController(kind: TermKind) {
  return ({ strapi }: { strapi: Strapi }) => {
    const taxonomy = () => getService(strapi, 'taxonomy');
    const idIn = (ctx: Context) => {
      parse(noInput, ctx.query);
      return parse(termParam, ctx.params).documentId;
    };
    const userOf = (ctx: Context) => (ctx.state as { user: AdminUser }).user;
    const answer = async (ctx: Context, documentId: string) => {
      ctx.body = { data: await taxonomy().term(kind, documentId) };
    };
    const retiring = (retired: boolean) => async (ctx: Context) => {
      const documentId = idIn(ctx);
      parse(noInput, bodyOf(ctx));
      await taxonomy().setRetired(kind, userOf(ctx), documentId, retired);
      await answer(ctx, documentId);
    };

    return tellingConflicts({
      detail: (ctx: Context) => answer(ctx, idIn(ctx)),
      async create(ctx: Context) {
        parse(noInput, ctx.query);
        const body = parse(BODIES[kind].create, bodyOf(ctx));
        const documentId = await taxonomy().createTerm(kind, userOf(ctx), body);
        await answer(ctx, documentId);
        ctx.status = 201;
      },
      async update(ctx: Context) {
        const documentId = idIn(ctx);
        const body = parse(BODIES[kind].update, bodyOf(ctx));
        await taxonomy().updateTerm(kind, userOf(ctx), documentId, body);
        await answer(ctx, documentId);
      },
      async order(ctx: Context) {
        parse(noInput, ctx.query);
        await taxonomy().orderTerms(kind, parse(orderBody, bodyOf(ctx)));
        ctx.body = { data: await taxonomy().overview() };
      },
      retire: retiring(true),
      unretire: retiring(false),
      async remove(ctx: Context) {
        await taxonomy().deleteTerm(kind, idIn(ctx));
        ctx.body = { data: null };
      },
      async uses(ctx: Context) {
        ctx.body = { data: await taxonomy().uses(kind, idIn(ctx)) };
      },
      async usesCsv(ctx: Context) {
        const { userAbility } = ctx.state as { userAbility: object };
        const { total, name, lines } = await taxonomy().usesCsv(kind, idIn(ctx), userAbility);
        tellTotal(ctx, total);
        sendCsv(strapi, ctx, lines, name);
      },
      async merge(ctx: Context) {
        const documentId = idIn(ctx);
        const body = parse(mergeTermBody, bodyOf(ctx));
        ctx.body = { data: await taxonomy().mergeTerm(kind, documentId, body) };
      },
    });
  };
}
