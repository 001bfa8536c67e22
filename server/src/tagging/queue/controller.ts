import type { Context } from 'koa';

import { noInput } from '../../../../contracts/query';
import { queueQuery, tagEntriesBody, undoBody } from '../../../../contracts/tagging-queue';
import { bodyOf, parse } from '../../parse';
import type { Strapi } from '../../strapi';
import type { By } from '../tag-documents';
import { taggingChoices } from './choices';
import { listQueue } from './list';
import { tagEntries, undoEntries } from './tag-entries';

/** Who asks. */
export function askedBy(ctx: Context): By {
  const { user, userAbility } = ctx.state as { user: By['user']; userAbility: By['ability'] };
  return { user, ability: userAbility };
}

export function taggingQueueController({ strapi }: { strapi: Strapi }) {
  return {
    async list(ctx: Context) {
      ctx.body = await listQueue(strapi, askedBy(ctx).ability, parse(queueQuery, ctx.query));
    },
    async choices(ctx: Context) {
      parse(noInput, ctx.query);
      ctx.body = { data: await taggingChoices(strapi, askedBy(ctx).ability) };
    },
    async tag(ctx: Context) {
      parse(noInput, ctx.query);
      const body = parse(tagEntriesBody, bodyOf(ctx));
      ctx.body = { data: await tagEntries(strapi, askedBy(ctx), body) };
    },
    async undo(ctx: Context) {
      parse(noInput, ctx.query);
      const { run } = parse(undoBody, bodyOf(ctx));
      ctx.body = { data: await undoEntries(strapi, askedBy(ctx), run) };
    },
  };
}
