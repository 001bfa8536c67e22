import node from '@astrojs/node';
import { defineConfig } from 'astro/config';

// The dev server would ask the npm registry for a newer Astro: nothing here asks the outside.
process.env.ASTRO_DISABLE_UPDATE_CHECK = 'true';

/** Pages are made when they are asked for, so that they are as fresh as Strapi; see docs/recipes.md for static ones. */
export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone' }),
  // Nothing but links and forms: no toolbar, no prefetching.
  devToolbar: { enabled: false },
});
