/** Demand by stage and persona, for who sets supply beside it. */
import type { Knex } from 'knex';

import type { ItemsByKind } from '../../../../contracts/coverage-demand';
import type { ItemKind } from '../../../../contracts/sales-sourced/items';
import { DEMAND_UID, SALES_SOURCED_UID } from '../../constants';
import {
  inReadingTransaction,
  linkTableOf,
  tableNameOf,
  type Strapi,
  type Trx,
} from '../../strapi';
import { answeredItems } from '../answers/answered';
import { validItems } from '../items/valid';
import { halfLifeOf } from './ledger';
import { decayTo } from './weight';

/** What is heard, and how much of it is not answered. */
export interface Heard {
  demand: number;
  openDemand: number;
  /** Valid items, and those of them that are not answered. */
  items: number;
  openItems: number;
  /** Those of the latter whose kind is known. */
  openByKind: ItemsByKind;
}

export interface DemandByCell {
  /** By row id of the stage; null is what has no stage. An item counts once in its stage. */
  stages: (Heard & { stageId: number | null })[];
  /** By row ids of stage and persona; a persona of null is Everyone. Items without a stage are not in here. */
  cells: (Heard & { stageId: number; personaId: number | null })[];
}

interface Row {
  stageId: number | null;
  personaId?: number | null;
  kind: ItemKind | null;
  answered: number | string;
  weight: number | string;
  items: number | string;
}

/**
 * Demand over valid items (docs/metrics.md). An item stands at the stage where it should be resolved, else
 * where it was raised, with each of its personas, else for Everyone. Two statements, whatever the number
 * of cells.
 * @param now the moment that ages are counted to.
 */
export function demandByCell(strapi: Strapi, now: Date): Promise<DemandByCell> {
  const decay = decayTo(now, halfLifeOf(strapi));
  return inReadingTransaction(strapi, async (trx) => ({
    stages: fold(await weights(strapi, trx, { byPersona: false }), decay),
    cells: fold(await weights(strapi, trx, { byPersona: true }), decay) as DemandByCell['cells'],
  }));
}

/** Sums of stored weights by stage, or by stage and persona; of each kind, of answered items and of open ones. */
async function weights(
  strapi: Strapi,
  trx: Trx,
  { byPersona }: { byPersona: boolean }
): Promise<Row[]> {
  const resolve = linkTableOf(strapi, SALES_SOURCED_UID, 'resolveByStage');
  const raised = linkTableOf(strapi, SALES_SOURCED_UID, 'stage');
  const items = validItems(strapi, trx)
    .join(`${tableNameOf(strapi, DEMAND_UID)} as demand`, 'demand.item', 'item.document_id')
    .leftJoin(`${resolve.name} as resolve`, `resolve.${resolve.joinColumn.name}`, 'item.id')
    .leftJoin(`${raised.name} as raised`, `raised.${raised.joinColumn.name}`, 'item.id')
    .select(
      trx.raw('coalesce(??, ??) as ??', [
        `resolve.${resolve.inverseJoinColumn.name}`,
        `raised.${raised.inverseJoinColumn.name}`,
        'stageId',
      ])
    )
    .leftJoin(
      answeredItems(strapi, trx).as('answered') as never,
      'answered.item',
      'item.document_id'
    )
    .select({ weight: 'demand.weight', kind: 'item.kind' })
    .select(trx.raw('case when ?? is null then 0 else 1 end as ??', ['answered.item', 'answered']));
  if (byPersona) withPersonas(strapi, items);
  const columns = ['stageId', 'kind', 'answered', ...(byPersona ? ['personaId'] : [])];
  return trx
    .from(items.as('placed'))
    .select(columns)
    .sum({ weight: 'weight' })
    .count({ items: '*' })
    .groupBy(columns);
}

function withPersonas(strapi: Strapi, items: Knex.QueryBuilder): void {
  const persona = linkTableOf(strapi, SALES_SOURCED_UID, 'personas');
  items
    .leftJoin(`${persona.name} as meant`, `meant.${persona.joinColumn.name}`, 'item.id')
    .select({ personaId: `meant.${persona.inverseJoinColumn.name}` });
}

/** One sum for each place; items without a stage stand in no cell. */
function fold(rows: Row[], decay: number): DemandByCell['stages'] {
  const places = new Map<string, DemandByCell['stages'][number]>();
  for (const { stageId, personaId, kind, answered, weight, items } of rows) {
    if (personaId !== undefined && stageId === null) continue;
    const key = `${stageId}:${personaId ?? null}`;
    const place = places.get(key) ?? {
      stageId,
      ...(personaId === undefined ? {} : { personaId }),
      ...{ demand: 0, openDemand: 0, items: 0, openItems: 0, openByKind: {} },
    };
    const isOpen = Number(answered) === 0;
    const demand = Number(weight) * decay;
    const open = isOpen ? Number(items) : 0;
    places.set(key, {
      ...place,
      demand: place.demand + demand,
      openDemand: place.openDemand + (isOpen ? demand : 0),
      items: place.items + Number(items),
      openItems: place.openItems + open,
      openByKind:
        kind === null || open === 0
          ? place.openByKind
          : { ...place.openByKind, [kind]: (place.openByKind[kind] ?? 0) + open },
    });
  }
  return [...places.values()];
}
