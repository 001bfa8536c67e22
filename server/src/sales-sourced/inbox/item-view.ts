/** Items as lists show them. */
import { DEMAND_UID } from '../../constants';
import type {
  Demand,
  Item,
  OwnerRef,
  RepRef,
  TermRef,
} from '../../../../contracts/sales-sourced/items';
import { inTransaction, tableIn, tableNameOf, type Strapi, type Trx } from '../../strapi';
import { answeredAmong } from '../answers/answered';
import { halfLifeOf } from '../demand/ledger';
import { decayTo, remaining } from '../demand/weight';
import { revisionOf, type ItemRow, type RelatedTerm } from '../items/draft';
import { nameOfUser } from '../reps/me';

interface DemandRow {
  item: string;
  weight: number;
  heard: number;
  lastHeardAt: string | number | Date;
}

/** Demand and answers for all rows at once: two statements, however many rows there are. */
export async function describeItems(strapi: Strapi, rows: ItemRow[]): Promise<Item[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ documentId }) => documentId);
  const { demands, answered } = await inTransaction(strapi, async (trx) => ({
    demands: await storedDemand(strapi, trx, ids),
    answered: await answeredAmong(strapi, trx, ids),
  }));
  const byItem = new Map(demands.map((demand) => [demand.item, demand]));
  const [now, halfLife] = [new Date(), halfLifeOf(strapi)];
  return rows.map((row) => ({
    documentId: row.documentId,
    buyerWords: row.buyerWords,
    kind: row.kind,
    state: row.workflowState,
    answered: answered.has(row.documentId),
    stage: row.stage && toTerm(row.stage),
    resolveByStage: row.resolveByStage && toTerm(row.resolveByStage),
    personas: row.personas.map((persona) => toTerm(persona)),
    rep: toRep(row.rep),
    confirmed: Boolean(row.confirmed),
    owner: toOwner(row.owner),
    dueDate: row.dueDate,
    ...hearing(row, byItem.get(row.documentId), now, halfLife),
    broughtInAt: new Date(row.createdAt).toISOString(),
    revision: revisionOf(row),
  }));
}

function storedDemand(strapi: Strapi, trx: Trx, items: string[]): Promise<DemandRow[]> {
  const columns = { item: 'item', weight: 'weight', heard: 'heard', lastHeardAt: 'last_heard_at' };
  const table = tableIn(strapi, trx, tableNameOf(strapi, DEMAND_UID));
  return table.whereIn('item', items).select(columns) as Promise<DemandRow[]>;
}

function hearing(row: ItemRow, stored: DemandRow | undefined, now: Date, halfLife: number) {
  const item = remaining(new Date(row.createdAt), now, halfLife);
  const figure = stored ? stored.weight * decayTo(now, halfLife) : item;
  const demand: Demand = { figure, item, echoes: Math.max(0, figure - item), halfLife };
  return {
    demand,
    heard: stored?.heard ?? 1,
    lastHeardAt: new Date(stored?.lastHeardAt ?? row.createdAt).toISOString(),
  };
}

export function toTerm({ documentId, slug, name }: Omit<RelatedTerm, 'id'>): TermRef {
  return { documentId, slug, name };
}

export function toRep(rep: { documentId: string; displayName: string } | null): RepRef | null {
  return rep && { documentId: rep.documentId, displayName: rep.displayName };
}

export function toOwner(owner: ItemRow['owner']): OwnerRef | null {
  return owner && { id: owner.id, name: nameOfUser(owner) };
}
