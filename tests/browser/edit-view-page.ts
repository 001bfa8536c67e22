/** The edit view of an entry, as its tests use it. */
import type { Locator, Page } from 'playwright-core';

import { adminApi } from './admin';

const LIST = '/content-manager/collection-types';
const FIELDS = ['journeyStage', 'personas', 'contributors'] as const;

/** The panel with stage, personas and contributors. */
export const panel = (page: Page): Locator =>
  page.locator('aside', { has: page.getByRole('heading', { name: 'Buyer journey', exact: true }) });

/** A stage or a persona in the panel. */
export const chip = (page: Page, name: string): Locator =>
  panel(page)
    .getByRole('radio', { name, exact: true })
    .or(panel(page).getByRole('button', { name, exact: true }));

/** Waits for Strapi's message. */
export const toast = (page: Page, text: string) => page.getByText(text).first().waitFor();

/** Waits until the form has nothing to save any more. */
async function hasFinished(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('button')].some(
      (button) => button.textContent === 'Save' && button.disabled
    )
  );
}

/** Saves the form as an editor does; with the button unless told otherwise. */
export async function save(
  page: Page,
  press = () => page.getByRole('button', { name: 'Save', exact: true }).click()
): Promise<void> {
  // The panel reads back what is stored, once it is.
  const readBack = page.waitForResponse((response) =>
    response.url().includes('/content-manager/relations/')
  );
  await press();
  await hasFinished(page);
  await page.waitForURL((url) => !url.pathname.endsWith('/create'));
  await readBack;
}

/** Of the entry that is open. */
export const documentIdFrom = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';

/** Names of an entry's tags, as they are stored. */
export async function tagsOf(
  type: string,
  documentId: string,
  status: 'draft' | 'published' = 'draft'
): Promise<Record<(typeof FIELDS)[number], string[]>> {
  const names = await Promise.all(
    FIELDS.map(async (field) => {
      const path = `/content-manager/relations/${type}/${documentId}/${field}?status=${status}&pageSize=100`;
      const rows = await relations(path);
      return [field, rows.map(({ name, displayName }) => name ?? displayName ?? '')] as const;
    })
  );
  return Object.fromEntries(names) as Record<(typeof FIELDS)[number], string[]>;
}

async function relations(path: string): Promise<{ name?: string; displayName?: string }[]> {
  const response = await fetch(`${process.env.PLAYGROUND_URL ?? ''}${path}`, {
    headers: { authorization: `Bearer ${process.env.PLAYGROUND_TOKEN ?? ''}` },
  });
  return ((await response.json()) as { results: { name?: string }[] }).results;
}

export async function deleteDocument(type: string, documentId: string): Promise<void> {
  await adminApi(`${LIST}/${type}/${documentId}`, { method: 'DELETE' });
}
