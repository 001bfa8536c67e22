/** Forgetting what was private about a conversation once it is old enough. */
import { ITEM_EVENT_UID, PLUGIN_ID, SALES_SOURCED_UID } from '../../constants';
import { inChunks } from '../../chunks';
import type { PluginConfig } from '../../config';
import { DAY_IN_MS } from '../../days';
import { oneAtATime, tableIn, tableNameOf, type Strapi, type Trx } from '../../strapi';

/** Stands where a buyer's words were. */
export const ERASED_WORDS = '(erased)';

/** Runs once a night; on several instances the second one finds nothing left to do. */
export function scheduleRetention(strapi: Strapi): void {
  if (retentionOf(strapi).days === null) return;
  strapi.cron.add({
    [`${PLUGIN_ID}-retention`]: {
      task: () => eraseOld(strapi, new Date()),
      options: { rule: '17 3 * * *' },
    },
  });
}

function retentionOf(strapi: Strapi): PluginConfig['salesSourced']['retention'] {
  return strapi.config.get<PluginConfig>(`plugin::${PLUGIN_ID}`).salesSourced.retention;
}

/**
 * Erases account and CRM reference of items that were brought in longer ago than the site keeps them,
 * in all versions; and, where the site says so, the words of those that were never published.
 * @returns how many items were changed.
 */
export async function eraseOld(strapi: Strapi, now: Date): Promise<number> {
  const { days, words } = retentionOf(strapi);
  if (days === null) return 0;
  const before = new Date(now.getTime() - days * DAY_IN_MS);
  return oneAtATime(strapi, async (trx) => {
    const erased = new Set(await eraseReferences(strapi, trx, before));
    if (words) for (const item of await eraseWords(strapi, trx, before)) erased.add(item);
    await recordErased(strapi, trx, [...erased], now);
    return erased.size;
  });
}

function items(strapi: Strapi, trx: Trx) {
  return tableIn(strapi, trx, tableNameOf(strapi, SALES_SOURCED_UID));
}

async function eraseReferences(strapi: Strapi, trx: Trx, before: Date): Promise<string[]> {
  const rows: { id: number; item: string }[] = await items(strapi, trx)
    .where('created_at', '<', before)
    .where((either) => {
      either.whereNotNull('account').orWhereNotNull('crm_reference');
    })
    .select({ id: 'id', item: 'document_id' });
  await inChunks(rows, async (some) => {
    const ids = some.map(({ id }) => id);
    await items(strapi, trx)
      .whereIn('id', ids)
      .update({ account: null, crm_reference: null, updated_at: new Date() });
  });
  return rows.map(({ item }) => item);
}

/** Published words are public, and stay. */
async function eraseWords(strapi: Strapi, trx: Trx, before: Date): Promise<string[]> {
  const published = items(strapi, trx).whereNotNull('published_at').select('document_id');
  const rows: { id: number; item: string }[] = await items(strapi, trx)
    .where('created_at', '<', before)
    .whereNot('buyer_words', ERASED_WORDS)
    .whereNotIn('document_id', published)
    .select({ id: 'id', item: 'document_id' });
  await inChunks(rows, async (some) => {
    const ids = some.map(({ id }) => id);
    // A page opened before must not write them back.
    const changed = { slug: null, updated_at: new Date() };
    const data = { buyer_words: ERASED_WORDS, answer: null, approved_wording: null, ...changed };
    await items(strapi, trx).whereIn('id', ids).update(data);
  });
  return rows.map(({ item }) => item);
}

async function recordErased(strapi: Strapi, trx: Trx, erased: string[], at: Date): Promise<void> {
  await inChunks(erased, async (some) => {
    const events = some.map((item) => ({ item, at, kind: 'erased' }));
    await tableIn(strapi, trx, tableNameOf(strapi, ITEM_EVENT_UID)).insert(events);
  });
}
