import type { Context } from 'koa';

import {
  editProfileBody,
  evidenceBody,
  evidenceParams,
  evidenceQuery,
  personaParam,
  signOffBody,
  signOffQuery,
} from '../../../../contracts/persona-profile';
import { noInput } from '../../../../contracts/query';
import { tellingConflicts } from '../../conflict';
import { bodyOf, parse } from '../../parse';
import { getService } from '../../services';
import type { AdminUser, Strapi } from '../../strapi';
import type { Reader } from './evidence';

interface SignedIn {
  user: AdminUser;
  userAbility: Reader['ability'];
}

/** Profiles of personas, for the admin. */
export function personaProfileController({ strapi }: { strapi: Strapi }) {
  const service = () => getService(strapi, 'persona-profile');
  const idOf = (ctx: Context) => parse(personaParam, ctx.params).documentId;
  const readerOf = (ctx: Context): Reader => {
    const { user, userAbility } = ctx.state as SignedIn;
    return { user, ability: userAbility };
  };
  /** Changes and bodies name no query. */
  const bodyAlone = (ctx: Context) => {
    parse(noInput, ctx.query);
    return bodyOf(ctx);
  };
  const answerProfile = async (ctx: Context) => {
    ctx.body = { data: await service().profile(idOf(ctx), readerOf(ctx)) };
  };

  return tellingConflicts({
    async list(ctx: Context) {
      parse(noInput, ctx.query);
      ctx.body = { data: await service().list() };
    },
    async owners(ctx: Context) {
      parse(noInput, ctx.query);
      ctx.body = { data: await service().possibleOwners() };
    },
    async profile(ctx: Context) {
      parse(noInput, ctx.query);
      await answerProfile(ctx);
    },
    async edit(ctx: Context) {
      const body = parse(editProfileBody, bodyAlone(ctx));
      await service().edit(readerOf(ctx).user, idOf(ctx), body);
      await answerProfile(ctx);
    },
    async signOff(ctx: Context) {
      const body = parse(signOffBody, bodyAlone(ctx));
      await service().signOff(readerOf(ctx).user, idOf(ctx), body);
      await answerProfile(ctx);
    },
    async withdrawSignOff(ctx: Context) {
      const { team } = parse(signOffQuery, ctx.query);
      parse(noInput, bodyOf(ctx));
      await service().withdrawSignOff(readerOf(ctx).user, idOf(ctx), team);
      await answerProfile(ctx);
    },
    async evidence(ctx: Context) {
      const page = parse(evidenceQuery, ctx.query);
      ctx.body = await service().evidence(idOf(ctx), page, readerOf(ctx));
    },
    async addEvidence(ctx: Context) {
      const body = parse(evidenceBody, bodyAlone(ctx));
      ctx.body = { data: await service().addEvidence(readerOf(ctx), idOf(ctx), body) };
      ctx.status = 201;
    },
    async withdrawEvidence(ctx: Context) {
      parse(noInput, bodyAlone(ctx));
      const { documentId, id } = parse(evidenceParams, ctx.params);
      await service().withdrawEvidence(readerOf(ctx), documentId, Number(id));
      ctx.body = { data: {} };
    },
  });
}
