/** The coverage page of the demo, by mouse and by keyboard. */
import type { Browser, Page } from 'playwright-core';

import {
  adminApi,
  createUser,
  expectEventually,
  openAdmin,
  scrollsSideways,
  violations,
  type AdminPage,
} from './admin';
import { launchChromium } from './chromium';

const COVERAGE = '/plugins/buyer-journey/coverage';
const grid = (page: Page) => page.locator('main table');
const cell = (page: Page, stage: string, persona: string) =>
  grid(page).getByRole('button', { name: new RegExp(`^${stage}, ${persona}`) });

let browser: Browser;
let admin: AdminPage;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  admin = await openAdmin(browser);
  page = admin.page;
});
afterAll(() => browser.close());

async function openCoverage(query = ''): Promise<void> {
  await admin.open(COVERAGE + query);
  await grid(page).waitFor();
}

test('is in the main menu and shows stages as columns in order, personas as rows', async () => {
  await admin.open('/');
  await page.getByRole('link', { name: 'Coverage' }).click();
  await page.getByRole('columnheader', { name: /Onboarding/ }).waitFor();
  const stages = await grid(page).locator('thead th').allInnerTexts();
  expect(stages.map((text) => text.split('\n').at(0)?.trim())).toEqual([
    'Persona',
    'Awareness',
    'Consideration',
    'Decision',
    'Onboarding',
  ]);
  const rows = await grid(page).locator('tbody th, tfoot th').allInnerTexts();
  const names = rows.map((text) => text.split('\n')[0]);
  expect(names.slice(-2)).toEqual(['Everyone', 'All']);
  expect(names.length).toBeGreaterThanOrEqual(6);
  expect(await grid(page).locator('caption').innerText()).toContain('Live documents');
});

test('shows priority, demand and freshness in the same grid, kept in the address', async () => {
  await openCoverage();
  const shown = () => cell(page, 'Decision', 'CFO').innerText();
  const documents = await shown();
  await page.getByRole('button', { name: 'Priority', exact: true }).click();
  await page.getByRole('heading', { name: 'What to do first' }).waitFor();
  expect(page.url()).toContain('view=priority');
  expect(await shown()).toMatch(/demand \d+%, short \d+%/);
  await page.reload();
  await page.getByRole('heading', { name: 'What to do first' }).waitFor();

  // The list leads to the cell, and the cell to what buyers ask in it.
  await page.getByRole('button', { name: 'Decision × CFO', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /open items? of what/ })
    .click();
  await page.getByRole('heading', { name: 'Inbox', exact: true }).waitFor();
  expect(page.url()).toContain('stage=decision&persona=cfo&answered=false');

  await openCoverage('?view=demand');
  expect(await shown()).toMatch(/\d open/);
  await openCoverage('?view=freshness');
  expect(await shown()).toMatch(/\d stale/);
  await openCoverage('?view=nonsense');
  expect(await shown()).toBe(documents);
});

test('sets the target of a cell and of a whole persona, and undoes it', async () => {
  await openCoverage('?stage=decision&persona=cfo');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Target').fill('9');
  await dialog.getByRole('button', { name: 'Set target' }).click();
  await dialog.getByText(/target 9$/).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await cell(page, 'Decision', 'CFO').innerText()).toMatch(/\/ 9\s+under/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await cell(page, 'Decision', 'CFO').getByText('over target').waitFor();

  await page.getByRole('button', { name: 'Set targets…' }).click();
  await dialog.getByRole('combobox', { name: 'Persona' }).click();
  await page.getByRole('option', { name: 'CFO' }).click();
  await dialog.getByLabel('Target').fill('0');
  expect(await violations(page, '[role=dialog]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Set 4 targets' }).click();
  await dialog.waitFor({ state: 'detached' });
  const scopes = grid(page).locator('tr', { hasText: 'CFO' }).getByText('out of scope');
  expect(await scopes.count()).toBe(4);
  await page.getByRole('button', { name: 'Undo' }).click();
  await scopes.first().waitFor({ state: 'detached' });
});

