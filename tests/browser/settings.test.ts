/** The settings page of the demo, and what the plugin adds to the Content Manager. */
import type { Browser } from 'playwright-core';

import { adminApi, openAdmin, scrollsSideways, violations } from './admin';
import { launchChromium } from './chromium';

const SETTINGS = '/settings/buyer-journey';
const ARTICLES = '/content-manager/collection-types/api::article.article';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

test('settings list who cannot tag, and grant a role what it lacks', async () => {
  const role = await adminApi<{ id: number }>('/admin/roles', {
    method: 'POST',
    body: { name: 'Freelancer', description: 'Writes articles' },
  });
  const permission = {
    action: 'plugin::content-manager.explorer.update',
    subject: 'api::article.article',
    properties: { fields: ['title'], locales: ['en'] },
    conditions: [],
  };
  await adminApi(`/admin/roles/${role.id}/permissions`, {
    method: 'PUT',
    body: { permissions: [permission] },
  });

  const { page, open, close } = await openAdmin(browser);
  await open(SETTINGS);
  await page.getByRole('main').getByText('Consideration').first().waitFor();
  const grant = page.getByRole('button', { name: 'Grant to Freelancer' });
  await grant.click();
  await page
    .getByText(/Freelancer can tag now/)
    .first()
    .waitFor();
  await grant.waitFor({ state: 'detached' });
  await close();
});

describe.each([
  ['light', 1280],
  ['dark', 390],
] as const)('settings, %s at %d pixels', (theme, width) => {
  test('have no accessibility violations and do not scroll sideways', async () => {
    const { page, open, close, outside } = await openAdmin(browser, { theme, width });
    await open(SETTINGS);
    await page.getByRole('main').getByText('Consideration').first().waitFor();
    await page.getByRole('heading', { name: 'Who can tag' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(outside).toEqual([]);
    await close();
  });
});

test('the list of an opted-in type has a stage column; other types have none', async () => {
  const { page, open, close } = await openAdmin(browser);
  const header = page.locator('main table thead');
  await open(ARTICLES);
  await header.getByText(/^Journey stage$/i).waitFor();
  const body = page.locator('main table tbody');
  await body
    .getByText(/^(Awareness|Consideration|Decision)$/)
    .first()
    .waitFor();
  await open('/content-manager/collection-types/plugin::buyer-journey.rep');
  await header.getByText(/displayName/i).waitFor();
  expect(await header.getByText(/^Journey stage$/i).count()).toBe(0);
  await close();
});

test('the panel beside an entry explains its stage', async () => {
  const { page, open, close } = await openAdmin(browser);
  await open(`${ARTICLES}?filters[$and][0][journeyStage][slug][$eq]=decision`);
  await page.locator('main table tbody tr').first().click();
  await page.getByRole('heading', { name: 'Buyer journey' }).waitFor();
  await page.getByRole('radio', { name: 'Decision', checked: true }).waitFor();
  await page
    .getByText(/Buyers ask: “Which supplier do we trust\?”/)
    .first()
    .waitFor();
  await page
    .getByText(/^(Counts here|Fills a gap|Already on target): /)
    .first()
    .waitFor();
  await close();
});
