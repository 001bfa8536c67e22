/** The trend of the demo: the line, the table beside it, and what the address keeps. */
import type { Browser, Page } from 'playwright-core';

import type { Trend } from '../../contracts/coverage-trend';
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
const TREND = `${COVERAGE}/trend`;
const line = (page: Page) => page.locator('main .recharts-line-curve');
/** A line that never rises has no height, and is not `visible`. */
const drawn = (page: Page) => line(page).waitFor({ state: 'attached' });
const table = (page: Page) => page.locator('main table');

let browser: Browser;
let admin: AdminPage;
let page: Page;
const complaints: string[] = [];
beforeAll(async () => {
  browser = await launchChromium();
  admin = await openAdmin(browser);
  page = admin.page;
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterAll(() => browser.close());

const openTrend = async (query = '') => {
  await admin.open(TREND + query);
  await drawn(page);
};

const choose = async (label: string, option: string) => {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

test('is reached from coverage, with its filters, and leads back to it', async () => {
  await admin.open(`${COVERAGE}?locale=de&type=api::article.article`);
  await table(page).waitFor();
  // The library that draws comes with the line, not before.
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await page.getByRole('link', { name: 'Trend' }).click();
  await drawn(page);
  expect(scripts.some((url) => url.includes('TrendChart'))).toBe(true);
  expect(new URL(page.url()).search).toBe('?locale=de&type=api::article.article');
  await page.getByRole('main').getByRole('link', { name: 'Coverage' }).click();
  await page.waitForURL((url) => url.pathname.endsWith(COVERAGE));
  expect(new URL(page.url()).search).toBe('?locale=de&type=api::article.article');
});

test('shows the same points as a line and as a table, the newest first', async () => {
  await openTrend();
  const { points } = await adminApi<Trend>('/buyer-journey/coverage/trend?figure=coverage&days=90');
  const days = await table(page)
    .locator('tbody time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
  expect(days).toEqual(points.map(({ day }) => day).reverse());
  const shown = await table(page).locator('tbody td').allInnerTexts();
  expect(shown.every((text) => /^\d+%$/.test(text))).toBe(true);
  expect(parseInt(shown[0] ?? '', 10)).toBeGreaterThan(parseInt(shown.at(-1) ?? '', 10));
});

test('leaves days without a snapshot out of the line', async () => {
  await openTrend();
  const pieces = async () =>
    ((await line(page).getAttribute('d')) ?? '').split('M').filter((piece) => piece !== '').length;
  // 90 days hold two gaps, of one day and of two: three pieces.
  expect(await pieces()).toBe(3);
  await page.getByRole('button', { name: '30 days' }).click();
  await expectEventually(async () => (await pieces()) === 2);
  expect(await table(page).locator('caption').innerText()).toContain('29 snapshots in 30 days');
});

test('keeps figure, cell and days in the address', async () => {
  await openTrend();
  await choose('Figure', 'Demand');
  await expectEventually(() => Promise.resolve(page.url().endsWith('?figure=demand')));
  await choose('Stage', 'Decision');
  await choose('Persona', 'CFO');
  await choose('Figure', 'Target');
  await page.getByRole('button', { name: '365 days' }).click();
  await expectEventually(() =>
    Promise.resolve(page.url().endsWith('?figure=target&stage=decision&persona=cfo&days=365'))
  );
  await page.reload();
  await drawn(page);
  await page.getByRole('heading', { name: 'Target' }).waitFor();
  expect(await table(page).locator('tbody tr').count()).toBe(118);
  await page.goBack();
  await page.getByRole('button', { name: '90 days', pressed: true }).waitFor();
});

test('says what is wrong with an address, and leads out of it', async () => {
  await admin.open(`${TREND}?stage=nothing`);
  await page
    .getByRole('alert')
    .getByText(/nothing/)
    .waitFor();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await drawn(page);
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('400')));
});

test('asks before it deletes, and only who may', async () => {
  await openTrend('?days=365');
  const opener = page.getByRole('button', { name: 'Delete snapshots…' });
  await opener.click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await violations(page, '[role=dialog]')).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expectEventually(() => opener.evaluate((button) => button === document.activeElement));
  await opener.click();
  await choose('Which snapshots', 'Those older than 90 days');
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await page.getByText('The snapshots of 30 days are deleted.').first().waitFor();
  await expectEventually(async () => (await table(page).locator('tbody tr').count()) === 88);

  const email = 'tilda.trost@example.com';
  await createUser(email, {
    firstname: 'Tilda',
    actions: ['plugin::buyer-journey.coverage.read'],
  });
  const reader = await openAdmin(browser, { email });
  await reader.open(TREND);
  await drawn(reader.page);
  expect(await reader.page.getByRole('button', { name: 'Delete snapshots…' }).count()).toBe(0);
  await reader.close();
});

describe.each([
  ['light', 1280],
  ['dark', 390],
] as const)('%s at %d pixels', (theme, width) => {
  test('has no accessibility violations and does not scroll sideways', async () => {
    const look = await openAdmin(browser, { theme, width });
    await look.open(`${TREND}?stage=decision&persona=cfo`);
    await drawn(look.page);
    expect(await violations(look.page)).toEqual([]);
    expect(await scrollsSideways(look.page)).toBe(false);
    expect(look.outside).toEqual([]);
    await look.close();
  });
});

test('all of it without a complaint in the console', () => {
  expect(complaints).toEqual([]);
});
