/** The moment from which an item was first answered: written when it happens, and never renewed. */
import { ANSWER_UID, SALES_SOURCED_UID } from '../../constants';
import { getService } from '../../services';
import { inTransaction, rowsOf, tableIn, tableNameOf, type Strapi, type Trx } from '../../strapi';

interface DocumentCall {
  uid: string;
  action: string;
  params: { documentId?: string; status?: string };
}

/** Stamps the answers that a document becomes by being published. */
export function stampAnswers(strapi: Strapi): void {
  strapi.documents.use((context, next) => {
    const { uid, action, params } = context as unknown as DocumentCall;
    const saved = ['create', 'update'].includes(action) && params.status === 'published';
    if (action !== 'publish' && !saved) return next();
    const isTagged = getService(strapi, 'tagging')
      .taggedTypes()
      .some((type) => type.uid === uid);
    if (!isTagged) return next();
    return inTransaction(strapi, async (trx) => {
      const result = await next();
      const documentId = params.documentId ?? (result as { documentId?: string }).documentId;
      if (documentId !== undefined) await stamp(strapi, trx, uid, documentId);
      return result;
    });
  });
}

async function stamp(strapi: Strapi, trx: Trx, type: string, document: string): Promise<void> {
  await tableIn(strapi, trx, tableNameOf(strapi, ANSWER_UID))
    .where({ type, document })
    .whereNull('answered_at')
    .update({ answered_at: new Date() });
}

/** A published item with an answer answers itself. */
export async function stampOwnAnswer(strapi: Strapi, trx: Trx, item: string): Promise<void> {
  const self = { type: SALES_SOURCED_UID, document: item };
  const present: unknown = await tableIn(strapi, trx, tableNameOf(strapi, ANSWER_UID))
    .where(self)
    .first('id');
  if (present !== undefined) return;
  const now = new Date();
  await rowsOf(strapi, ANSWER_UID).create({
    data: { ...self, item, origin: item, linkedAt: now, answeredAt: now },
  });
}
