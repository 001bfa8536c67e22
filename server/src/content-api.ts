/** What the routes of the content API have in common; all but the intake read only. */
import { isNativeError } from 'node:util/types';

import { factories } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import type { z } from 'zod';

import { checkFilterShape } from './filter-shape';
import type { Strapi } from './strapi';

export interface ContentRoute {
  method: 'GET' | 'POST';
  path: string;
  handler: string;
  config: object;
  /** Read by Strapi's OpenAPI generator; the controllers check input themselves. */
  request?: { params?: Record<string, z.ZodType>; query?: Record<string, z.ZodType> };
  response?: z.ZodType;
}

/** `find` and `findOne` of a plugin type: read-only API tokens know actions by these names. */
export function readRoutes(path: string, controller: string): ContentRoute[] {
  return [
    { method: 'GET', path, handler: `${controller}.find`, config: {} },
    { method: 'GET', path: `${path}/:id`, handler: `${controller}.findOne`, config: {} },
  ];
}

type PluginTypeUid = Parameters<typeof factories.createCoreController>[0];
type CoreAction = (ctx: Context) => Promise<unknown>;

interface Around {
  find?: (ctx: Context) => void;
  findOne?: (ctx: Context) => void;
  /** May add to what is answered. */
  answer?: (strapi: Strapi, ctx: Context, answer: unknown) => Promise<void>;
}

/**
 * Strapi's own controller of a type, reading only, with something to do around each action.
 * @param around may change the query, or throw what the caller is to be told.
 */
export function readController(uid: string, around: Around = {}) {
  const core = factories.createCoreController(uid as PluginTypeUid);
  return (context: Parameters<typeof core>[0]) => {
    const controller = core(context) as unknown as { find: CoreAction; findOne: CoreAction };
    const answered = async (ctx: Context, action: CoreAction) => {
      const answer = await action(ctx).catch((error: unknown) => blameQuery(context.strapi, error));
      await around.answer?.(context.strapi, ctx, answer);
      return answer;
    };
    return {
      async find(ctx: Context) {
        checkFilterShape(ctx.query);
        around.find?.(ctx);
        return answered(ctx, (asked) => controller.find(asked));
      },
      async findOne(ctx: Context) {
        checkFilterShape(ctx.query);
        around.findOne?.(ctx);
        return answered(ctx, (asked) => controller.findOne(asked));
      },
    };
  };
}

/** Whether a caller of the content API may `find` entries of a type. @param auth of the request. */
export async function mayFind(strapi: Strapi, auth: unknown, uid: string): Promise<boolean> {
  try {
    await strapi.auth.verify(auth as never, { scope: [`${uid}.find`] });
    return true;
  } catch {
    return false;
  }
}

/** By name: the classes of a driver's native part are not always this process's own. */
const PLAIN_ERRORS = ['Error', 'TypeError'];

/** Data exceptions; no such operator, as in a number that contains a text; mismatch of types. */
const QUERY_STATES = /^(22[0-9A-Z]{3}|42883|42804)$/;

/**
 * Strapi answers 500 to some queries that it cannot make sense of: a word where a number is
 * compared, an operator without its list, an object where text is due. They are the caller's: a 400
 * that says so. Told apart by how they are thrown: a plain error while the statement is
 * built, or when it runs by SQL state: 22 (data exception), or types that cannot be compared.
 */
export function blameQuery(strapi: Strapi, error: unknown): never {
  const { code } = error as { code?: unknown };
  const unbuildable =
    code === undefined && isNativeError(error) && PLAIN_ERRORS.includes(error.constructor.name);
  const unanswerable = typeof code === 'string' && QUERY_STATES.test(code);
  if (!unbuildable && !unanswerable) throw error;
  strapi.log.warn(`Buyer Journey refused a query: ${String(error)}`);
  throw new errors.ValidationError(
    'The query cannot be answered: check the shape of its filters, sort, fields, populate and pagination.'
  );
}

/** Strapi's own service of a type, which the controller calls. */
export function readService(uid: string) {
  return factories.createCoreService(uid as PluginTypeUid);
}
