/** What the signed-in rep brought in, and where it stands. */
import { ECHO_UID, REP_UID, SALES_SOURCED_UID } from '../../constants';
import type { Me, MyItem, MyItems } from '../../../../contracts/sales-sourced/capture';
import type { RepRef } from '../../../../contracts/sales-sourced/items';
import { getService } from '../../services';
import {
  inTransaction,
  rowsOf,
  tableIn,
  tableNameOf,
  type AdminUser,
  type Strapi,
} from '../../strapi';
import { publicLinks } from '../answers/public-link';
import { describeItems, toTerm } from '../inbox/item-view';
import { nameOfUser, repOfUser, toMyRep } from '../reps/me';
import { itemRows, wordsOf, type ItemRow } from './draft';
import { plainText, wordingOfItem } from './wording';

/** Who the user is as a rep, and what the capture form starts from. */
export async function describeMe(strapi: Strapi, user: AdminUser): Promise<Me> {
  const rep = await repOfUser(strapi, user.id);
  const taxonomy = getService(strapi, 'taxonomy');
  const [last] = rep ? await ownItems(strapi, rep.id, 1, 1) : [];
  return {
    rep: rep && toMyRep(rep),
    suggestedName: nameOfUser(user),
    lastUse: {
      stage: last?.stage?.slug ?? null,
      personas: last?.personas.map(({ slug }) => slug) ?? [],
      source: last?.source ?? null,
    },
    stages: (await taxonomy.stages()).filter(isOffered).map((stage) => toTerm(stage)),
    personas: (await taxonomy.personas()).filter(isOffered).map((persona) => toTerm(persona)),
  };
}

const isOffered = ({ retired }: { retired: boolean }) => !retired;

/** One page of the rep's items, the newest first; empty for who is no rep yet. */
export async function listMine(
  strapi: Strapi,
  user: AdminUser,
  { page, pageSize }: { page: number; pageSize: number }
): Promise<MyItems> {
  const rep = await repOfUser(strapi, user.id);
  const total = rep
    ? await rowsOf(strapi, SALES_SOURCED_UID).count({ where: ownWhere(rep.id) })
    : 0;
  const rows = rep ? await ownItems(strapi, rep.id, page, pageSize) : [];
  return {
    data: await describeMine(strapi, rows),
    meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } },
  };
}

const ownWhere = (rep: number) => ({ rep: { id: rep }, publishedAt: { $null: true } });

async function ownItems(
  strapi: Strapi,
  rep: number,
  page: number,
  pageSize: number
): Promise<ItemRow[]> {
  const ids = await rowsOf<{ id: number }>(strapi, SALES_SOURCED_UID).findMany({
    select: ['id'],
    where: ownWhere(rep),
    orderBy: { id: 'desc' },
    limit: pageSize,
    offset: (page - 1) * pageSize,
  });
  const rows = await itemRows(strapi, { id: { $in: ids.map(({ id }) => id) } });
  return rows.sort((a, b) => b.id - a.id);
}

async function describeMine(strapi: Strapi, rows: ItemRow[]): Promise<MyItem[]> {
  const items = await describeItems(strapi, rows);
  const answered = items.filter((item) => item.answered).map(({ documentId }) => documentId);
  const links = await publicLinks(strapi, answered);
  const echoes = await echoedBy(strapi, rows);
  const survivors = await wordsOf(
    strapi,
    rows.flatMap(({ mergedInto }) => mergedInto ?? [])
  );
  return items.map((item, index) => {
    const row = rows[index] as ItemRow;
    return {
      ...item,
      declineReason: row.workflowState === 'declined' ? row.declineReason : null,
      link: links.get(item.documentId) ?? null,
      echoedBy: echoes.get(item.documentId) ?? [],
      toApprove: waitsForRep(row) ? plainText(row.answer) : null,
      mergedInto:
        row.mergedInto === null
          ? null
          : { documentId: row.mergedInto, buyerWords: survivors.get(row.mergedInto) ?? '' },
    };
  });
}

/** Either the wording of the answer, or whether the rep said it at all. */
function waitsForRep(row: ItemRow): boolean {
  if (row.workflowState === 'declined' || row.workflowState === 'merged') return false;
  return !row.confirmed || wordingOfItem(row) === 'waiting';
}

/** Other reps who heard the same, by item: each once. */
async function echoedBy(strapi: Strapi, rows: ItemRow[]): Promise<Map<string, RepRef[]>> {
  if (rows.length === 0) return new Map();
  const found = await inTransaction(
    strapi,
    (trx) =>
      tableIn(strapi, trx, `${tableNameOf(strapi, ECHO_UID)} as echo`)
        .join(`${tableNameOf(strapi, REP_UID)} as rep`, 'rep.document_id', 'echo.rep')
        .whereIn(
          'echo.item',
          rows.map(({ documentId }) => documentId)
        )
        .distinct({
          item: 'echo.item',
          documentId: 'rep.document_id',
          displayName: 'rep.display_name',
        }) as Promise<(RepRef & { item: string })[]>
  );
  const bringers = new Map(rows.map(({ documentId, rep }) => [documentId, rep?.documentId]));
  const byItem = new Map<string, RepRef[]>();
  for (const { item, ...rep } of found) {
    if (bringers.get(item) === rep.documentId) continue;
    byItem.set(item, [...(byItem.get(item) ?? []), rep]);
  }
  return byItem;
}
