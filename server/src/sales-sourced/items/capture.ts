/** Bringing in what a buyer said. */
import { SALES_SOURCED_UID } from '../../constants';
import { suggestKind } from '../../../../contracts/sales-sourced/item-kind';
import type { CaptureBody } from '../../../../contracts/sales-sourced/capture';
import type { Item } from '../../../../contracts/sales-sourced/items';
import { documentsOf, inTransaction, oneAtATime, type AdminUser, type Strapi } from '../../strapi';
import { describeItems } from '../inbox/item-view';
import { contributingRep } from '../reps/me';
import { draftOf, itemRows, type ItemRow } from './draft';
import { termData } from './terms';
import { blocksOf } from './wording';

/** What an item is known by that a form sent, before the id of the form's request. */
const CAPTURED = 'capture:';

/** Whether an external id is only the mark of a capture, and no tool's. */
export function isCaptureMark(externalId: string | null): boolean {
  return externalId?.startsWith(CAPTURED) === true;
}

/**
 * Makes an item in the name of the signed-in rep, with their byline if they consented to one.
 * @throws {ValidationError} naming an unknown slug, or with `details.reason` `noRep`.
 * @throws {ForbiddenError} when the rep was deactivated.
 */
export async function captureItem(
  strapi: Strapi,
  user: AdminUser,
  { answer = null, kind, stage, resolveByStage, personas, requestId, ...texts }: CaptureBody
): Promise<Item> {
  // Sent again while the first request still runs: one waits for the other.
  const run = requestId === undefined ? inTransaction : oneAtATime;
  const draft = await run(strapi, async () => {
    const rep = await contributingRep(strapi, user);
    const externalId = requestId === undefined ? null : `${CAPTURED}${rep.documentId}:${requestId}`;
    const saved = externalId === null ? null : await savedBefore(strapi, externalId, texts);
    if (saved) return saved;
    const terms = await termData(strapi, { stage, resolveByStage, personas });
    const { documentId } = await documentsOf<{ documentId: string }>(
      strapi,
      SALES_SOURCED_UID
    ).create({
      data: {
        ...texts,
        ...terms,
        externalId,
        kind: kind ?? suggestKind(texts.buyerWords),
        answer: blocksOf(answer),
        approvedWording: answer,
        rep: rep.documentId,
        contributors: rep.bylineConsent ? [rep.documentId] : [],
      },
    });
    return draftOf(strapi, documentId);
  });
  const [item] = await describeItems(strapi, [draft]);
  return item as Item;
}

/** The item of a request whose answer got lost. Other words are another item. */
async function savedBefore(
  strapi: Strapi,
  externalId: string,
  { buyerWords }: { buyerWords: string }
): Promise<ItemRow | null> {
  const [saved] = await itemRows(strapi, { externalId, buyerWords, publishedAt: { $null: true } });
  return saved ?? null;
}
