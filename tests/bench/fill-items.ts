/** Fills a site with sales-sourced items and their echoes, by bulk insert. */
import { ITEM_KINDS } from '../../contracts/sales-sourced/items';
import { getService } from '../../server/src/services';
import { rowsOf } from '../../server/src/strapi';
import { DATABASE_CLIENT } from '../site/database';
import { aRep } from '../site/people';
import { ITEM_UID } from '../site/sales';
import type { Site } from '../site/site';

export const ECHOES_PER_ITEM = 4;
const REPS = 40;
/** Rows per statement, within what SQLite takes. */
const CHUNK = 400;
const DAY = 24 * 60 * 60 * 1000;

const WORDS =
  'price contract migration login support security invoice training berth crane integration audit ' +
  'rollout licence latency backup export report trial reference uptime ticket schedule payment';

/**
 * Items of all kinds with stages, personas and reps, and their echoes. One in four is declined.
 * @param amounts of items, and of the stages and personas that are there, whose row ids start at 1.
 */
export async function addItems(
  site: Site,
  { items: amount, stages, personas }: { items: number; stages: number; personas: number }
): Promise<void> {
  const { connection } = site.strapi.db;
  const reps: { id: number; documentId: string }[] = [];
  for (let index = 0; index < REPS; index += 1) reps.push(await aRep(site, `Rep ${index}`));
  const words = WORDS.split(' ');
  const word = (index: number) => words[index % words.length] ?? '';
  const items = Array.from({ length: amount }, (_, index) => ({
    document_id: `bench${String(index).padStart(19, '0')}`,
    buyer_words: `What about ${word(index)} and ${word(index * 7 + 3)} for ${word(index * 13 + 5)} ${index}?`,
    kind: ITEM_KINDS[index % ITEM_KINDS.length],
    workflow_state: (['received', 'accepted', 'in_progress', 'declined'] as const)[index % 4],
    decline_reason: index % 4 === 3 ? 'Not now' : null,
    confirmed: true,
    created_at: new Date(Date.now() - (index % 700) * DAY),
    updated_at: new Date(Date.now() - (index % 700) * DAY),
  }));
  await connection.batchInsert('buyer_journey_sales_sourced_items', items, CHUNK / 4);
  const rows = await rowsOf<{ id: number }>(site.strapi, ITEM_UID).findMany({ select: ['id'] });
  const links = (table: string, column: string, targets: number, first = 1) =>
    connection.batchInsert(
      table,
      rows.map(({ id }) => ({ sales_sourced_id: id, [column]: (id % targets) + first })),
      CHUNK
    );
  await links('buyer_journey_sales_sourced_items_stage_lnk', 'stage_id', stages);
  await links('buyer_journey_sales_sourced_items_personas_lnk', 'persona_id', personas);
  await links('buyer_journey_sales_sourced_items_rep_lnk', 'rep_id', REPS, reps[0]?.id);
  const echoes = items.flatMap(({ document_id: item }, index) =>
    Array.from({ length: ECHOES_PER_ITEM }, (_, nth) => {
      const heardAt = new Date(Date.now() - ((index * 31 + nth * 97) % 600) * DAY);
      const day = heardAt.toISOString().slice(0, 10);
      const rep = reps[(index + nth) % REPS]?.documentId;
      return { item, origin: item, rep, day, heard_at: heardAt, by_merge: false };
    })
  );
  await connection.batchInsert('buyer_journey_echoes', echoes, CHUNK / 4);
  await getService(site.strapi, 'sales-sourced-admin').reconcileDemand();
  // PostgreSQL does so by itself, some minutes later.
  if (DATABASE_CLIENT === 'postgres') await connection.raw('analyze');
}
