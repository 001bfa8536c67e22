/** The brute-force twin of the sales-sourced share by cell. */
import type { CoverageFromSales, FromSales } from '../../contracts/coverage';
import { bruteForceEntries, type Filter } from './brute-force';
import type { LiveWorld } from './live-documents';
import { answersAccepted, type SalesWorld } from './sales-brute-force';

/** Every figure of `GET /buyer-journey/coverage/sales-sourced`. */
export function bruteForceFromSales(
  world: LiveWorld,
  sales: SalesWorld,
  filter: Filter
): CoverageFromSales {
  const countIn = (place: { stage?: string; persona?: string }): FromSales => {
    let [documents, fromSales] = [0, 0];
    for (const document of bruteForceEntries(world, { ...filter, ...place })) {
      documents += 1;
      const isNamed = document.versions.some(({ contributors }) => contributors.length > 0);
      if (isNamed || answersAccepted(sales, document)) fromSales += 1;
    }
    return { documents, fromSales, share: documents === 0 ? null : fromSales / documents };
  };
  const personas = [...world.personas.map(({ slug }) => slug), null];
  return {
    cells: world.stages.flatMap(({ slug: stage }) =>
      personas.map((persona) => ({
        ...{ stage, persona },
        ...countIn({ stage, persona: persona ?? 'everyone' }),
      }))
    ),
    stageTotals: world.stages.map(({ slug: stage }) => ({ stage, ...countIn({ stage }) })),
    total: countIn({}),
  };
}
