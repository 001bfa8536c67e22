import type { Context } from 'koa';

import { noInput } from '../../../contracts/query';
import { applyStageModelBody } from '../../../contracts/taxonomy';
import { bodyOf, parse } from '../parse';
import { getService } from '../services';
import type { Strapi } from '../strapi';
import { PERSONA_PRESET } from './persona-preset';
import { STAGE_MODELS } from './stage-models';

export function taxonomyController({ strapi }: { strapi: Strapi }) {
  const taxonomy = () => getService(strapi, 'taxonomy');
  return {
    async overview(ctx: Context) {
      parse(noInput, ctx.query);
      ctx.body = { data: await taxonomy().overview() };
    },
    stageModels(ctx: Context) {
      parse(noInput, ctx.query);
      ctx.body = { data: STAGE_MODELS };
    },
    personaPreset(ctx: Context) {
      parse(noInput, ctx.query);
      ctx.body = { data: PERSONA_PRESET };
    },
    async applyStageModel(ctx: Context) {
      parse(noInput, ctx.query);
      const body = parse(applyStageModelBody, bodyOf(ctx));
      const { id } = ctx.params as { id: string };
      ctx.body = { data: await taxonomy().applyStageModel(id, body) };
    },
    async applyPersonaPreset(ctx: Context) {
      parse(noInput, ctx.query);
      parse(noInput, bodyOf(ctx));
      ctx.body = { data: await taxonomy().applyPersonaPreset() };
    },
  };
}
