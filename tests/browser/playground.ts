/**
 * Before the browser tests: the playground with its demo content, and the example site that asks it. Tests find its address in
 * `PLAYGROUND_URL`, a token of the demo's super admin in `PLAYGROUND_TOKEN`, the address of the example site in `SITE_URL`, and in
 * `PLAYGROUND_SESSIONS` a folder to share sessions in: Strapi lets a person sign in five times in five minutes.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { SEED_SCRIPT, SITE, startServer, startStrapi } from './server';
import { signInToApi } from './sign-in';

const FRONT_END = join(SITE, 'site', 'dist', 'server', 'entry.mjs');

export default async function startPlayground(): Promise<void> {
  if (!existsSync(SEED_SCRIPT) || !existsSync(FRONT_END)) {
    throw new Error('The playground is not built: run `npm test`, which builds what is missing.');
  }
  const strapi = await startStrapi();
  const site = await startServer(FRONT_END, [], { path: '/', env: { STRAPI_URL: strapi.url } });
  process.env.PLAYGROUND_URL = strapi.url;
  process.env.SITE_URL = site.url;
  process.env.PLAYGROUND_SESSIONS = strapi.folder;
  process.env.PLAYGROUND_TOKEN = await signInToApi(strapi.url);
  (globalThis as Playground).stopPlayground = async () => {
    await Promise.all([strapi.stop(), site.stop()]);
  };
}

/** What the setup leaves for the teardown. */
export type Playground = typeof globalThis & { stopPlayground?: () => Promise<void> };
