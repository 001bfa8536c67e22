/** `GET /journey`: for each stage in order its newest entries, and how many there are. */
import type { Journey, JourneyQuery } from '../../../contracts/delivery';
import { getService } from '../services';
import { inReadingTransaction, type Strapi } from '../strapi';
import { entriesAt, keyOf } from './entries';
import { countByStage, newestOfEach } from './query';
import { mustFindStages, select } from './selection';

/**
 * All stages, those without entries too.
 * @param auth of the request.
 * @throws {ForbiddenError} when the caller may not read stages.
 * @throws {ValidationError} naming `persona` when the caller may not read personas.
 */
export async function journeyOf(
  strapi: Strapi,
  auth: unknown,
  { persona, locale, limit }: JourneyQuery
): Promise<Journey> {
  await mustFindStages(strapi, auth);
  const selection = await select(strapi, auth, {
    persona: persona === undefined ? undefined : [persona],
    locale,
    status: 'published',
  });
  const stages = await getService(strapi, 'taxonomy').publicStages(selection.locale);
  const { totals, found } = await inReadingTransaction(strapi, async (trx) => {
    const counted = await countByStage(strapi, trx, selection);
    const groups = stages
      .filter(({ id }) => counted.has(id))
      .map(({ id }) => ({ stageId: id, audience: selection.audience }));
    const positions = await newestOfEach(strapi, trx, selection, groups, limit);
    return {
      totals: counted,
      found: new Map(groups.map(({ stageId }, index) => [stageId, positions[index] ?? []])),
    };
  });
  const entries = await entriesAt(strapi, auth, selection, [...found.values()].flat());
  return {
    data: stages.map(({ id, ...stage }) => {
      const ids = new Set(found.get(id)?.map(keyOf));
      return {
        stage,
        entries: entries.filter((entry) => ids.has(keyOf(entry))),
        total: totals.get(id) ?? 0,
      };
    }),
  };
}
