/** Demand by stage and persona, for who sets supply beside it. */
import type { Knex } from 'knex';

import { DEMAND_UID, SALES_SOURCED_UID } from '../../constants';
import { inTransaction, linkTableOf, tableNameOf, type Strapi, type Trx } from '../../strapi';
import { whereAnswered } from '../answers/answered';
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
  weight: number | string | null;
  items: number | string;
}

/**
 * Demand over valid items (docs/metrics.md). An item stands at the stage where it should be resolved, else
 * where it was raised, with each of its personas, else for Everyone. Four statements, whatever the number
 * of cells.
 * @param now the moment that ages are counted to.
 */
export function demandByCell(strapi: Strapi, now: Date): Promise<DemandByCell> {
  const decay = decayTo(now, halfLifeOf(strapi));
  return inTransaction(strapi, async (trx) => ({
    stages: merge(
      await weights(strapi, trx, { byPersona: false, open: false }),
      await weights(strapi, trx, { byPersona: false, open: true }),
      decay
    ),
    cells: merge(
      await weights(strapi, trx, { byPersona: true, open: false }),
      await weights(strapi, trx, { byPersona: true, open: true }),
      decay
    ) as DemandByCell['cells'],
  }));
}

/** Sums of stored weights by stage, or by stage and persona. */
async function weights(
  strapi: Strapi,
  trx: Trx,
  { byPersona, open }: { byPersona: boolean; open: boolean }
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
    .select({ weight: 'demand.weight' });
  if (open) whereAnswered(strapi, trx, items, 'item.document_id', false);
  if (byPersona) withPersonas(strapi, items);
  const columns = byPersona ? ['stageId', 'personaId'] : ['stageId'];
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

function merge(all: Row[], open: Row[], decay: number): DemandByCell['stages'] {
  const keyOf = ({ stageId, personaId }: Row) => `${stageId}:${personaId ?? null}`;
  const opened = new Map(open.map((row) => [keyOf(row), row]));
  return all
    .filter(({ personaId, stageId }) => personaId === undefined || stageId !== null)
    .map((row) => {
      const unanswered = opened.get(keyOf(row));
      return {
        stageId: row.stageId,
        ...(row.personaId === undefined ? {} : { personaId: row.personaId }),
        demand: Number(row.weight) * decay,
        openDemand: Number(unanswered?.weight ?? 0) * decay,
        items: Number(row.items),
        openItems: Number(unanswered?.items ?? 0),
      };
    });
}