test('opens the entries behind a cell, and their number is the cell’s', async () => {
  await openCoverage();
  const target = cell(page, 'Awareness', 'Everyone');
  const documents = Number(await target.locator('b').innerText());
  expect(documents).toBeGreaterThan(10);
  await target.click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(new URL(page.url()).searchParams.get('stage')).toBe('awareness');
  const links = dialog.getByRole('listitem').getByRole('link');
  await links.first().waitFor();
  let listed = await links.count();
  for (const next = dialog.getByRole('button', { name: 'Next page' }); await next.isEnabled();) {
    const before = await links.first().innerText();
    await next.click();
    await expectEventually(async () => (await links.first().innerText()) !== before);
    listed += await links.count();
  }
  expect(listed).toBe(documents);
  expect(await links.first().getAttribute('href')).toContain('/content-manager/');
});

test('is worked by keyboard alone: arrows move, Enter opens, Escape returns the focus', async () => {
  await openCoverage();
  const first = grid(page).locator('[data-row="0"][data-column="0"]');
  await first.focus();
  const at = (row: number, column: number) =>
    grid(page)
      .locator(`[data-row="${row}"][data-column="${column}"]`)
      .evaluate((element) => element === document.activeElement);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  expect(await at(1, 1)).toBe(true);
  await page.keyboard.press('End');
  expect(await at(1, 3)).toBe(true);
  await page.keyboard.press('Home');
  expect(await at(1, 0)).toBe(true);
  expect(await grid(page).locator('[tabindex="0"]').count()).toBe(1);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await expectEventually(() => at(1, 0));
});

test('keeps its filters in the address, and survives nonsense there', async () => {
  await openCoverage();
  const all = await page.getByRole('main').innerText();
  await openCoverage('?locale=de&type=api::article.article');
  const narrowed = await page.getByRole('main').innerText();
  const live = (text: string) => Number(/(\d+) live documents?/.exec(text)?.[1]);
  expect(live(narrowed)).toBeGreaterThan(0);
  expect(live(narrowed)).toBeLessThan(live(all));

  await admin.open(`${COVERAGE}?locale=xx&type=api::nothing.nothing`);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await grid(page).waitFor();
  expect(new URL(page.url()).search).toBe('');
});

test('shows the same figures as the API', async () => {
  await openCoverage();
  const total = await grid(page).locator('tfoot b').allInnerTexts();
  const data = await adminApi<{ stageTotals: { documents: number }[] }>('/buyer-journey/coverage');
  expect(total.map(Number)).toEqual(data.stageTotals.map(({ documents }) => documents));
});

test('says so to who may not see it', async () => {
  const email = 'stranger@example.com';
  await createUser(email, { firstname: 'Stranger' });
  const stranger = await openAdmin(browser, { email });
  await stranger.open(COVERAGE);
  await stranger.page
    .getByText(/permission/i)
    .first()
    .waitFor();
  expect(await grid(stranger.page).count()).toBe(0);
  await stranger.close();
});

describe.each([
  ['light', 1280],
  ['dark', 390],
] as const)('%s at %d pixels', (theme, width) => {
  test.each([
    ['the grid', ''],
    ['the list of gaps', '?view=priority'],
    ['an open cell', '?stage=decision&persona=cfo'],
  ])('%s has no accessibility violations and does not scroll sideways', async (_name, query) => {
    const look = await openAdmin(browser, { theme, width });
    await look.open(COVERAGE + query);
    await grid(look.page).waitFor({ state: 'attached' });
    const hasDialog = query.includes('stage=');
    if (hasDialog) await look.page.getByRole('dialog').getByRole('link').first().waitFor();
    else await look.page.getByText('Alignment').waitFor();
    expect(await violations(look.page)).toEqual([]);
    if (hasDialog) expect(await violations(look.page, '[role=dialog]')).toEqual([]);
    expect(await scrollsSideways(look.page)).toBe(false);
    expect(look.outside).toEqual([]);
    await look.close();
  });
});
