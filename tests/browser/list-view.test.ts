/** Stage and personas in the Content Manager's list: columns, the filter by them, and tagging in bulk. */
import type { Browser, Locator, Page } from 'playwright-core';

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
import { deleteDocument, tagsOf } from './edit-view-page';
import { holdRequests } from './hold-requests';
import { enter, isFocused, tabTo } from './keyboard';

const ARTICLE = 'api::article.article';
const LIST = '/content-manager/collection-types';
const ARTICLES = `${LIST}/${ARTICLE}`;

const rows = (page: Page) => page.locator('main table tbody tr');
const filterButton = (page: Page) => page.getByRole('button', { name: /^Journey/ });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Set stage and personas' });
/** What the subtitle counts. */
const found = async (page: Page) =>
  Number(/(\d+) entr(?:y|ies) found/.exec(await page.getByRole('main').innerText())?.[1]);

let browser: Browser;
let admin: AdminPage;
let page: Page;
const made: string[] = [];
beforeAll(async () => {
  browser = await launchChromium();
  admin = await openAdmin(browser);
  page = admin.page;
  for (const title of ['Zebra one', 'Zebra two', 'Zebra three']) {
    const slug = title.toLowerCase().replace(' ', '-');
    const { documentId } = await adminApi<{ documentId: string }>(ARTICLES, {
      method: 'POST',
      body: { title, slug },
    });
    made.push(documentId);
  }
});
afterAll(async () => {
  for (const documentId of made) await deleteDocument(ARTICLE, documentId);
  await browser.close();
});

/**
 * Selects every row. Strapi takes the choice back when it fills in the list's language, and shows the actions when
 * the browser is idle, which without a screen it only finds out when something is drawn.
 */
async function selectAll(on: Page, action: Locator): Promise<void> {
  const all = on.getByRole('checkbox', { name: 'Select all entries' });
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (!(await all.isChecked())) await all.click();
    const isThere = await action.waitFor({ timeout: 1000 }).then(
      () => true,
      () => false
    );
    if (isThere) return;
    await on.screenshot();
  }
  throw new Error(`Selecting all entries does not bring ${action.toString()}.`);
}

async function openList(query = ''): Promise<void> {
  await admin.open(ARTICLES + query);
  await rows(page).first().waitFor();
}

async function choose(field: string, option: string): Promise<void> {
  await filterButton(page).click();
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
  await page.keyboard.press('Escape');
}

test('shows stage and personas next to the title, two by name and the rest counted, in one request', async () => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await openList('?pageSize=100');
  page.removeAllListeners('request');
  const headers = await page.locator('main table thead th').allInnerTexts();
  const titles = headers.map((text) => text.trim().toLowerCase());
  const at = titles.indexOf('title');
  expect(titles.slice(at, at + 3)).toEqual(['title', 'journey stage', 'personas']);
  const line = rows(page).filter({ hasText: 'A shared line-up: mail, portal or interface?' });
  await line.getByText('Consideration').waitFor();
  await line.getByText('Head of operations').waitFor();
  await line.getByText('+1').waitFor();
  expect(requests.filter((url) => url.includes('/content-manager/relations/'))).toEqual([]);
});

test('filters by stage, by persona and by what has no stage, as links that can be kept', async () => {
  await openList();
  const all = await found(page);
  await choose('Journey stage', 'Decision');
  await filterButton(page).filter({ hasText: 'Decision' }).waitFor();
  await expectEventually(async () => (await found(page)) < all);
  const decision = await found(page);
  for (const text of await rows(page).allInnerTexts()) expect(text).toContain('Decision');

  await choose('Persona', 'CFO');
  await expectEventually(async () => (await found(page)) < decision);
  const both = await found(page);
  await page.reload();
  await filterButton(page).filter({ hasText: 'Decision, CFO' }).waitFor();
  expect(await found(page)).toBe(both);

  await choose('Journey stage', 'No stage');
  await choose('Journey stage', 'No stage');
  await filterButton(page).click();
  await page.getByRole('button', { name: 'Clear: Persona' }).click();
  await page.keyboard.press('Escape');
  await rows(page).filter({ hasText: 'Zebra one' }).waitFor();
  const address = decodeURIComponent(page.url());
  expect(address).toContain('filters[$and][0][journeyStage][id][$null]=true');
  expect(address).not.toContain('personas');
  const untagged = await adminApi<{ totals: { untagged: number } }>('/buyer-journey/coverage');
  expect(await found(page)).toBeGreaterThanOrEqual(untagged.totals.untagged > 0 ? 3 : 0);

  // Strapi's own filter by another field works beside it.
  await page.goto(`${page.url()}&filters[$and][1][title][$contains]=Zebra two`);
  await rows(page).filter({ hasText: 'Zebra two' }).waitFor();
  expect(await rows(page).count()).toBe(1);
  await choose('Journey stage', 'Decision');
  await expectEventually(async () => (await found(page)) === 0 || (await rows(page).count()) === 0);
  expect(decodeURIComponent(page.url())).toContain('[title][$contains]=Zebra+two');
});

