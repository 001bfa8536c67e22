import type { Context } from 'koa';

import { noInput } from '../../../../contracts/query';
import { ruleFieldsQuery, saveRulesBody, tryRulesBody } from '../../../../contracts/tagging-rules';
import { tellingConflicts } from '../../conflict';
import { bodyOf, parse } from '../../parse';
import type { Ability } from '../../read-access';
import { getService } from '../../services';
import type { Strapi } from '../../strapi';

export function taggingRulesController({ strapi }: { strapi: Strapi }) {
  const rules = () => getService(strapi, 'tagging-rules');
  const abilityOf = (ctx: Context) => (ctx.state as { userAbility: Ability }).userAbility;
  return tellingConflicts({
    async read(ctx: Context) {
      parse(noInput, ctx.query);
      ctx.body = { data: await rules().read(abilityOf(ctx)) };
    },
    async save(ctx: Context) {
      parse(noInput, ctx.query);
      const body = parse(saveRulesBody, bodyOf(ctx));
      ctx.body = { data: await rules().save(body, abilityOf(ctx)) };
    },
    async test(ctx: Context) {
      parse(noInput, ctx.query);
      const body = parse(tryRulesBody, bodyOf(ctx));
      ctx.body = { data: await rules().tryRules(body.rules, abilityOf(ctx)) };
    },
    async fields(ctx: Context) {
      const { type } = parse(ruleFieldsQuery, ctx.query);
      ctx.body = { data: await rules().fields(type, abilityOf(ctx)) };
    },
  });
}
