import type { Context } from 'koa';

import { noInput } from '../../../../contracts/query';
import { bodyOf, parse } from '../../parse';
import type { Strapi } from '../../strapi';
import { createSuggestedRole, suggestedRoles, type MayDo } from './suggested-roles';

/** The roles that the plugin suggests, for the settings. */
export function suggestedRolesController({ strapi }: { strapi: Strapi }) {
  return {
    async list(ctx: Context) {
      parse(noInput, ctx.query);
      ctx.body = { data: await suggestedRoles(strapi) };
    },
    async create(ctx: Context) {
      parse(noInput, ctx.query);
      parse(noInput, bodyOf(ctx));
      const { code } = ctx.params as { code: unknown };
      const { userAbility } = ctx.state as { userAbility: MayDo };
      ctx.body = { data: await createSuggestedRole(strapi, userAbility, String(code)) };
    },
  };
}
