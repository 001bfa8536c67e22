/** Creating, editing, retiring and deleting single stages and personas. */
import type {
  CreateTermBody,
  TermConflict,
  TermKind,
  UpdateTermBody,
} from '../../../contracts/taxonomy-terms';
import { Conflict } from '../conflict';
import { refusal } from '../refusal';
import { freeSlug } from '../slugs';
import {
  documentsOf,
  inTransaction,
  oneAtATime,
  rowsOf,
  siteLocales,
  type AdminUser,
  type Strapi,
} from '../strapi';
import { describeTerm, momentOf, otherLocales, recordOf } from './term-detail';
import { lockTerms, TERM_KINDS, termOf } from './term-kinds';

/**
 * Creates a stage or persona after all others.
 * @returns its document id.
 * @throws {ValidationError} naming `slug` when it is taken, or a locale that the site does not have.
 */
export function createTerm(
  strapi: Strapi,
  kind: TermKind,
  user: AdminUser,
  { translations, ...body }: CreateTermBody
): Promise<string> {
  const { uid } = TERM_KINDS[kind];
  return oneAtATime(strapi, async () => {
    const slug = body.slug ?? (await freeSlug(strapi, uid, 'slug', { name: body.name }));
    await mustBeFree(strapi, kind, slug, null);
    const [last] = await rowsOf<{ position: number }>(strapi, uid).findMany({
      select: ['position'],
      orderBy: { position: 'desc' },
      limit: 1,
    });
    const { documentId } = await documentsOf<{ documentId: string }>(strapi, uid).create({
      data: {
        ...body,
        slug,
        position: (last?.position ?? -1) + 1,
        translations: await newTranslations(strapi, null, translations ?? {}),
        ...{ createdBy: user.id, updatedBy: user.id },
      },
    });
    return documentId;
  });
}

/**
 * Changes what is named and nothing else.
 * @throws {Conflict} with what is there now, when somebody saved after `updatedAt`.
 * @throws {NotFoundError} when there is no such term; {ValidationError} as `createTerm`.
 */
export function updateTerm(
  strapi: Strapi,
  kind: TermKind,
  user: AdminUser,
  documentId: string,
  { updatedAt, translations, ...body }: UpdateTermBody
): Promise<void> {
  // Another one may be given the same slug at this moment.
  const run = body.slug === undefined ? inTransaction : oneAtATime;
  return run(strapi, async (trx) => {
    await lockTerms(strapi, trx, kind, [documentId]);
    const term = await termOf(strapi, kind, documentId);
    if (momentOf(term.updatedAt) !== momentOf(updatedAt)) {
      throw new Conflict('Somebody else saved this meanwhile.', {
        current: await describeTerm(strapi, kind, term),
      } satisfies Omit<TermConflict, 'reason'>);
    }
    if (body.slug !== undefined) await mustBeFree(strapi, kind, body.slug, documentId);
    const texts = translations && {
      translations: await newTranslations(strapi, term.translations, translations),
    };
    await documentsOf(strapi, TERM_KINDS[kind].uid).update({
      documentId,
      data: { ...body, ...texts, updatedBy: user.id },
    });
  });
}

/** Keeps the term on what has it, and offers it for nothing new; or offers it again. */
export function setRetired(
  strapi: Strapi,
  kind: TermKind,
  user: AdminUser,
  documentId: string,
  retired: boolean
): Promise<void> {
  return inTransaction(strapi, async (trx) => {
    await lockTerms(strapi, trx, kind, [documentId]);
    const term = await termOf(strapi, kind, documentId);
    if (Boolean(term.retired) === retired) return;
    const data = { retired, updatedBy: user.id };
    await documentsOf(strapi, TERM_KINDS[kind].uid).update({ documentId, data });
  });
}

/** @throws {ApplicationError} with the number of uses when there are any. */
export function deleteTerm(strapi: Strapi, kind: TermKind, documentId: string): Promise<void> {
  return inTransaction(strapi, async () => {
    await termOf(strapi, kind, documentId);
    await documentsOf(strapi, TERM_KINDS[kind].uid).delete({ documentId });
  });
}

async function mustBeFree(
  strapi: Strapi,
  kind: TermKind,
  slug: string,
  exceptFor: string | null
): Promise<void> {
  const others = await rowsOf<{ documentId: string }>(strapi, TERM_KINDS[kind].uid).findMany({
    select: ['documentId'],
    where: { slug },
  });
  if (others.every(({ documentId }) => documentId === exceptFor)) return;
  throw refusal('slug', `another ${kind} has “${slug}” already`);
}

/** Empty texts are left out. What is stored for locales that the site no longer has stays. */
async function newTranslations(
  strapi: Strapi,
  stored: unknown,
  given: NonNullable<UpdateTermBody['translations']>
): Promise<object> {
  const locales = await otherLocales(strapi);
  const ofSite = (await siteLocales(strapi)).map(({ code }) => code);
  const unknown = Object.keys(given).find((locale) => !locales.includes(locale));
  if (unknown !== undefined) {
    throw refusal(
      `translations.${unknown}`,
      'is no locale of this site, or the default one, which has the texts themselves'
    );
  }
  const filled = Object.entries(given).map(([locale, texts]) => [
    locale,
    Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')),
  ]);
  const left = Object.entries(recordOf(stored)).filter(([locale]) => !ofSite.includes(locale));
  return Object.fromEntries(
    [...left, ...filled].filter(([, texts]) => Object.keys(recordOf(texts)).length > 0)
  ) as object;
}
