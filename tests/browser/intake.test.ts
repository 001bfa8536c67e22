/** What a tool brings in: nobody's word until a marketer or the rep says so. */
import type { Browser } from 'playwright-core';

import type { ItemDetail } from '../../contracts/sales-sourced/detail';
import {
  adminApi,
  createUser,
  openAdmin,
  playgroundUrl,
  violations,
  type AdminPage,
} from './admin';
import { launchChromium } from './chromium';

const ITEMS = '/buyer-journey/sales-sourced/items';
const REP = 'tool-rep@example.com';

let browser: Browser;
let marketer: AdminPage;
let rep: AdminPage;
let token: string;
beforeAll(async () => {
  browser = await launchChromium();
  marketer = await openAdmin(browser);
  await createUser(REP, {
    firstname: 'Tove',
    lastname: 'Tool',
    actions: ['plugin::buyer-journey.sales-sourced.capture'],
  });
  rep = await openAdmin(browser, { email: REP, width: 390 });
  token = await apiToken();
});
afterAll(() => browser.close());

async function apiToken(): Promise<string> {
  const body = { name: 'A chat', description: '', type: 'full-access', lifespan: null };
  return (await adminApi<{ accessKey: string }>('/admin/api-tokens', { method: 'POST', body }))
    .accessKey;
}

/** A tool brings it in under the rep's name. */
async function received(data: object): Promise<string> {
  const response = await fetch(`${playgroundUrl()}/api/buyer-journey/sales-sourced`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ data: { ...data, repEmail: REP } }),
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { data: { documentId: string } }).data.documentId;
}

const itemOf = (documentId: string) => adminApi<ItemDetail>(`${ITEMS}/${documentId}`);

test('is marked in the inbox, and a marketer confirms it', async () => {
  const { page, open } = marketer;
  const item = await received({ buyerWords: 'Does the chat count?', account: 'Acme' });
  await open(`/plugins/buyer-journey/inbox?search=chat+count&item=${item}`);
  const row = page.getByRole('list', { name: 'Items' }).getByRole('listitem');
  await row.getByText('to be confirmed').waitFor();
  const article = page.getByRole('article');
  await article.getByText('A tool brought this in.').waitFor();

  await article.getByRole('button', { name: 'Confirm', exact: true }).click();
  await article.getByText('A tool brought this in.').waitFor({ state: 'detached' });
  await row.getByText('to be confirmed').waitFor({ state: 'detached' });
  // The button is gone: the focus is on what it was about.
  await page.waitForFunction(() => document.activeElement?.textContent.includes('chat count'));
  expect((await itemOf(item)).confirmed).toBe(true);
});

test('has private fields that a marketer can correct', async () => {
  const { page, open } = marketer;
  const item = await received({ buyerWords: 'Where is it stored?', account: 'Acme' });
  await open(`/plugins/buyer-journey/inbox?search=stored&item=${item}`);
  await page.getByRole('article').getByRole('button', { name: 'Edit…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Account').fill('Acme Ltd');
  await dialog.getByLabel('CRM reference').fill('OPP-7');
  await dialog.getByRole('combobox', { name: 'Source' }).click();
  await page.getByRole('option', { name: 'Chat' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('article').getByText('Acme Ltd').waitFor();
  const { privateFields } = await itemOf(item);
  expect(privateFields).toMatchObject({
    ...{ account: 'Acme Ltd', crmReference: 'OPP-7', source: 'chat' },
  });
});

test('asks the rep whether it was them, and carries their name once they say so', async () => {
  const { page, open } = rep;
  await open('/plugins/buyer-journey/capture');
  await page.getByLabel('What did the buyer ask or object?').fill('First of my own');
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved', { exact: false }).first().waitFor();

  const item = await received({ buyerWords: 'Was it me?', answer: 'It was.' });
  await open('/plugins/buyer-journey/my-contributions');
  const mine = page.getByRole('listitem').filter({ hasText: 'Was it me?' }).first();
  await mine.getByText('A tool brought this in under your name.').waitFor();
  await mine.getByText('It was.', { exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
  await mine.getByRole('button', { name: 'It was me: Was it me?' }).click();
  await mine.getByText('A tool brought this in').waitFor({ state: 'detached' });
  expect(await itemOf(item)).toMatchObject({
    ...{ confirmed: true, wording: 'approved' },
    byline: [{ displayName: 'Tove Tool' }],
  });
});
