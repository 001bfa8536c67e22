import type { Core } from '@strapi/strapi';

/**
 * The policy names no outside host: the demo works offline. Its values are strings and not lists
 * because Strapi would merge a list with its own, which allows `https:`.
 */
const security = {
  name: 'strapi::security',
  config: {
    contentSecurityPolicy: {
      useDefaults: true,
      directives: {
        'connect-src': "'self'",
        'img-src': "'self' data: blob:",
        'font-src': "'self' data:",
        'style-src': "'self' 'unsafe-inline'",
        upgradeInsecureRequests: null,
      },
    },
  },
};

const config: Core.Config.Middlewares = [
  'strapi::logger',
  'strapi::errors',
  security,
  'strapi::cors',
  'strapi::poweredBy',
  'strapi::query',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];

export default config;
