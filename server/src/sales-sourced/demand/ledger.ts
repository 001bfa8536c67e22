/** The demand ledger: one row per item, kept in step with its echoes. */
import { DEMAND_UID, ECHO_UID, PLUGIN_ID, SALES_SOURCED_UID } from '../../constants';
import type { PluginConfig } from '../../config';
import { inChunks } from '../../chunks';
import { inTransaction, tableIn, tableNameOf, type Strapi, type Trx } from '../../strapi';
import { weightAt } from './weight';

/** Days in which a hearing loses half of its weight. */
export function halfLifeOf(strapi: Strapi): number {
  return strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`).salesSourced.demandHalfLifeDays;
}

interface Hearing {
  item: string;
  at: Date | string | number;
}

interface DemandRow {
  item: string;
  weight: number;
  heard: number;
  lastHeardAt: Date;
}

/**
 * Makes the rows of these items anew from the items and their echoes; a row goes when its item is gone.
 * Three statements and one per written row.
 * @param items document ids.
 */
export async function renewDemand(strapi: Strapi, trx: Trx, items: string[]): Promise<void> {
  if (items.length === 0) return;
  const wanted = await demandOf(strapi, trx, items);
  const table = tableNameOf(strapi, DEMAND_UID);
  const stored: { item: string; weight: number; heard: number }[] = await tableIn(
    strapi,
    trx,
    table
  )
    .whereIn('item', items)
    .select('item', 'weight', 'heard');
  const present = new Map(stored.map((row) => [row.item, row]));
  const gone = stored.filter(({ item }) => !wanted.has(item)).map(({ item }) => item);
  if (gone.length > 0) await tableIn(strapi, trx, table).whereIn('item', gone).delete();

  const added: DemandRow[] = [];
  for (const row of wanted.values()) {
    const known = present.get(row.item);
    if (!known) added.push(row);
    else if (known.weight !== row.weight || known.heard !== row.heard) {
      await tableIn(strapi, trx, table).where('item', row.item).update(columns(row));
    }
  }
  if (added.length > 0) await insertAll(strapi, trx, table, added.map(columns));
}

/** What the rows should say, by item; items without a draft are not there. */
async function demandOf(
  strapi: Strapi,
  trx: Trx,
  items: string[]
): Promise<Map<string, DemandRow>> {
  const halfLife = halfLifeOf(strapi);
  const itemTable = tableNameOf(strapi, SALES_SOURCED_UID);
  const brought: Hearing[] = await tableIn(strapi, trx, itemTable)
    .whereIn('document_id', items)
    .whereNull('published_at')
    .select({ item: 'document_id', at: 'created_at' });
  const echoed: Hearing[] = await tableIn(strapi, trx, tableNameOf(strapi, ECHO_UID))
    .whereIn('item', items)
    .orderBy('id')
    .select({ item: 'item', at: 'heard_at' });

  const rows = new Map<string, DemandRow>();
  for (const { item, at } of brought) {
    const broughtIn = new Date(at);
    const weight = weightAt(broughtIn, halfLife);
    rows.set(item, { item, weight, heard: 1, lastHeardAt: broughtIn });
  }
  for (const { item, at } of echoed) {
    const row = rows.get(item);
    if (!row) continue;
    const heardAt = new Date(at);
    row.weight += weightAt(heardAt, halfLife);
    row.heard += 1;
    if (heardAt > row.lastHeardAt) row.lastHeardAt = heardAt;
  }
  return rows;
}

/**
 * Goes through all items and mends what differs: after an import, after rows were written past the
 * plugin, or when the half-life was changed.
 */
export async function reconcileDemand(strapi: Strapi): Promise<void> {
  const itemTable = tableNameOf(strapi, SALES_SOURCED_UID);
  const table = tableNameOf(strapi, DEMAND_UID);
  await inTransaction(strapi, async (trx) => {
    const drafts = () => tableIn(strapi, trx, itemTable).whereNull('published_at');
    await tableIn(strapi, trx, table).whereNotIn('item', drafts().select('document_id')).delete();
    for (let after = 0; ;) {
      const rows: { id: number; item: string }[] = await drafts()
        .where('id', '>', after)
        .orderBy('id')
        .limit(ITEMS_AT_ONCE)
        .select({ id: 'id', item: 'document_id' });
      const last = rows.at(-1);
      if (!last) return;
      await renewDemand(
        strapi,
        trx,
        rows.map(({ item }) => item)
      );
      after = last.id;
    }
  });
}

/** Databases limit the values in one statement. */
const ITEMS_AT_ONCE = 500;

function columns({ item, weight, heard, lastHeardAt }: DemandRow) {
  return { item, weight, heard, last_heard_at: lastHeardAt };
}

async function insertAll(strapi: Strapi, trx: Trx, table: string, rows: object[]): Promise<void> {
  const insert = async (some: object[]) => {
    await tableIn(strapi, trx, table).insert(some).onConflict('item').ignore();
  };
  await inChunks(rows, insert, ROWS_AT_ONCE);
}

const ROWS_AT_ONCE = 100;
