/** What the public learns of the documents that answer an item. */
import type { Context } from 'koa';

import { ANSWER_UID } from '../../constants';
import { mayFind } from '../../content-api';
import { mainFieldOf } from '../../main-field';
import { getService } from '../../services';
import {
  columnOf,
  hasDraftAndPublish,
  inTransaction,
  modelOf,
  tableIn,
  tableNameOf,
  type ContentTypeSchema,
  type Strapi,
} from '../../strapi';

/** A live document that answers an item, as the content API tells it. */
export interface AnsweredBy {
  /** Uid of the content type. */
  type: string;
  documentId: string;
  locale: string | null;
  title: string | null;
}

interface Row {
  item: string;
  documentId: string;
  locale: string | null;
  title: string | number | null;
}

/**
 * Live documents that answer the items, by item, of the types that the caller may `find`. One statement
 * per type; a document with several locales is told once, in the first of them.
 * @param auth of the request.
 */
async function answeredByFor(
  strapi: Strapi,
  items: string[],
  auth: unknown
): Promise<Map<string, AnsweredBy[]>> {
  const answers = new Map<string, AnsweredBy[]>();
  if (items.length === 0) return answers;
  for (const type of getService(strapi, 'tagging').taggedTypes()) {
    if (!(await mayFind(strapi, auth, type.uid))) continue;
    const told = new Set<string>();
    for (const { item, documentId, locale, title } of await liveAnswers(strapi, type, items)) {
      if (told.has(`${item} ${documentId}`)) continue;
      told.add(`${item} ${documentId}`);
      const answer = {
        type: type.uid,
        documentId,
        locale,
        title: title === null ? null : String(title),
      };
      answers.set(item, [...(answers.get(item) ?? []), answer]);
    }
  }
  return answers;
}

interface PublicItem {
  documentId: string;
  answeredBy?: AnsweredBy[];
}

/** Tells with each item of an answer of the content API which live documents answer it. */
export async function addAnsweredBy(strapi: Strapi, ctx: Context, answer: unknown): Promise<void> {
  const { data } = (answer ?? {}) as { data?: PublicItem | PublicItem[] | null };
  const items = [data ?? []].flat();
  const { auth } = ctx.state as { auth?: unknown };
  const ids = items.map(({ documentId }) => documentId);
  const answers = await answeredByFor(strapi, ids, auth);
  for (const item of items) item.answeredBy = answers.get(item.documentId) ?? [];
}

async function liveAnswers(
  strapi: Strapi,
  type: ContentTypeSchema,
  items: string[]
): Promise<Row[]> {
  const model = modelOf(strapi, type.uid);
  if (!model) return [];
  const mainField = await mainFieldOf(strapi, type);
  const attribute = type.attributes[mainField] as { private?: boolean } | undefined;
  const isPublic = mainField in model.attributes && attribute?.private !== true;
  return inTransaction(strapi, async (trx) => {
    const live = tableIn(strapi, trx, `${tableNameOf(strapi, ANSWER_UID)} as answer`)
      .join(`${model.tableName} as live`, 'live.document_id', 'answer.document')
      .where('answer.type', type.uid)
      .whereIn('answer.item', items)
      .orderBy(['answer.id', 'live.id'])
      .select({
        item: 'answer.item',
        documentId: 'live.document_id',
        locale: 'live.locale',
        title: isPublic ? `live.${columnOf(model, mainField)}` : trx.raw('null'),
      });
    if (hasDraftAndPublish(type)) live.whereNotNull('live.published_at');
    return (await live) as Row[];
  });
}
