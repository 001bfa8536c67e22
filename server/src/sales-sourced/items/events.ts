/** The history of items: one row per step, in the transaction that makes the step. */
import { ITEM_EVENT_UID } from '../../constants';
import type { ItemEventKind } from '../../../../contracts/sales-sourced/detail';
import type { WorkflowState } from '../../../../contracts/sales-sourced/items';
import { rowsOf, signedInAdmin, type Strapi } from '../../strapi';

export interface NewEvent {
  item: string;
  kind: ItemEventKind;
  fromState?: WorkflowState;
  toState?: WorkflowState;
  fields?: string[];
  note?: string | null;
}

/** Adds a step to the history of an item, in the name of the admin user who is signed in. */
export async function recordEvent(strapi: Strapi, event: NewEvent): Promise<void> {
  await rowsOf(strapi, ITEM_EVENT_UID).create({
    data: { ...event, at: new Date(), adminUser: signedInAdmin(strapi)?.id ?? null },
  });
}
