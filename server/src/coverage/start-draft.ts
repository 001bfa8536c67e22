/** Starting an entry for a cell. */
import type { StartDraftBody } from '../../../contracts/coverage';
import type { StartedDraft } from '../../../contracts/tagging';
import type { Ability } from '../read-access';
import { getService } from '../services';
import type { AdminUser, Strapi } from '../strapi';
import { checkLocale, idOfTerm } from './look';

/**
 * Makes a draft that stands in the cell once it is published.
 * @throws {ValidationError} naming what the site does not have; {ForbiddenError} when the user may not
 *   create entries of the type.
 */
export async function startDraftFor(
  strapi: Strapi,
  by: { user: AdminUser; ability: Ability },
  { type: uid, title, stage, persona, locale }: StartDraftBody
): Promise<StartedDraft> {
  const tagging = getService(strapi, 'tagging');
  const taxonomy = getService(strapi, 'taxonomy');
  const type = tagging.taggedType(uid);
  await checkLocale(strapi, locale);
  return tagging.startDraft(by, type, {
    ...{ title, locale, contributors: [] },
    stage: idOfTerm('stage', stage, offered(await taxonomy.stages())),
    personas:
      persona === null ? [] : [idOfTerm('persona', persona, offered(await taxonomy.personas()))],
  });
}

/** Nothing new is written for what is retired. */
const offered = <Term extends { retired: boolean }>(terms: Term[]) =>
  terms.filter(({ retired }) => !retired);
