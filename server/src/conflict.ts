/** Two people changing the same thing: the second one is told. */
import type { Context } from 'koa';

/** Becomes a 409. */
export class Conflict extends Error {
  /** @param details what is there now, for who was too late. */
  constructor(
    message: string,
    readonly details: object = {}
  ) {
    super(message);
  }
}

type Handler = (ctx: Context) => Promise<void> | void;

/** A controller whose conflicts are answered with a 409. */
export function tellingConflicts<Handlers extends Record<string, Handler>>(
  handlers: Handlers
): Handlers {
  const wrapped = Object.entries(handlers).map(([name, handler]) => [
    name,
    async (ctx: Context) => {
      try {
        await handler(ctx);
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        const { message, details } = error;
        // Answered here: thrown on, Strapi would log it as a fault of the server.
        ctx.status = 409;
        ctx.body = {
          data: null,
          error: {
            ...{ status: 409, name: 'ConflictError', message },
            details: { reason: 'changed', ...details },
          },
        };
      }
    },
  ]);
  return Object.fromEntries(wrapped) as Handlers;
}
