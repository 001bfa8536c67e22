/** A site for random worlds: its content types, its locales, and somebody who may see coverage. */
import { pluginService } from '../../server/src/strapi';
import { signIn } from '../site/client';
import { startSite, type Site } from '../site/site';
import { LOCALES, worldSchemas } from './site-types';

/** The permission to see coverage. */
export const READ_COVERAGE = { action: 'plugin::buyer-journey.coverage.read' };

export interface WorldSite {
  site: Site;
  /** Of a super admin. */
  token: string;
}

/** @param plugin options of the plugin. */
export async function startWorldSite(plugin: object = {}): Promise<WorldSite> {
  const site = await startSite({ types: worldSchemas(), plugin });
  // Building a world takes longer than the five seconds after which Node closes a quiet connection.
  site.strapi.server.httpServer.keepAliveTimeout = 10 * 60_000;
  const locales = pluginService<{ create(locale: object): Promise<unknown> }>(
    site.strapi,
    'i18n',
    'locales'
  );
  for (const code of LOCALES.slice(1)) await locales.create({ code, name: code });
  return { site, token: await signIn(site) };
}

/** A query string; undefined leaves a parameter out. */
export function search(parameters: Record<string, string | number | boolean | undefined>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}
