/** Taking in what another tool sends: the words of a buyer, in nobody's name yet. */
import { randomBytes } from 'node:crypto';

import { REP_UID, SALES_SOURCED_UID } from '../../constants';
import { suggestKind } from '../../../../contracts/sales-sourced/item-kind';
import type { IntakeData } from '../../../../contracts/sales-sourced/intake';
import { documentsOf, oneAtATime, rowsOf, type Strapi } from '../../strapi';
import { termData } from '../items/terms';
import { blocksOf } from '../items/wording';
import { repsByEmail } from '../reps/by-email';
import { findProfile } from '../reps/profile';

/** What a rep is called whom nobody has named yet; the address itself could become public here. */
const UNNAMED_REP = 'Unconfirmed rep';

interface Received {
  documentId: string;
  /** False when the tool sent the same `externalId` before. */
  isNew: boolean;
}

/**
 * Makes an item that a person has yet to confirm, so without a byline and without approved wording. Two
 * requests with the same `externalId` make one item, also when they come at the same moment.
 * @throws {ValidationError} naming the field with an unknown slug; nothing is saved then.
 */
export function receiveItem(
  strapi: Strapi,
  { answer = null, kind, stage, personas, repEmail, ...texts }: IntakeData
): Promise<Received> {
  return oneAtATime(strapi, async () => {
    const known = await itemOf(strapi, texts.externalId);
    if (known !== undefined) return { documentId: known, isNew: false };
    const terms = await termData(strapi, { stage, personas });
    const items = documentsOf<{ documentId: string }>(strapi, SALES_SOURCED_UID);
    const { documentId } = await items.create({
      data: {
        ...texts,
        ...terms,
        kind: kind ?? suggestKind(texts.buyerWords),
        answer: blocksOf(answer),
        rep: repEmail === undefined ? null : await repOf(strapi, repEmail),
        confirmed: false,
      },
    });
    return { documentId, isNew: true };
  });
}

/** The item with that id of the tool's. Compared here: some databases take capitals for small letters. */
async function itemOf(strapi: Strapi, externalId?: string): Promise<string | undefined> {
  if (externalId === undefined) return undefined;
  const rows = await rowsOf<{ documentId: string; externalId: string }>(
    strapi,
    SALES_SOURCED_UID
  ).findMany({
    select: ['documentId', 'externalId'],
    where: { externalId, publishedAt: { $null: true } },
  });
  return rows.find((row) => row.externalId === externalId)?.documentId;
}

/** Document id of the rep with that address, who is made when there is none. */
async function repOf(strapi: Strapi, email: string): Promise<string> {
  const [known] = await repsByEmail(strapi, email);
  if (known) {
    const survivor = known.mergedInto && (await findProfile(strapi, known.mergedInto));
    return survivor ? survivor.documentId : known.documentId;
  }
  const { documentId } = await documentsOf<{ documentId: string }>(strapi, REP_UID).create({
    data: {
      displayName: UNNAMED_REP,
      slug: `rep-${randomBytes(8).toString('hex')}`,
      email,
      ...{ active: true, confirmed: false, bylineConsent: false },
    },
  });
  return documentId;
}
