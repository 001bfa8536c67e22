/** Putting stages or personas in another order. */
import type { OrderBody, OrderConflict, TermKind } from '../../../contracts/taxonomy-terms';
import { Conflict } from '../conflict';
import { refusal } from '../refusal';
import { afterCommit, oneAtATime, rowsOf, tableIn, tableNameOf, type Strapi } from '../strapi';
import { TERM_KINDS } from './term-kinds';

interface Placed {
  documentId: string;
  position: number;
}

/**
 * Numbers all terms from 0 in the given order. Their texts are untouched: who edits one meanwhile can save it.
 * @throws {Conflict} with the order that there is now, when it is not the one that was seen.
 * @throws {ValidationError} naming `order` when it is not the same terms, each once.
 */
export function orderTerms(
  strapi: Strapi,
  kind: TermKind,
  { order, seen }: OrderBody
): Promise<void> {
  const { uid, event } = TERM_KINDS[kind];
  return oneAtATime(strapi, async (trx) => {
    const terms = await rowsOf<Placed>(strapi, uid).findMany({
      select: ['documentId', 'position'],
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    });
    const current = terms.map(({ documentId }) => documentId);
    if (!isSame(current, seen)) {
      throw new Conflict('Somebody else changed the order meanwhile.', {
        order: current,
      } satisfies Omit<OrderConflict, 'reason'>);
    }
    if (!isSame([...order].sort(), [...current].sort())) {
      throw refusal('order', `must name each ${kind} once`);
    }
    for (const [position, documentId] of order.entries()) {
      if (terms.find((term) => term.documentId === documentId)?.position === position) continue;
      await tableIn(strapi, trx, tableNameOf(strapi, uid))
        .where({ document_id: documentId })
        .update({ position });
      await afterCommit(strapi, () => {
        void strapi.eventHub.emit(event, { action: 'update', documentId });
      });
    }
  });
}

/** Document ids have no comma. */
const isSame = (a: string[], b: string[]) => a.join() === b.join();
