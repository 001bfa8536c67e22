/** Locales of test sites; each site starts with `en`. */
import { pluginService } from '../../server/src/strapi';
import type { Site } from './site';

interface LocaleService {
  create(locale: { code: string; name: string }): Promise<unknown>;
}

/** Gives the site more locales, named by their codes. */
export async function addLocales(site: Site, ...codes: string[]): Promise<void> {
  const locales = pluginService<LocaleService>(site.strapi, 'i18n', 'locales');
  for (const code of codes) await locales.create({ code, name: code });
}
