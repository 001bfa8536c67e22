/** `GET /journey`: for each stage in order its newest entries, and how many there are. */
import type { Journey, JourneyQuery } from '../../../contracts/delivery';
import { inReadingTransaction, type Strapi } from '../strapi';
import { keyOf, readEntries } from './entries';
import { countByStage, newestOfEach } from './query';
import { select, stagesOf } from './selection';

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
  const selection = await select(strapi, auth, {
    persona: persona === undefined ? undefined : [persona],
    locale,
    status: 'published',
  });
  const stages = stagesOf(selection);
  return inReadingTransaction(strapi, async (trx) => {
    const totals = await countByStage(strapi, trx, selection);
    const groups = stages
      .filter(({ id }) => totals.has(id))
      .map(({ id }) => ({ stageId: id, audience: selection.audience }));
    const found = await newestOfEach(strapi, trx, selection, groups, limit);
    const keys = new Map(
      groups.map(({ stageId }, index) => [stageId, new Set(found[index]?.map(keyOf))])
    );
    const entries = await readEntries(strapi, trx, auth, selection, found.flat());
    return {
      data: stages.map(({ id, ...stage }) => ({
        stage,
        entries: entries.filter((entry) => keys.get(id)?.has(keyOf(entry))),
        total: totals.get(id) ?? 0,
      })),
    };
  });
}
