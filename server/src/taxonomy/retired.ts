/** Retired stages and personas are not offered where an entry is tagged in the Content Manager. */
import type { Context, Next } from 'koa';

import { PERSONA_UID, STAGE_UID } from '../constants';
import { modelOf, rowsOf, useBelow, type Strapi } from '../strapi';

/** Lists what a relation can be pointed at; what an entry has already is another route's to tell. */
const CHOICES = /^\/content-manager\/relations\/([^/]+)\/([^/]+)$/;

/** Has the choices of every relation to a stage or persona leave out those that are retired. */
export function keepRetiredOutOfChoosers(strapi: Strapi): void {
  useBelow(strapi, '/content-manager/relations', async (ctx: Context, next: Next) => {
    const target = ctx.method === 'GET' ? targetOf(strapi, ctx.path) : undefined;
    if (target !== undefined) {
      const retired = await rowsOf<{ id: number }>(strapi, target).findMany({
        select: ['id'],
        where: { retired: true },
      });
      if (retired.length > 0) omit(ctx, retired);
    }
    await next();
  });
}

/** Uid of the stage or persona type where the relation points at one. */
function targetOf(strapi: Strapi, path: string): string | undefined {
  const [, uid, attribute] = CHOICES.exec(path) ?? [];
  if (uid === undefined || attribute === undefined) return undefined;
  const attributes = modelOf(strapi, uid)?.attributes ?? {};
  const target = Object.hasOwn(attributes, attribute) ? attributes[attribute]?.target : undefined;
  return target === STAGE_UID || target === PERSONA_UID ? target : undefined;
}

/** Strapi leaves out what its own form has chosen already; whatever else is in there is for Strapi to refuse. */
function omit(ctx: Context, rows: { id: number }[]): void {
  const query = ctx.query as { idsToOmit?: unknown };
  const ids = rows.map(({ id }) => id);
  if (query.idsToOmit === undefined) ctx.query = { ...ctx.query, idsToOmit: ids } as never;
  else if (Array.isArray(query.idsToOmit)) {
    ctx.query = { ...ctx.query, idsToOmit: [...(query.idsToOmit as unknown[]), ...ids] } as never;
  }
}
