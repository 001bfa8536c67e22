/** What an article answers, linked from its edit view, and items brought in from a CSV file. */
import { text } from 'node:stream/consumers';

import type { Browser, Page } from 'playwright-core';

import type { AnsweredItem } from '../../contracts/sales-sourced/answers';
import type { Item } from '../../contracts/sales-sourced/items';
import {
  adminApi,
  expectEventually,
  openAdmin,
  scrollsSideways,
  violations,
  type AdminPage,
} from './admin';
import { launchChromium } from './chromium';
import { isFocused } from './keyboard';

const ARTICLE = 'api::article.article';
const ARTICLES = `/content-manager/collection-types/${ARTICLE}`;
const INBOX = '/plugins/buyer-journey/inbox';
const SALES_SOURCED = '/buyer-journey/sales-sourced';
const WORDS = 'Does it run on the planet Mercury?';

const dialog = (page: Page) => page.getByRole('dialog');
const answered = (page: Page) => page.getByRole('link', { name: `“${WORDS}”` });

let browser: Browser;
let admin: AdminPage;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  admin = await openAdmin(browser);
  page = admin.page;
});
afterAll(() => browser.close());

describe('the edit view of an article', () => {
  let article: string;
  let item: string;
  const answeredItems = () =>
    adminApi<AnsweredItem[]>(`${SALES_SOURCED}/answered-by?type=${ARTICLE}&documentId=${article}`);

  beforeAll(async () => {
    article = (
      await adminApi<{ documentId: string }>(ARTICLES, {
        method: 'POST',
        body: { title: 'Mercury', slug: 'mercury' },
      })
    ).documentId;
    item = (
      await adminApi<{ documentId: string }>(
        '/content-manager/collection-types/plugin::buyer-journey.sales-sourced',
        { method: 'POST', body: { buyerWords: WORDS, kind: 'question', workflowState: 'received' } }
      )
    ).documentId;
  });

  test('links a question that the article answers, and still shows it after a reload', async () => {
    await admin.open(`${ARTICLES}/${article}`);
    await page.getByText('No question is linked to this document yet.').waitFor();
    await page.getByRole('button', { name: 'Link a question' }).click();
    await dialog(page).getByLabel('Search what buyers said').fill('planet Mercury');
    await dialog(page).getByRole('radio', { name: WORDS }).click();
    expect(await violations(page, '[role=dialog]')).toEqual([]);
    await dialog(page).getByRole('button', { name: 'Link', exact: true }).click();
    await dialog(page).waitFor({ state: 'hidden' });
    await answered(page).waitFor();
    expect(await answeredItems()).toMatchObject([{ documentId: item, buyerWords: WORDS }]);

    await page.reload();
    await answered(page).waitFor();
    expect(await answered(page).getAttribute('href')).toContain(`${INBOX}?item=${item}`);
  });

  test('takes the link back', async () => {
    await page.getByRole('button', { name: `Do not link “${WORDS}” any more` }).click();
    await page.getByText('No question is linked to this document yet.').waitFor();
    expect(await answeredItems()).toEqual([]);
    // What did it is gone by then.
    await expectEventually(() => isFocused(page.getByRole('button', { name: 'Link a question' })));
  });

  test('says that an article can be linked once it is saved', async () => {
    await admin.open(`${ARTICLES}/create`);
    await page.getByText('Once the document is saved').waitFor();
    expect(await page.getByRole('button', { name: 'Link a question' }).count()).toBe(0);
  });
});

describe('items as CSV', () => {
  const choose = (...rows: string[]) =>
    dialog(page)
      .getByLabel('CSV file')
      .setInputFiles({
        name: 'items.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(['buyerWords,kind', ...rows].join('\n')),
      });
  const importButton = () => dialog(page).getByRole('button', { name: 'Import', exact: true });

  test('a file with an error is told row by row, and a good one is imported', async () => {
    await admin.open(`${INBOX}?search=ocelot`);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await choose('Is the ocelot tame?,question', 'Ocelots are loud,noise');
    await dialog(page).getByText('1 error in 2 rows').waitFor();
    await dialog(page).getByText('Row 3, kind: is not one of question').waitFor();
    expect(await importButton().count()).toBe(0);
    expect(await violations(page, '[role=dialog]')).toEqual([]);

    await choose('Is the ocelot tame?,question', 'Ocelots are loud,objection');
    await dialog(page).getByText('2 rows: 2 new, 0 already here').waitFor();
    await importButton().click();
    await page.getByText('2 items imported').waitFor();
    await page.getByRole('link', { name: /Is the ocelot tame/ }).waitFor();
    const items = await adminApi<Item[]>(`${SALES_SOURCED}/items?search=ocelot`);
    expect(items.map(({ kind }) => kind).sort()).toEqual(['objection', 'question']);
  });

  test('an unreadable file is refused in the server’s words', async () => {
    await admin.open(INBOX);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await dialog(page)
      .getByLabel('CSV file')
      .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('animal\ncat') });
    await dialog(page).getByText('Unknown columns: animal').waitFor();
    expect(await importButton().count()).toBe(0);
  });

  test('an export holds what the address asks for', async () => {
    await admin.open(`${INBOX}?search=ocelot&kind=objection`);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('sales-sourced.csv');
    const content = await text(await download.createReadStream());
    expect(content).toContain('Ocelots are loud');
    expect(content).not.toContain('tame');
  });
});

test.each([
  ['light', 1280],
  ['dark', 390],
] as const)('%s at %d pixels the header and the import look right', async (theme, width) => {
  const look = await openAdmin(browser, { theme, width });
  await look.open(INBOX);
  await look.page.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog(look.page).getByLabel('CSV file').waitFor();
  expect(await violations(look.page, '[role=dialog]')).toEqual([]);
  await look.page.keyboard.press('Escape');
  await dialog(look.page).waitFor({ state: 'hidden' });
  expect(await violations(look.page)).toEqual([]);
  expect(await scrollsSideways(look.page)).toBe(false);
  await look.close();
});
