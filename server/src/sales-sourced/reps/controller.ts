import type { Context } from 'koa';

import { noInput } from '../../../../contracts/query';
import { mergeRepBody, repParam } from '../../../../contracts/reps';
import { bodyOf, parse } from '../../parse';
import { getService } from '../../services';
import type { Strapi } from '../../strapi';

/** Profiles of reps, for the admin. */
export function repAdminController({ strapi }: { strapi: Strapi }) {
  const service = () => getService(strapi, 'rep-admin');

  /** A change that takes nothing but the rep, and answers with the profile. */
  const changing = (change: (rep: string) => Promise<void>) => async (ctx: Context) => {
    parse(noInput, ctx.query);
    parse(noInput, bodyOf(ctx));
    const { id } = parse(repParam, ctx.params);
    await change(id);
    ctx.body = { data: await service().profile(id) };
  };

  return {
    async list(ctx: Context) {
      parse(noInput, ctx.query);
      ctx.body = { data: await service().list() };
    },
    confirm: changing((rep) => service().confirm(rep)),
    deactivate: changing((rep) => service().deactivate(rep)),
    activate: changing((rep) => service().activate(rep)),
    async merge(ctx: Context) {
      parse(noInput, ctx.query);
      const body = parse(mergeRepBody, bodyOf(ctx));
      const { id } = parse(repParam, ctx.params);
      await service().merge(id, body);
      ctx.body = { data: await service().profile(id) };
    },
    erase: changing((rep) => service().erase(rep)),
  };
}