describe('tagging in bulk', () => {
  async function select(): Promise<void> {
    await openList('?filters[$and][0][title][$startsWith]=Zebra&sort=title:ASC');
    const action = page.getByRole('button', { name: 'Set stage and personas' });
    await selectAll(page, action);
    await action.click();
    await dialog(page).getByRole('radio', { name: 'Decision' }).waitFor();
  }

  test('sets the stage and adds personas, shows it in the list, and takes it back', async () => {
    await select();
    const confirm = dialog(page).getByRole('button', { name: 'Tag 3 entries' });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog(page).getByRole('radio', { name: 'Decision' }).click();
    await dialog(page).getByRole('button', { name: 'CFO' }).click();
    expect(await violations(page, '[role=dialog]')).toEqual([]);
    await confirm.click();
    await dialog(page).getByText('3 entries were tagged.').waitFor();
    for (const documentId of made) {
      const tags = await tagsOf(ARTICLE, documentId);
      expect([tags.journeyStage, tags.personas]).toEqual([['Decision'], ['CFO']]);
    }
    await expectEventually(async () => (await rows(page).filter({ hasText: 'CFO' }).count()) === 3);

    await dialog(page).getByRole('button', { name: 'Undo' }).click();
    await dialog(page).getByText('3 entries have their earlier tags back.').waitFor();
    expect(await tagsOf(ARTICLE, made[0] ?? '')).toMatchObject({ journeyStage: [], personas: [] });
    await dialog(page).getByRole('button', { name: 'Close' }).last().click();
    await expectEventually(async () => (await rows(page).filter({ hasText: 'CFO' }).count()) === 0);
  });

  test('replaces and removes, and takes a stage away', async () => {
    const run = async (act: () => Promise<void>) => {
      await select();
      await act();
      await dialog(page).getByRole('button', { name: 'Tag 3 entries' }).click();
      await dialog(page)
        .getByText(/entries were tagged/)
        .waitFor();
      await dialog(page).getByRole('button', { name: 'Close' }).last().click();
    };
    await run(async () => {
      await dialog(page).getByRole('radio', { name: 'Awareness' }).click();
      await dialog(page).getByRole('button', { name: 'Replace by' }).click();
      await dialog(page).getByText('the entries are for everyone then').waitFor();
      await dialog(page).getByRole('button', { name: 'IT architect' }).click();
      await dialog(page).getByRole('button', { name: 'CFO' }).click();
    });
    const tags = async () => {
      const { journeyStage, personas } = await tagsOf(ARTICLE, made[0] ?? '');
      return [...journeyStage, ...personas.sort()];
    };
    expect(await tags()).toEqual(['Awareness', 'CFO', 'IT architect']);
    await run(async () => {
      await dialog(page).getByRole('radio', { name: 'No stage' }).click();
      await dialog(page).getByRole('button', { name: 'Remove', exact: true }).click();
      await dialog(page).getByRole('button', { name: 'CFO' }).click();
      await dialog(page)
        .getByRole('radio', { name: /^Drafts only/ })
        .click();
    });
    expect(await tags()).toEqual(['IT architect']);
  });

  test('goes on where the dialog is closed meanwhile, and is told and shown in the list', async () => {
    await select();
    await dialog(page).getByRole('button', { name: 'CFO' }).click();
    const { sent, release } = await holdRequests(page, 'POST', /\/tagging\/entries$/);
    await dialog(page).getByRole('button', { name: 'Tag 3 entries' }).click();
    await sent;
    expect(await dialog(page).getByRole('button', { name: 'Cancel' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    release();
    await page.getByText('3 entries were tagged.').first().waitFor();
    await expectEventually(async () => (await rows(page).filter({ hasText: 'CFO' }).count()) === 3);
    expect((await tagsOf(ARTICLE, made[0] ?? '')).personas).toContain('CFO');
    await page.unrouteAll();
  });

  test('by keyboard alone', async () => {
    await openList('?filters[$and][0][title][$eq]=Zebra one');
    const action = page.getByRole('button', { name: 'Set stage and personas' });
    await selectAll(page, action);
    await action.focus();
    await page.keyboard.press('Enter');
    const first = dialog(page).getByRole('radio', { name: 'Awareness' });
    await tabTo(first);
    await page.keyboard.press('ArrowRight');
    await enter(dialog(page).getByRole('button', { name: 'Tag 1 entry' }));
    await dialog(page)
      .getByText(/1 entry was tagged/)
      .waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await expectEventually(async () => !(await isFocused(page.locator('body'))));
    expect(await tagsOf(ARTICLE, made[0] ?? '')).toMatchObject({ journeyStage: ['Consideration'] });
  });

  test('is not there for who may not tag, nor for other types', async () => {
    const email = 'bystander@example.com';
    await createUser(email, { firstname: 'Bystander', roles: ['strapi-editor'] });
    const other = await openAdmin(browser, { email });
    await other.open(ARTICLES);
    await rows(other.page).first().waitFor();
    await selectAll(other.page, other.page.getByRole('button', { name: 'Unpublish' }));
    expect(await other.page.getByRole('button', { name: 'Set stage and personas' }).count()).toBe(
      0
    );
    await other.close();

    await admin.open(`${LIST}/plugin::buyer-journey.rep`);
    await rows(page).first().waitFor();
    await selectAll(page, page.getByRole('button', { name: 'Delete' }).first());
    expect(await page.getByRole('button', { name: 'Set stage and personas' }).count()).toBe(0);
    expect(await filterButton(page).count()).toBe(0);
  });
});

test('several case studies are published together only if each has a stage, and the message names the other', async () => {
  const uid = 'api::case-study.case-study';
  const { documentId } = await adminApi<{ documentId: string }>(`${LIST}/${uid}`, {
    method: 'POST',
    body: { title: 'Zebra quay', slug: 'zebra-quay' },
  });
  await admin.open(`${LIST}/${uid}?filters[$and][0][title][$eq]=Zebra quay`);
  await rows(page).first().waitFor();
  const action = page.getByRole('button', { name: 'Publish', exact: true });
  await selectAll(page, action);
  await action.click();
  const publish = page.getByRole('dialog', { name: 'Publish entries' });
  await publish.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish' }).click();
  await page.getByText('“Zebra quay” cannot be published: it needs a journey stage.').waitFor();
  await deleteDocument(uid, documentId);
});

describe.each([
  ['light', 1280],
  ['dark', 390],
] as const)('%s at %d pixels', (theme, width) => {
  test('columns, filter and dialog have no accessibility violations and do not scroll sideways', async () => {
    const look = await openAdmin(browser, { theme, width });
    await look.open(`${ARTICLES}?filters[$and][0][title][$startsWith]=Zebra`);
    await rows(look.page).first().waitFor();
    expect(await scrollsSideways(look.page)).toBe(false);
    await filterButton(look.page).click();
    await look.page.getByRole('combobox', { name: 'Journey stage' }).waitFor();
    expect(await violations(look.page, '[data-radix-popper-content-wrapper]')).toEqual([]);
    await look.page.keyboard.press('Escape');
    const action = look.page.getByRole('button', { name: 'Set stage and personas' });
    await selectAll(look.page, action);
    await action.click();
    await dialog(look.page).getByRole('radio', { name: 'Decision' }).click();
    expect(await violations(look.page, '[role=dialog]')).toEqual([]);
    expect(await scrollsSideways(look.page)).toBe(false);
    await look.close();
  });
});
