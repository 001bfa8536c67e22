import node from '@astrojs/node';
import { defineConfig } from 'astro/config';

/** Pages are made when they are asked for, so that they are as fresh as Strapi; see docs/recipes.md for static ones. */
export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone' }),
  // Nothing but links and forms: no toolbar, no prefetching.
  devToolbar: { enabled: false },
});
