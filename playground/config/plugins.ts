import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  'buyer-journey': { enabled: true },
  graphql: {
    enabled: true,
    // Apollo's landing page loads its scripts from outside.
    config: { landingPage: false, defaultLimit: 25, maxLimit: 100, depthLimit: 10 },
  },
  'users-permissions': {
    enabled: true,
    config: { jwtSecret: env('JWT_SECRET') || 'demo-only-jwt-secret' },
  },
  upload: { enabled: true, config: { provider: 'local' } },
});
