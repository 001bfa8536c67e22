/** Linking live documents and drafts to the items that they answer. */
import { errors } from '@strapi/utils';

import { ANSWER_UID, SALES_SOURCED_UID } from '../../constants';
import type { AnsweredItem, LinkAnswerBody } from '../../../../contracts/sales-sourced/answers';
import type { Ability } from '../../read-access';
import { refusal } from '../../refusal';
import { getService } from '../../services';
import { oneAtATime, rowsOf, type Strapi } from '../../strapi';
import { itemRows, withDraft, type ItemRow } from '../items/draft';
import { recordEvent } from '../items/events';
import { standingsOf } from './linked';

/**
 * Says that a document answers an item; said again, it changes nothing.
 * @throws {ValidationError} for a type that did not opt in, a document that is not there or that the
 *   user may not read, and an item that was declined or merged.
 */
export async function linkAnswer(
  strapi: Strapi,
  ability: Ability,
  item: string,
  { type, documentId }: LinkAnswerBody
): Promise<void> {
  const schema = getService(strapi, 'tagging').taggedType(type);
  // Documents are published side by side, but not beside this: one that goes live at this moment is
  // either seen here as live, or finds the link and stamps it.
  await oneAtATime(strapi, () =>
    withDraft(strapi, item, null, async (draft) => {
      mustTakeAnswers(draft);
      const standing = (await standingsOf(strapi, schema, [documentId], ability)).get(documentId);
      if (!standing?.readable) throw refusal('documentId', 'there is no such document');
      const link = { item, type, document: documentId };
      if (await rowsOf<object>(strapi, ANSWER_UID).findOne({ where: link })) return;
      const now = new Date();
      await rowsOf(strapi, ANSWER_UID).create({
        data: { ...link, origin: item, linkedAt: now, answeredAt: standing.live ? now : null },
      });
      // No title: not everybody who reads the history may read the document.
      await recordEvent(strapi, { item, kind: 'answerLinked' });
    })
  );
}

/** @throws {ValidationError} for an item that was declined or merged. */
export function mustTakeAnswers({ workflowState }: ItemRow): void {
  if (workflowState !== 'declined' && workflowState !== 'merged') return;
  throw refusal('item', `an item that is ${workflowState} takes no answers`);
}

/** @throws {NotFoundError} when the item has no such answer. */
export async function unlinkAnswer(strapi: Strapi, item: string, answerId: number): Promise<void> {
  await withDraft(strapi, item, null, async () => {
    const where = { id: answerId, item, type: { $ne: SALES_SOURCED_UID } };
    const known = await rowsOf<{ document: string }>(strapi, ANSWER_UID).findOne({ where });
    if (!known) throw new errors.NotFoundError('The item has no such answer.');
    await rowsOf(strapi, ANSWER_UID).delete({ where });
    await recordEvent(strapi, { item, kind: 'answerUnlinked' });
  });
}

/** The items that a document answers, in the order they were linked. */
export async function itemsAnsweredBy(
  strapi: Strapi,
  { type, documentId }: LinkAnswerBody
): Promise<AnsweredItem[]> {
  const links = await rowsOf<{ id: number; item: string }>(strapi, ANSWER_UID).findMany({
    where: { type, document: documentId },
    orderBy: { id: 'asc' },
  });
  const rows = await itemRows(strapi, {
    documentId: { $in: links.map(({ item }) => item) },
    publishedAt: { $null: true },
  });
  const byId = new Map(rows.map((row) => [row.documentId, row]));
  return links.flatMap(({ id, item }) => {
    const row = byId.get(item);
    return row
      ? [{ answerId: id, documentId: item, buyerWords: row.buyerWords, kind: row.kind }]
      : [];
  });
}
