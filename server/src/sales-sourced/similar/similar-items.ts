/** Items that say something close to a text. */
import { DEMAND_UID, ECHO_UID, SALES_SOURCED_UID } from '../../constants';
import type { SimilarItem, SimilarQuery } from '../../../../contracts/sales-sourced/capture';
import type { ItemKind } from '../../../../contracts/sales-sourced/items';
import { inTransaction, rowsOf, tableIn, tableNameOf, type Strapi, type Trx } from '../../strapi';
import { dayOf } from '../echoes/echo';
import { publicLinks } from '../answers/public-link';
import { answeredAmong } from '../answers/answered';
import { holdsWord } from '../../words';
import { likeness, searchStems } from './likeness';

const SHOWN = 5;
const LOOKED_AT = 60;
const STEMS = 6;
/** Less alike than this is chance. */
const CLOSE = 0.2;

interface Candidate {
  item: string;
  words: string;
  kind: ItemKind;
  heard: number | null;
}

/**
 * At most five items, the closest first; declined and merged ones are left out. One statement looks
 * for items that share words, a few more tell about those that are shown.
 * @param repId document id of the rep who asks, or null.
 */
export async function similarItems(
  strapi: Strapi,
  { text, except }: SimilarQuery,
  repId: string | null
): Promise<SimilarItem[]> {
  const stems = searchStems(text, STEMS);
  if (stems.length === 0) return [];
  const { close, answered, today } = await inTransaction(strapi, async (trx) => {
    const candidates = await sharingWords(strapi, trx, stems, except);
    const ranked = candidates
      .map((candidate) => ({ ...candidate, likeness: likeness(text, candidate.words) }))
      .filter((candidate) => candidate.likeness >= CLOSE)
      .sort((a, b) => b.likeness - a.likeness || Number(b.heard) - Number(a.heard))
      .slice(0, SHOWN);
    const ids = ranked.map(({ item }) => item);
    return {
      close: ranked,
      answered: await answeredAmong(strapi, trx, ids),
      today: await heardToday(strapi, trx, ids, repId),
    };
  });
  const links = await publicLinks(
    strapi,
    close.map(({ item }) => item).filter((item) => answered.has(item))
  );
  return close.map(({ item, words, kind, heard, likeness: alike }) => ({
    documentId: item,
    buyerWords: words,
    kind,
    answered: answered.has(item),
    link: links.get(item) ?? null,
    heard: heard ?? 1,
    likeness: alike,
    heardToday: today.has(item),
  }));
}

/** Items with most of the words; longer words count more. */
async function sharingWords(
  strapi: Strapi,
  trx: Trx,
  stems: string[],
  except: string | undefined
): Promise<Candidate[]> {
  const held = stems.map((stem) => ({ stem, ...holdsWord(strapi, 'item.buyer_words', stem) }));
  const score = held
    .map(({ stem, sql }) => `case when ${sql} then ${stem.length} else 0 end`)
    .join(' + ');
  const query = tableIn(strapi, trx, `${tableNameOf(strapi, SALES_SOURCED_UID)} as item`)
    .leftJoin(`${tableNameOf(strapi, DEMAND_UID)} as demand`, 'demand.item', 'item.document_id')
    .whereNull('item.published_at')
    .whereNotIn('item.workflow_state', ['declined', 'merged'])
    .where((any) => {
      for (const { sql, bindings } of held) any.orWhereRaw(sql, bindings);
    })
    .select({
      item: 'item.document_id',
      words: 'item.buyer_words',
      kind: 'item.kind',
      heard: 'demand.heard',
    })
    .orderByRaw(
      `${score} desc`,
      held.flatMap(({ bindings }) => bindings)
    )
    .limit(LOOKED_AT);
  if (except !== undefined) query.whereNot('item.document_id', except);
  return (await query) as Candidate[];
}

/** Items that the rep echoed today, or brought in. */
async function heardToday(
  strapi: Strapi,
  trx: Trx,
  items: string[],
  rep: string | null
): Promise<Set<string>> {
  if (rep === null || items.length === 0) return new Set();
  const day = dayOf(new Date());
  const echoed: { item: string }[] = await tableIn(strapi, trx, tableNameOf(strapi, ECHO_UID))
    .where({ rep, day })
    .whereIn('item', items)
    .select('item');
  const brought = await rowsOf<{ documentId: string }>(strapi, SALES_SOURCED_UID).findMany({
    select: ['documentId'],
    where: {
      documentId: { $in: items },
      rep: { documentId: rep },
      createdAt: { $gte: new Date(`${day}T00:00:00.000Z`) },
    },
  });
  return new Set([
    ...echoed.map(({ item }) => item),
    ...brought.map(({ documentId }) => documentId),
  ]);
}
