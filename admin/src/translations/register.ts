import { PLUGIN_ID } from '../plugin-id';

type Messages = Record<string, string>;

const FILES: Partial<Record<string, () => Promise<{ default: Messages }>>> = {
  de: () => import('./de.json'),
  en: () => import('./en.json'),
  fr: () => import('./fr.json'),
};

async function load(locale: string): Promise<{ locale: string; data: Messages }> {
  const file = FILES[locale];
  if (!file) return { locale, data: {} };
  const { default: messages } = await file();
  const prefixed = Object.entries(messages).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]);
  return { locale, data: Object.fromEntries(prefixed) as Messages };
}

/** The plugin's messages for the admin's languages; a language without a file shows English. */
export function registerTrads({ locales }: { locales: string[] }) {
  return Promise.all(locales.map(load));
}
