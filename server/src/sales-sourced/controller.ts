import { errors } from '@strapi/utils';
import type { Context } from 'koa';

import { exportQuery, importQuery } from '../../../contracts/sales-sourced/csv';
import { noInput } from '../../../contracts/query';
import {
  answerableQuery,
  answerParams,
  answeredByQuery,
  draftAnswerBody,
  linkAnswerBody,
  publishBody,
} from '../../../contracts/sales-sourced/answers';
import {
  captureBody,
  meBody,
  mineQuery,
  similarQuery,
} from '../../../contracts/sales-sourced/capture';
import { itemParam, revisionBody } from '../../../contracts/sales-sourced/fields';
import {
  bulkBody,
  editItemBody,
  inboxQuery,
  mergeBody,
  transitionBody,
} from '../../../contracts/sales-sourced/inbox';
import { tellingConflicts } from '../conflict';
import { ACTIONS } from '../constants';
import { sendCsv } from '../csv';
import { bodyOf, parse } from '../parse';
import { getService } from '../services';
import type { AdminUser, Strapi } from '../strapi';
import { blameFile, uploadedCsv } from '../uploaded-csv';

interface SignedIn {
  user: AdminUser;
  userAbility: { can(action: string): boolean };
}

const signedIn = (ctx: Context) => ctx.state as SignedIn;
const idOf = (ctx: Context) => parse(itemParam, ctx.params).id;

/** Capture and inbox, for the admin. */
export function salesSourcedAdminController({ strapi }: { strapi: Strapi }) {
  const service = () => getService(strapi, 'sales-sourced-admin');

  const reader = (ctx: Context) => {
    const { user, userAbility } = signedIn(ctx);
    const mayReadPrivate = userAbility.can(ACTIONS.readPrivate);
    return { user, ability: userAbility, mayReadPrivate };
  };
  /** Changes and bodies name no query. */
  const bodyAlone = (ctx: Context) => {
    parse(noInput, ctx.query);
    return bodyOf(ctx);
  };
  const answerDetail = async (ctx: Context) => {
    ctx.body = { data: await service().detail(idOf(ctx), reader(ctx)) };
  };

  return tellingConflicts({
    async me(ctx: Context) {
      parse(noInput, ctx.query);
      ctx.body = { data: await service().me(signedIn(ctx).user) };
    },
    async saveMe(ctx: Context) {
      const body = parse(meBody, bodyAlone(ctx));
      ctx.body = { data: await service().saveMe(signedIn(ctx).user, body) };
    },
    async capture(ctx: Context) {
      const body = parse(captureBody, bodyAlone(ctx));
      ctx.body = { data: await service().capture(signedIn(ctx).user, body) };
      ctx.status = 201;
    },
    async echo(ctx: Context) {
      parse(noInput, bodyAlone(ctx));
      ctx.body = { data: await service().echo(signedIn(ctx).user, idOf(ctx)) };
    },
    async similar(ctx: Context) {
      const query = parse(similarQuery, ctx.query);
      ctx.body = { data: await service().similar(signedIn(ctx).user, query) };
    },
    async mine(ctx: Context) {
      ctx.body = await service().mine(signedIn(ctx).user, parse(mineQuery, ctx.query));
    },
    async approve(ctx: Context) {
      const { revision } = parse(revisionBody, bodyAlone(ctx));
      await service().approve(signedIn(ctx).user, idOf(ctx), revision);
      ctx.body = { data: {} };
    },
    async list(ctx: Context) {
      ctx.body = await service().list(signedIn(ctx).user, parse(inboxQuery, ctx.query));
    },
    async filters(ctx: Context) {
      parse(noInput, ctx.query);
      ctx.body = { data: await service().choices(signedIn(ctx).userAbility) };
    },
    async detail(ctx: Context) {
      parse(noInput, ctx.query);
      await answerDetail(ctx);
    },
    async edit(ctx: Context) {
      const body = parse(editItemBody, bodyAlone(ctx));
      const { user, mayReadPrivate } = reader(ctx);
      await service().edit(user, idOf(ctx), body, mayReadPrivate);
      await answerDetail(ctx);
    },
    async transition(ctx: Context) {
      await service().move(idOf(ctx), parse(transitionBody, bodyAlone(ctx)));
      await answerDetail(ctx);
    },
    async merge(ctx: Context) {
      await service().merge(idOf(ctx), parse(mergeBody, bodyAlone(ctx)));
      await answerDetail(ctx);
    },
    async unmerge(ctx: Context) {
      const { revision } = parse(revisionBody, bodyAlone(ctx));
      await service().unmerge(idOf(ctx), revision);
      await answerDetail(ctx);
    },
    async confirm(ctx: Context) {
      const { revision } = parse(revisionBody, bodyAlone(ctx));
      await service().confirm(idOf(ctx), revision);
      await answerDetail(ctx);
    },
    async publish(ctx: Context) {
      const body = parse(publishBody, bodyAlone(ctx));
      const { userAbility } = signedIn(ctx);
      await service().publish(idOf(ctx), body, {
        withoutApproval: userAbility.can(ACTIONS.publishUnapproved),
        overrideFindings: userAbility.can(ACTIONS.overrideFindings),
        readPrivate: userAbility.can(ACTIONS.readPrivate),
      });
      await answerDetail(ctx);
    },
    async unpublish(ctx: Context) {
      const { revision } = parse(revisionBody, bodyAlone(ctx));
      await service().unpublish(idOf(ctx), revision);
      await answerDetail(ctx);
    },
    async linkAnswer(ctx: Context) {
      const body = parse(linkAnswerBody, bodyAlone(ctx));
      await service().linkAnswer(signedIn(ctx).userAbility, idOf(ctx), body);
      await answerDetail(ctx);
    },
    async unlinkAnswer(ctx: Context) {
      parse(noInput, bodyAlone(ctx));
      const { answerId } = parse(answerParams, ctx.params);
      await service().unlinkAnswer(idOf(ctx), Number(answerId));
      await answerDetail(ctx);
    },
    async draftAnswer(ctx: Context) {
      const { type } = parse(draftAnswerBody, bodyAlone(ctx));
      const { user, userAbility } = signedIn(ctx);
      ctx.body = { data: await service().draftAnswer(user, userAbility, idOf(ctx), type) };
    },
    async answerable(ctx: Context) {
      const { search } = parse(answerableQuery, ctx.query);
      ctx.body = { data: await service().answerable(signedIn(ctx).userAbility, search) };
    },
    async answeredBy(ctx: Context) {
      ctx.body = { data: await service().answeredBy(parse(answeredByQuery, ctx.query)) };
    },
    async figures(ctx: Context) {
      parse(noInput, ctx.query);
      ctx.body = { data: await service().figures() };
    },
    async export(ctx: Context) {
      const filters = parse(exportQuery, ctx.query);
      const { user, mayReadPrivate } = reader(ctx);
      const lines = await service().export(user, filters, mayReadPrivate);
      sendCsv(strapi, ctx, lines, 'sales-sourced.csv');
    },
    async import(ctx: Context) {
      const { dryRun } = parse(importQuery, ctx.query);
      const bytes = await uploadedCsv(ctx);
      const report = await service()
        .import(bytes, dryRun === 'true')
        .catch(blameFile);
      if (dryRun === 'false' && report.errorCount > 0) {
        throw new errors.ValidationError(
          `Nothing was imported: ${report.errorCount} rows are wrong.`,
          report
        );
      }
      ctx.body = { data: report };
    },
    async bulk(ctx: Context) {
      ctx.body = { data: await service().changeMany(parse(bulkBody, bodyAlone(ctx))) };
    },
  });
}
