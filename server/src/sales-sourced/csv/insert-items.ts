/** Many new items at once: a few statements per hundred, where the Document Service takes some per item. */
import { randomBytes } from 'node:crypto';

import { EVENTS, ITEM_EVENT_UID, SALES_SOURCED_UID } from '../../constants';
import type {
  ItemKind,
  ItemSource,
  WorkflowState,
} from '../../../../contracts/sales-sourced/items';
import { inChunks } from '../../chunks';
import {
  afterCommit,
  linkTableOf,
  signedInAdmin,
  tableIn,
  tableNameOf,
  type Strapi,
  type Trx,
} from '../../strapi';
import { renewDemand } from '../demand/ledger';
import { blocksOf } from '../items/wording';

/** An item that is not there yet; stages, personas and rep by their row ids. */
export interface NewItem {
  buyerWords: string;
  kind: ItemKind;
  answer: string | null;
  workflowState: WorkflowState;
  declineReason: string | null;
  account: string | null;
  crmReference: string | null;
  source: ItemSource | null;
  externalId: string | null;
  createdAt: Date;
  stage: number | null;
  resolveByStage: number | null;
  personas: number[];
  rep: number | null;
}

const ITEMS_AT_ONCE = 100;

/** Inserts drafts with their links, history and demand, in the transaction given. */
export async function insertItems(strapi: Strapi, trx: Trx, items: NewItem[]): Promise<void> {
  const added = items.map((item) => ({ ...item, documentId: newDocumentId() }));
  await inChunks(added, (some) => insertSome(strapi, trx, some), ITEMS_AT_ONCE);
  await afterCommit(strapi, () => {
    for (const { documentId } of added) {
      void strapi.eventHub.emit(EVENTS.itemCreated, { documentId });
    }
  });
}

type Added = NewItem & { documentId: string };

async function insertSome(strapi: Strapi, trx: Trx, items: Added[]): Promise<void> {
  const table = tableNameOf(strapi, SALES_SOURCED_UID);
  const adminUser = signedInAdmin(strapi)?.id ?? null;
  await tableIn(strapi, trx, table).insert(items.map((item) => rowOf(item, adminUser)));
  const ids = items.map(({ documentId }) => documentId);
  const rows: { id: number; documentId: string }[] = await tableIn(strapi, trx, table)
    .whereIn('document_id', ids)
    .select({ id: 'id', documentId: 'document_id' });
  const idOf = new Map(rows.map(({ id, documentId }) => [documentId, id]));

  for (const attribute of ['stage', 'resolveByStage', 'personas', 'rep'] as const) {
    const link = linkTableOf(strapi, SALES_SOURCED_UID, attribute);
    const links = items.flatMap((item) =>
      [item[attribute] ?? []].flat().map((target) => ({
        [link.joinColumn.name]: idOf.get(item.documentId),
        [link.inverseJoinColumn.name]: target,
      }))
    );
    await inChunks(
      links,
      async (some) => {
        await tableIn(strapi, trx, link.name).insert(some);
      },
      ITEMS_AT_ONCE
    );
  }
  const at = new Date();
  await tableIn(strapi, trx, tableNameOf(strapi, ITEM_EVENT_UID)).insert(
    ids.map((item) => ({ item, at, kind: 'created', admin_user: adminUser }))
  );
  await renewDemand(strapi, trx, ids);
}

function rowOf(item: Added, adminUser: number | null): object {
  const answer = blocksOf(item.answer);
  return {
    document_id: item.documentId,
    buyer_words: item.buyerWords,
    kind: item.kind,
    answer: answer && JSON.stringify(answer),
    workflow_state: item.workflowState,
    decline_reason: item.declineReason,
    account: item.account,
    crm_reference: item.crmReference,
    source: item.source,
    external_id: item.externalId,
    confirmed: true,
    created_at: item.createdAt,
    updated_at: item.createdAt,
    created_by_id: adminUser,
    updated_by_id: adminUser,
  };
}

/** As long as Strapi's own, and from the same letters. */
function newDocumentId(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  const rest = [...randomBytes(23)].map((byte) => letters[byte % letters.length]).join('');
  return `i${rest}`;
}
