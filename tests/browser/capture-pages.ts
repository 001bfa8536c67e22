/** What a rep sees and does: capture, and the own contributions. */
import type { Page } from 'playwright-core';

import { expectEventually, type AdminPage } from './admin';
import { isFocused } from './keyboard';

export const CAPTURE = '/plugins/buyer-journey/capture';
export const MINE = '/plugins/buyer-journey/my-contributions';
export const PHONE = { width: 390, height: 844 };

export const box = (page: Page) => page.getByLabel('What did the buyer ask or object?');
export const saveButton = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
export const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved/ });
export const heardBefore = (page: Page) => page.getByRole('region', { name: 'Heard before' });
export const myItem = (page: Page, words: string) =>
  page.getByRole('listitem').filter({ hasText: words });

/** Opens capture and waits until the box takes keys. */
export async function openCapture({ open, page }: AdminPage): Promise<void> {
  await open(CAPTURE);
  await box(page).waitFor();
  await expectEventually(() => isFocused(box(page)));
}

/** In the own contributions: opens the profile, sets the consent and saves. */
export async function editConsent(page: Page, consent: boolean): Promise<void> {
  await page.getByRole('button', { name: 'Edit my profile' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox').setChecked(consent);
  await dialog.getByRole('button', { name: 'Save' }).click();
}
