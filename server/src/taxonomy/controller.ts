import type { Context } from 'koa';

import { noInput } from '../../../contracts/query';
import { applyPersonaPresetBody, applyStageModelBody } from '../../../contracts/taxonomy';
import { switchModelBody } from '../../../contracts/taxonomy-terms';
import { bodyOf, parse } from '../parse';
import { getService } from '../services';
import type { AdminUser, Strapi } from '../strapi';
import { uploadedFile } from '../uploaded-file';
import { PERSONA_PRESET } from './persona-preset';
import { STAGE_MODELS } from './stage-models';

/** A list names some 400,000 uses then. */
const LIST_LIMIT = { maxBytes: 50 * 1024 * 1024, tooLarge: 'is over 50 MB.' };

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
    async switchModel(ctx: Context) {
      parse(noInput, ctx.query);
      const body = parse(switchModelBody, bodyOf(ctx));
      const { id } = ctx.params as { id: string };
      const { user } = ctx.state as { user: AdminUser };
      ctx.body = { data: await taxonomy().switchModel(user, id, body) };
    },
    async undoMerge(ctx: Context) {
      parse(noInput, ctx.query);
      const list = await uploadedFile(ctx, LIST_LIMIT);
      ctx.body = { data: await taxonomy().undoMerge(list) };
    },
    async applyPersonaPreset(ctx: Context) {
      parse(noInput, ctx.query);
      const body = parse(applyPersonaPresetBody, bodyOf(ctx));
      ctx.body = { data: await taxonomy().applyPersonaPreset(body) };
    },
  };
}
