/**
 * The brute-force twin of demand beside coverage: plain loops, one definition of docs/metrics after the
 * other, and not a line of it shared with the server.
 */
import type { Coverage } from '../../contracts/coverage';
import type { Alignment, CoverageDemand, ItemsByKind } from '../../contracts/coverage-demand';
import {
  bruteForceDemand,
  isAnswered,
  isValid,
  type ItemDoc,
  type SalesWorld,
} from './sales-brute-force';

/** Slugs of where an item stands; a persona of null is Everyone. */
interface Place {
  stage: string | null;
  personas: (string | null)[];
}

/** Every figure of `GET /buyer-journey/coverage/demand`. @param coverage the twin of the matrix. */
export function bruteForceCoverageDemand(
  coverage: Coverage,
  sales: SalesWorld,
  now: Date
): CoverageDemand {
  const items = sales.drafts.filter(isValid).map((item) => ({
    ...placeOf(coverage, item),
    demand: bruteForceDemand(sales, item, now),
    ...{ kind: item.kind, isOpen: !isAnswered(sales, item.documentId) },
  }));

  const cells = coverage.cells.map(({ stage, persona, target, fresh }) => {
    const here = items.filter((item) => item.stage === stage && item.personas.includes(persona));
    const [demand, openDemand, openItems] = heard(here);
    const shortage = target > fresh ? target - fresh : 0;
    return { stage, persona, demand, openDemand, openItems, openByKind: byKind(here), shortage };
  });
  let allOpen = 0;
  let allShort = 0;
  for (const { openDemand, shortage } of cells) {
    allOpen += openDemand;
    allShort += shortage;
  }

  const unplaced = items.filter(({ stage }) => stage === null);
  const [demand, openDemand, openItems] = heard(unplaced);
  const enough = items.length >= 10;
  return {
    cells: cells.map(({ shortage, ...cell }) => {
      const demandShare = allOpen > 0 ? cell.openDemand / allOpen : null;
      const shortageShare = allShort > 0 ? shortage / allShort : null;
      let figure: number | null = null;
      if (demandShare !== null && shortageShare !== null) {
        figure = 0.5 * demandShare + 0.5 * shortageShare;
      } else if (demandShare !== null) figure = demandShare;
      else if (shortageShare !== null) figure = shortageShare;
      const priority = figure === null ? null : { figure, demandShare, shortageShare };
      return { ...cell, priority };
    }),
    stages: coverage.stages.map(({ slug }) => {
      const [inStage, openInStage, openItemsInStage] = heard(
        items.filter((item) => item.stage === slug)
      );
      return {
        stage: slug,
        demand: inStage,
        openDemand: openInStage,
        openItems: openItemsInStage,
      };
    }),
    items: items.length,
    unplaced: { demand, openDemand, items: unplaced.length, openItems },
    alignmentByStage: overlap(
      enough,
      coverage.stageTotals.map(({ stage, documents }) => [
        documents,
        heard(items.filter((item) => item.stage === stage))[0],
      ])
    ),
    alignmentByCell: overlap(
      enough,
      coverage.cells.flatMap(({ persona, documents }, index) =>
        persona === null ? [] : [[documents, cells[index]?.demand ?? 0]]
      )
    ),
    stageMix: mix(coverage),
  };
}

function placeOf({ stages, personas }: Coverage, item: ItemDoc): Place {
  const stageId = (item.resolveByStage ?? item.stage)?.documentId;
  const meant = personas.filter(({ documentId }) =>
    item.personas.some((persona) => persona.documentId === documentId)
  );
  return {
    stage: stages.find(({ documentId }) => documentId === stageId)?.slug ?? null,
    personas: meant.length === 0 ? [null] : meant.map(({ slug }) => slug),
  };
}

/** Demand, open demand and open items. */
function heard(items: { demand: number; isOpen: boolean }[]): [number, number, number] {
  let [demand, openDemand, openItems] = [0, 0, 0];
  for (const item of items) {
    demand += item.demand;
    if (item.isOpen) {
      openDemand += item.demand;
      openItems += 1;
    }
  }
  return [demand, openDemand, openItems];
}

/** Open items of each kind; items without one are in none. */
function byKind(items: { kind: string | null; isOpen: boolean }[]): ItemsByKind {
  const counts: Record<string, number> = {};
  for (const { kind, isOpen } of items) {
    if (kind !== null && isOpen) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

function overlap(enough: boolean, places: number[][]): Alignment {
  let [supply, demand] = [0, 0];
  for (const [documents = 0, wanted = 0] of places) {
    supply += documents;
    demand += wanted;
  }
  if (!enough) return { figure: null, reason: 'fewItems' };
  if (supply === 0) return { figure: null, reason: 'noDocuments' };
  if (demand === 0) return { figure: null, reason: 'noDemand' };
  let figure = 0;
  for (const [documents = 0, wanted = 0] of places) {
    const [offered, asked] = [documents / supply, wanted / demand];
    figure += offered < asked ? offered : asked;
  }
  return { figure, reason: null };
}

function mix({ stages, stageTotals, cells, totals }: Coverage): CoverageDemand['stageMix'] {
  const shares = [];
  for (const { stage, documents } of stageTotals) {
    shares.push({ stage, documents, share: totals.tagged > 0 ? documents / totals.tagged : null });
  }
  const first = stages[0]?.slug;
  const half = totals.tagged / 2;
  const holdsMost = (stageTotals.find(({ stage }) => stage === first)?.documents ?? 0) > half;
  const lacks = cells.some((cell) => cell.stage !== first && cell.documents < cell.target);
  return { shares, topHeavy: holdsMost && lacks };
}
