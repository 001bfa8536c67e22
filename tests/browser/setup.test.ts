/** From nothing to a grid: the guided first run on a site with content and nothing else of the journey. */
import type { Browser, Page } from 'playwright-core';

import type { Setup } from '../../contracts/setup';
import type { TaggingContentTypes } from '../../contracts/tagging';
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
import { startStrapi, type RunningServer } from './server';
import { signInToApi } from './sign-in';

const PLUGIN = '/plugins/buyer-journey';
const SETUP = `${PLUGIN}/setup`;

let server: RunningServer & { folder: string };
let browser: Browser;
let admin: AdminPage;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startStrapi('--untagged'), launchChromium()]);
  process.env.PLAYGROUND_URL = server.url;
  process.env.PLAYGROUND_TOKEN = await signInToApi(server.url);
  process.env.PLAYGROUND_SESSIONS = server.folder;
  admin = await openAdmin(browser);
  page = admin.page;
}, 180_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const setup = () => adminApi<Setup>('/buyer-journey/setup');
const heading = (name: RegExp) => page.getByRole('button', { name, expanded: true });
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
const stepsDone = (count: number) => page.getByText(`${count} of 5 steps done`).waitFor();

/** Chooses from a list that the label names. */
async function choose(within: string, label: string, option: string): Promise<void> {
  const part = page.getByRole('region', { name: within });
  await part.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('coverage leads to it while there is nothing to show', async () => {
  await admin.open(`${PLUGIN}/coverage`);
  await page.getByRole('link', { name: 'Begin' }).click();
  await heading(/Choose the stages/).waitFor();
  await stepsDone(1);
});

test('a stage model is chosen from a preview, and the way goes on where the keyboard is', async () => {
  await page.getByText('Four jobs that a buying group gets done').waitFor();
  await button('Use Three stages').click();
  await page.getByText('Which supplier is right for us?').first().waitFor();
  await button('Go on').click();
  await heading(/Choose the personas/).waitFor();
  expect(await focused()).toMatch(/Choose the personas/);
});

test('personas can be done without, and done after all', async () => {
  await button('Do without it').click();
  await heading(/Say what content usually is/).waitFor();
  await stepsDone(3);
  await page.getByRole('button', { name: /Choose the personas.*Skipped/ }).click();
  await button('Do it after all').click();
  await stepsDone(2);
  await page.getByRole('checkbox', { name: /Procurement/ }).click();
  await button('Add 5 personas').click();
  await page.getByText(/^There are Champion, .* and Executive sponsor\.$/).waitFor();
  await stepsDone(3);
});

test('a content type is a step for a developer, and noticed when it is done', async () => {
  // As the page saw it before the developer came: what is true arrives with the next look.
  const path = '**/buyer-journey/tagging/content-types';
  let isDone = false;
  await page.route(path, async (route) => {
    if (isDone) return route.continue();
    const answer = await route.fetch();
    const { data } = (await answer.json()) as { data: TaggingContentTypes };
    for (const type of data.contentTypes) {
      if (type.uid === 'api::article.article') type.state = 'available';
    }
    await route.fulfill({ response: answer, json: { data } });
  });
  await page.getByRole('button', { name: /Choose the content types/ }).click();
  const article = page.getByRole('listitem').filter({ hasText: /^Article/ });
  await article.getByText('Not tagged').waitFor();
  await article.getByRole('button', { name: 'How' }).click();
  await article.getByText('src/api/article/content-types/article/schema.json').waitFor();
  await article
    .getByText('"i18n": { "localized": true }, "buyer-journey": { "enabled": true }')
    .waitFor();
  expect(await article.getByRole('link').getAttribute('href')).toMatch(
    /\/content-type-builder\/content-types\/api::article\.article$/
  );
  expect(await violations(page)).toEqual([]);

  await page.route('**/buyer-journey/**', (route) => route.abort());
  await page.getByText('The server does not answer.').waitFor();
  await page.unroute('**/buyer-journey/**');
  isDone = true;
  await page.getByText('Article is tagged from now on.').waitFor();
  await article.getByText('Not tagged').waitFor({ state: 'detached' });
  await page.unroute(path);
});

test('what content usually is becomes rules, saved at once, and suggests without tagging', async () => {
  await button('Go on').click();
  await heading(/Say what content usually is/).waitFor();
  await choose('Case study', 'Usually', 'Decision');
  await page.getByText('Suggests a stage for 20 of').waitFor();
  await choose('Article', 'Unless told by a field', 'category');
  const byValue = page
    .getByRole('region', { name: 'Article' })
    .getByRole('combobox', { name: /^category: / });
  await byValue.first().click();
  await page.getByRole('option', { name: 'Awareness', exact: true }).click();
  await expectEventually(async () => {
    const { rules } = await adminApi<{ rules: object[] }>('/buyer-journey/tagging/rules');
    return rules.length === 2;
  });
  await page.reload();
  await heading(/Say what content usually is/).waitFor();
  await stepsDone(4);
  await page.getByText(/Suggests a stage for (2[1-9]|[3-9]\d) of/).waitFor();
  const { types } = await setup();
  expect(types.every(({ left, total }) => left === total && total > 0)).toBe(true);
});

test('a second one who saves rules meanwhile is not overwritten', async () => {
  const kept = await adminApi<{ version: number; rules: { rule: object }[] }>(
    '/buyer-journey/tagging/rules'
  );
  const rules = kept.rules.map(({ rule }) => rule);
  const body = { version: kept.version, rules: rules.slice(0, 1) };
  await adminApi('/buyer-journey/tagging/rules', { method: 'PUT', body });
  await choose('FAQ', 'Usually', 'Consideration');
  await page.getByText('Somebody else saved rules meanwhile').waitFor();
  await button('Load what is saved').click();
  await choose('FAQ', 'Usually', 'Consideration');
  await expectEventually(async () => {
    const now = await adminApi<{ rules: object[] }>('/buyer-journey/tagging/rules');
    return now.rules.length === 2;
  });
});

test('the backlog is gone through, and its progress is seen', async () => {
  await button('Later').or(button('Go on')).click();
  await heading(/Tag the backlog/).waitFor();
  await page.getByText('0 of 128 placed').first().waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Go through them' }).click();
  await page.getByRole('heading', { name: 'To tag', exact: true }).waitFor();
  for (const _ of [1, 2, 3]) {
    const left = (await page.getByText(/^\d+ left of \d+$/).innerText()).split(' ')[0];
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await page.getByText(`${Number(left) - 1} left of`).waitFor();
  }
  await admin.open(SETUP);
  await page.getByRole('button', { name: /Tag the backlog/ }).waitFor();
  await expectEventually(async () => (await page.getByText('3 of 128 placed').count()) > 0);
  await admin.open(`${PLUGIN}/coverage`);
  const forNobody = page.getByRole('region', { name: 'Whom is it written for?' });
  expect(await forNobody.getByRole('link').getAttribute('href')).toMatch(/\?without=persona$/);
  await page.getByText(/\d+ to tag/).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Go through them' }).click();
  await page.getByRole('heading', { name: 'To tag', exact: true }).waitFor();
  expect(admin.outside).toEqual([]);
});

test('who may only read the settings sees where it stands, and whom to ask', async () => {
  const email = 'reader@example.com';
  await createUser(email, {
    firstname: 'Reader',
    actions: ['plugin::buyer-journey.settings.read'],
  });
  const reader = await openAdmin(browser, { email });
  await reader.open(`${SETUP}?step=suggestions`);
  await reader.page.getByText('Your role cannot do this.').waitFor();
  await reader.open(`${SETUP}?step=personas`);
  await reader.page.getByText(/^There are Champion/).waitFor();
  expect(await reader.page.getByRole('button', { name: /^(Add|Do without)/ }).count()).toBe(0);
  await reader.close();
});

describe.each([
  ['light', 1280],
  ['dark', 390],
] as const)('each step, %s at %d pixels', (theme, width) => {
  test('has no accessibility violations and does not scroll sideways', async () => {
    const look = await openAdmin(browser, { theme, width });
    for (const step of ['stages', 'personas', 'types', 'suggestions', 'backlog']) {
      await look.open(`${SETUP}?step=${step}`);
      await look.page.getByRole('button', { expanded: true, name: /(Choose|Say|Tag) / }).waitFor();
      await expectEventually(
        async () => (await look.page.locator('[aria-busy=true]').count()) === 0
      );
      expect(await violations(look.page)).toEqual([]);
      expect(await scrollsSideways(look.page)).toBe(false);
    }
    await look.close();
  });
});
