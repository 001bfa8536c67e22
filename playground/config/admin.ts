import type { Core } from '@strapi/strapi';

/** The fallback secrets are for the demo only: a site that anyone else can reach sets its own. */
export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => ({
  auth: { secret: env('ADMIN_JWT_SECRET') || 'demo-only-admin-jwt-secret' },
  apiToken: { salt: env('API_TOKEN_SALT') || 'demo-only-api-token-salt' },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') || 'demo-only-transfer-token-salt' } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') || 'demo-only-encryption-key' },
  autoOpen: false,
  ai: { enabled: false },
  flags: { nps: env.bool('FLAG_NPS', false), promoteEE: env.bool('FLAG_PROMOTE_EE', false) },
});
