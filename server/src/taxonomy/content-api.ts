/** Stages and personas for front-end sites: Strapi's own find and findOne, in order by default and in the requested language. */
import type { Context } from 'koa';

import { PERSONA_UID, STAGE_UID } from '../constants';
import { readController, readRoutes } from '../content-api';
import { rowsOf, type Strapi } from '../strapi';
import { inLocale } from './translations';

const inOrderAndLanguage = (uid: string) => ({
  find(ctx: Context) {
    ctx.query = { sort: 'position:asc', ...ctx.query };
  },
  answer: (strapi: Strapi, ctx: Context, answer: unknown) =>
    translate(strapi, uid, ctx.query.locale, answer),
});

export const stageController = readController(STAGE_UID, inOrderAndLanguage(STAGE_UID));
export const personaController = readController(PERSONA_UID, inOrderAndLanguage(PERSONA_UID));

interface Term {
  documentId: string;
}

/** Puts texts in the requested locale in place of the others, in an answer of Strapi's own route. One statement. */
async function translate(
  strapi: Strapi,
  uid: string,
  locale: unknown,
  answer: unknown
): Promise<void> {
  if (typeof locale !== 'string') return;
  const { data } = (answer ?? {}) as { data?: Term | Term[] | null };
  const terms = [data ?? []].flat();
  const stored = await rowsOf<Term & { translations: unknown }>(strapi, uid).findMany({
    select: ['documentId', 'translations'],
    where: { documentId: { $in: terms.map(({ documentId }) => documentId) } },
  });
  for (const term of terms) {
    const found = stored.find(({ documentId }) => documentId === term.documentId);
    Object.assign(term, inLocale(term, found?.translations, locale));
  }
}

export const taxonomyContentRoutes = [
  ...readRoutes('/stages', 'stage'),
  ...readRoutes('/personas', 'persona'),
];
