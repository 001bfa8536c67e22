import type { Core } from '@strapi/strapi';

/** An empty `PORT=` counts as not set. The fallback keys are for the demo only. */
export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST') || '127.0.0.1',
  port: Number(env('PORT') || 1337),
  app: { keys: (env('APP_KEYS') || 'demo-only-key-a,demo-only-key-b').split(',') },
  logger: { updates: { enabled: false } },
});
