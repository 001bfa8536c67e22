/** What marketing sees of the inbox, and what the API says about its items. */
import type { Page } from 'playwright-core';

import type { ItemDetail } from '../../contracts/sales-sourced/detail';
import type { Item } from '../../contracts/sales-sourced/items';
import { adminApi, type AdminPage } from './admin';

const CONTENT_MANAGER = '/content-manager/collection-types/plugin::buyer-journey.sales-sourced';

export const INBOX = '/plugins/buyer-journey/inbox';
export const ITEMS = '/buyer-journey/sales-sourced/items';

export const rows = (page: Page) => page.getByRole('list', { name: 'Items' }).getByRole('listitem');
export const link = (page: Page, words: string) =>
  rows(page).getByRole('link', { name: new RegExp(words) });
export const opened = (page: Page) => page.getByRole('article');
export const dialog = (page: Page) => page.getByRole('dialog');
export const button = (page: Page, name: string) =>
  opened(page).getByRole('button', { name, exact: true });
export const told = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

export const itemOf = (documentId: string) => adminApi<ItemDetail>(`${ITEMS}/${documentId}`);
export const stateOf = async (documentId: string) => (await itemOf(documentId)).state;

/** What the inbox lists for words that only one item has. */
export async function itemInInbox(words: string): Promise<Item> {
  const items = await adminApi<Item[]>(`${ITEMS}?search=${encodeURIComponent(words)}`);
  expect(items).toHaveLength(1);
  return items[0] as Item;
}

/** Brings in an item with these words; what nobody else says is found by searching for it. */
export async function bringIn(buyerWords: string, more: object = {}): Promise<string> {
  const data = { buyerWords, kind: 'question', workflowState: 'received', ...more };
  return (await adminApi<{ documentId: string }>(CONTENT_MANAGER, { method: 'POST', body: data }))
    .documentId;
}

/** Somebody else changes an item. */
export async function changeElsewhere(documentId: string, change: object): Promise<void> {
  const { revision } = await itemOf(documentId);
  await adminApi(`${ITEMS}/${documentId}`, { method: 'PUT', body: { revision, ...change } });
}

/** Opens the inbox and waits for the list. */
export async function openInbox({ open, page }: AdminPage, query = ''): Promise<void> {
  await open(INBOX + query);
  await rows(page).first().waitFor();
}
