/** SQL behind the figures: a fixed number of statements, plus one or two per tagged content type. */
import type { Knex } from 'knex';

import { ANSWER_UID, REP_UID, SALES_SOURCED_UID } from '../../constants';
import { getService } from '../../services';
import {
  hasDraftAndPublish,
  linkTableOf,
  tableIn,
  tableNameOf,
  type ContentTypeSchema,
  type Strapi,
  type Trx,
} from '../../strapi';
import { whereAnswered } from '../answers/answered';
import { acceptedItems, validItems } from '../items/valid';
import type { Objection } from './leakage';
import { whereFromSales } from './part-of-sales';

type Moment = string | number | Date;

/** When valid items that are not answered were brought in. */
export async function openItems(strapi: Strapi, trx: Trx): Promise<Date[]> {
  const items = validItems(strapi, trx).select({ at: 'item.created_at' });
  whereAnswered(strapi, trx, items, 'item.document_id', false);
  return ((await items) as { at: Moment }[]).map(({ at }) => new Date(at));
}

/** When valid, answered items were brought in, and first answered where that is known. */
export async function answeredItems(
  strapi: Strapi,
  trx: Trx
): Promise<{ at: Date; answeredAt: Date | null }[]> {
  const items = validItems(strapi, trx)
    .leftJoin(`${tableNameOf(strapi, ANSWER_UID)} as answer`, 'answer.item', 'item.document_id')
    .groupBy('item.id', 'item.created_at')
    .select({ at: 'item.created_at' })
    .min({ answeredAt: 'answer.answered_at' });
  whereAnswered(strapi, trx, items, 'item.document_id', true);
  return ((await items) as { at: Moment; answeredAt: Moment | null }[]).map(
    ({ at, answeredAt }) => ({
      at: new Date(at),
      answeredAt: answeredAt === null ? null : new Date(answeredAt),
    })
  );
}

/** How many valid items have an answer that was last published, or saved, since a moment. */
export function countFreshlyAnswered(strapi: Strapi, trx: Trx, since: Date): Promise<number> {
  const items = validItems(strapi, trx);
  whereAnswered(strapi, trx, items, 'item.document_id', true, since);
  return countOf(items);
}

/** Active reps, and those of them with an accepted item brought in since a moment. */
export async function participation(
  strapi: Strapi,
  trx: Trx,
  since: Date
): Promise<{ active: number; participating: number }> {
  const link = linkTableOf(strapi, SALES_SOURCED_UID, 'rep');
  const reps = () =>
    tableIn(strapi, trx, `${tableNameOf(strapi, REP_UID)} as rep`).where('rep.active', true);
  const recent = acceptedItems(strapi, trx)
    .join(`${link.name} as link`, `link.${link.joinColumn.name}`, 'item.id')
    .where('item.created_at', '>=', since)
    .select(`link.${link.inverseJoinColumn.name}`);
  return {
    active: await countOf(reps()),
    participating: await countOf(reps().whereIn('rep.id', recent)),
  };
}

/** Live documents of all tagged types, and those of them that sales has a part in. */
export async function salesSourcedDocuments(
  strapi: Strapi,
  trx: Trx
): Promise<{ live: number; fromSales: number }> {
  let [live, fromSales] = [0, 0];
  for (const type of getService(strapi, 'tagging').taggedTypes()) {
    const ofSales = liveVersions(strapi, trx, type);
    whereFromSales(strapi, trx, ofSales, 'live', type.uid);
    live += await countDocuments(liveVersions(strapi, trx, type));
    fromSales += await countDocuments(ofSales);
  }
  return { live, fromSales };
}

/** Valid objections with both stages. */
export async function objections(strapi: Strapi, trx: Trx): Promise<Objection[]> {
  const [stage, resolve] = [
    linkTableOf(strapi, SALES_SOURCED_UID, 'stage'),
    linkTableOf(strapi, SALES_SOURCED_UID, 'resolveByStage'),
  ];
  const own = tableIn(strapi, trx, `${tableNameOf(strapi, SALES_SOURCED_UID)} as live_item`)
    .where('live_item.document_id', trx.ref('item.document_id'))
    .whereNotNull('live_item.published_at')
    .whereNotNull('live_item.answer')
    .count('*');
  const rows: { item: string; stageId: number; resolveById: number; own: number | string }[] =
    await validItems(strapi, trx)
      .where('item.kind', 'objection')
      .join(`${stage.name} as raised`, `raised.${stage.joinColumn.name}`, 'item.id')
      .join(`${resolve.name} as resolved`, `resolved.${resolve.joinColumn.name}`, 'item.id')
      .select({
        item: 'item.document_id',
        stageId: `raised.${stage.inverseJoinColumn.name}`,
        resolveById: `resolved.${resolve.inverseJoinColumn.name}`,
        own: own as never,
      });
  return rows.map(({ item, stageId, resolveById, own: count }) => ({
    item,
    stageId,
    resolveById,
    answersItself: Number(count) > 0,
  }));
}

/** Row ids of the stages of live documents that answer objections, by item. */
export async function answerStages(strapi: Strapi, trx: Trx): Promise<Map<string, number[]>> {
  const { journeyStage } = getService(strapi, 'tagging').fieldNames();
  const stages = new Map<string, number[]>();
  for (const type of getService(strapi, 'tagging').taggedTypes()) {
    const link = linkTableOf(strapi, type.uid, journeyStage);
    const rows: { item: string; stageId: number }[] = await liveVersions(strapi, trx, type)
      .join(`${tableNameOf(strapi, ANSWER_UID)} as answer`, 'answer.document', 'live.document_id')
      .join(`${link.name} as link`, `link.${link.joinColumn.name}`, 'live.id')
      .where('answer.type', type.uid)
      .whereIn(
        'answer.item',
        validItems(strapi, trx).where('item.kind', 'objection').select('item.document_id')
      )
      .distinct({ item: 'answer.item', stageId: `link.${link.inverseJoinColumn.name}` });
    for (const { item, stageId } of rows) stages.set(item, [...(stages.get(item) ?? []), stageId]);
  }
  return stages;
}

function liveVersions(strapi: Strapi, trx: Trx, type: ContentTypeSchema): Knex.QueryBuilder {
  const versions = tableIn(strapi, trx, `${tableNameOf(strapi, type.uid)} as live`);
  return hasDraftAndPublish(type) ? versions.whereNotNull('live.published_at') : versions;
}

async function countDocuments(versions: Knex.QueryBuilder): Promise<number> {
  const [row] = await versions.countDistinct<{ documents: number | string }[]>({
    documents: 'live.document_id',
  });
  return Number(row?.documents ?? 0);
}

async function countOf(rows: Knex.QueryBuilder): Promise<number> {
  const [row] = await rows.count<{ rows: number | string }[]>({ rows: '*' });
  return Number(row?.rows ?? 0);
}
