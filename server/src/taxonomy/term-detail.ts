/** A stage or persona with all that can be edited. */
import type {
  PersonaDetail,
  StageDetail,
  TermKind,
  Translations,
} from '../../../contracts/taxonomy-terms';
import { nameOfUser } from '../admin-users';
import { siteLocales, type Strapi } from '../strapi';
import { TERM_KINDS, termOf, type TermRecord } from './term-kinds';

/** @throws {NotFoundError} when there is no such stage or persona. */
export async function termDetail(
  strapi: Strapi,
  kind: TermKind,
  documentId: string
): Promise<StageDetail | PersonaDetail> {
  return describeTerm(strapi, kind, await termOf(strapi, kind, documentId));
}

/** The term as the settings tell it. */
export async function describeTerm(
  strapi: Strapi,
  kind: TermKind,
  term: TermRecord
): Promise<StageDetail | PersonaDetail> {
  const fields = TERM_KINDS[kind].fields.map((field) => [field, term[field] ?? null]);
  const { documentId, position, retired, updatedAt, updatedBy } = term;
  return {
    ...(Object.fromEntries(fields) as Omit<StageDetail, 'documentId'>),
    ...{ documentId, position, retired: Boolean(retired) },
    translations: await translationsOf(strapi, kind, term.translations),
    updatedAt: momentOf(updatedAt),
    updatedBy: updatedBy && nameOfUser(updatedBy),
  };
}

/** A moment as it is sent and compared, whatever the database made of it. */
export const momentOf = (moment: TermRecord['updatedAt']): string => new Date(moment).toISOString();

/** Codes of the locales that a term can be translated to: all but the default one, which has the term's own texts. */
export async function otherLocales(strapi: Strapi): Promise<string[]> {
  return (await siteLocales(strapi)).filter(({ isDefault }) => !isDefault).map(({ code }) => code);
}

/** What is stored for the site's locales, as far as it has the right shape. */
async function translationsOf(
  strapi: Strapi,
  kind: TermKind,
  stored: unknown
): Promise<Translations> {
  const translations: Translations = {};
  for (const locale of await otherLocales(strapi)) {
    const texts = Object.entries(recordOf(recordOf(stored)[locale])).filter(
      ([name, text]) =>
        TERM_KINDS[kind].translated.includes(name) && typeof text === 'string' && text !== ''
    );
    if (texts.length > 0) translations[locale] = Object.fromEntries(texts);
  }
  return translations;
}

/** JSON as an object; some databases hand it out as text. */
export function recordOf(json: unknown): Record<string, unknown> {
  const value: unknown = typeof json === 'string' ? JSON.parse(json) : json;
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as Record<string, unknown>) : {};
}
