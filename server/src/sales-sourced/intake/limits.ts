/** How much and how often tools may send. */
import { errors } from '@strapi/utils';
import type { Context, Middleware } from 'koa';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

import { PLUGIN_ID } from '../../constants';
import type { PluginConfig } from '../../config';
import { bodyOf } from '../../parse';
import type { Strapi } from '../../strapi';

const BYTES_PER_KB = 1024;
const SECONDS = 60;

/**
 * Middleware of the intake route, after authentication: 429 for whoever sends too often, 413 for
 * what is too large. Requests are counted in the memory of each instance.
 */
export function intakeLimits(_config: unknown, { strapi }: { strapi: Strapi }): Middleware {
  const { intake } = strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`).salesSourced;
  const limiter =
    intake.requestsPerMinute === 0
      ? null
      : new RateLimiterMemory({ points: intake.requestsPerMinute, duration: SECONDS });

  return async (ctx, next) => {
    if (limiter) await countRequest(limiter, ctx);
    if (sizeOf(ctx) > intake.maxBodyKB * BYTES_PER_KB) {
      throw new errors.PayloadTooLargeError(`The body is over ${intake.maxBodyKB} KB.`);
    }
    await next();
  };
}

async function countRequest(limiter: RateLimiterMemory, ctx: Context): Promise<void> {
  try {
    await limiter.consume(callerOf(ctx));
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.ceil(refused.msBeforeNext / 1000);
    ctx.set('Retry-After', String(seconds));
    throw new errors.RateLimitError(`Too many requests. Try again in ${seconds} seconds.`);
  }
}

/** The token or the signed-in user; else the address that the request came from. */
function callerOf(ctx: Context): string {
  const { strategy, credentials } = (ctx.state.auth ?? {}) as {
    strategy?: { name?: string };
    credentials?: { id?: number | string } | null;
  };
  return credentials?.id === undefined ? ctx.ip : `${strategy?.name}:${credentials.id}`;
}

/** In bytes: as sent, and as unpacked, since a request may be compressed or not say its length. */
function sizeOf(ctx: Context): number {
  return Math.max(Number(ctx.get('Content-Length')), byteLength(bodyOf(ctx)));
}

function byteLength(body: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(body));
  } catch {
    // Nested deeper than anything that can be meant.
    return Infinity;
  }
}
