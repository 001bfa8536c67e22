/** The coverage page of the demo, by mouse and by keyboard. */
import type { Browser, Page } from 'playwright-core';

import type { Item } from '../../contracts/sales-sourced/items';
import type { StartedDraft } from '../../contracts/tagging';
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

test('shows priority, demand, freshness and the share of sales in the same grid, kept in the address', async () => {
  await openCoverage();
  const shown = () => cell(page, 'Decision', 'CFO').innerText();
  const documents = await shown();
  await page.getByRole('button', { name: 'Priority', exact: true }).click();
  await expectEventually(async () => /demand \d+%, short \d+%/.test(await shown()));
  expect(page.url()).toContain('view=priority');

  await openCoverage('?view=demand');
  await expectEventually(async () => /\d open/.test(await shown()));
  await openCoverage('?view=freshness');
  expect(await shown()).toMatch(/\d stale/);
  await openCoverage('?view=sales');
  await expectEventually(async () => /\d+%\s+\d+ of \d+/.test(await shown()));
  await openCoverage('?view=nonsense');
  expect(await shown()).toBe(documents);
});

test('tells the gaps in sentences, which lead to the cell and to what buyers ask there', async () => {
  await openCoverage();
  await page.getByRole('button', { name: 'Gaps', exact: true }).click();
  await page.getByRole('heading', { name: 'What to do first' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Decision × CFO', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /open items? of what/ })
    .click();
  await page.getByRole('heading', { name: 'Inbox', exact: true }).waitFor();
  expect(page.url()).toContain('stage=decision&persona=cfo&answered=false');
});

test('tells in a cell how much is open by kind, each a link to just that', async () => {
  await openCoverage('?stage=decision&persona=cfo');
  const dialog = page.getByRole('dialog');
  const link = dialog.getByRole('link', { name: /^\d+ (question|objection|request)s?$/ }).first();
  const [count, kind] = ((await link.textContent()) ?? '').split(' ');
  await link.click();
  await page.getByRole('heading', { name: 'Inbox', exact: true }).waitFor();
  const { search } = new URL(page.url());
  expect(search).toBe(`?kind=${kind?.replace(/s$/, '')}&stage=decision&persona=cfo&answered=false`);
  const items = await adminApi<Item[]>(`/buyer-journey/sales-sourced/items${search}&pageSize=100`);
  expect(items).toHaveLength(Number(count));
});

test('shows the cells as a table that figures lead to, sorted as the address says', async () => {
  await openCoverage();
  await page.getByRole('link', { name: 'Show cells' }).first().click();
  const table = page.getByRole('table');
  const gaps = async () => {
    const texts = await table.locator('tbody tr td:nth-child(5)').allInnerTexts();
    return texts.map((text) => (text === '–' ? 0 : Number(text)));
  };
  await table.getByRole('columnheader', { name: 'Gap' }).waitFor();
  const largestFirst = await gaps();
  expect(largestFirst.length).toBeGreaterThan(20);
  expect(largestFirst).toEqual([...largestFirst].sort((a, b) => b - a));
  expect(await table.getByRole('columnheader', { name: 'Gap' }).getAttribute('aria-sort')).toBe(
    'descending'
  );
  await table.getByRole('button', { name: 'Gap' }).click();
  await expectEventually(async () => (await gaps())[0] === 0);
  expect(page.url()).toContain('sort=gap:asc');

  await table.getByRole('button', { name: 'Awareness' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('link').first().waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expectEventually(() =>
    table.evaluate((element) => element.contains(document.activeElement))
  );
});

test('narrows to a rep, to days and to what is fresh, and takes each back', async () => {
  await openCoverage();
  const live = async () =>
    Number(/(\d+) live documents?/.exec(await page.getByRole('main').innerText())?.[1]);
  const all = await live();
  await page.getByRole('button', { name: 'More filters' }).click();
  await page.getByRole('combobox', { name: 'Contributor' }).click();
  await page.getByRole('option', { name: 'Maya Rensdal' }).click();
  await expectEventually(async () => (await live()) < all);
  expect(page.url()).toContain('contributor=maya-rensdal');
  await page.getByRole('checkbox', { name: 'Fresh only' }).click();
  await expectEventually(() => Promise.resolve(page.url().includes('freshOnly=true')));
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Remove filter: Maya Rensdal' }).click();
  await page.getByRole('button', { name: 'Remove filter: Fresh only' }).click();
  await expectEventually(async () => (await live()) === all);

  await openCoverage('?publishedTo=2000-01-01');
  await page.getByRole('button', { name: 'Remove filter: Published to 2000-01-01' }).waitFor();
});

test('starts an entry for a cell, asks for one, and copies the link', async () => {
  await openCoverage('?stage=decision&persona=cfo');
  const dialog = page.getByRole('dialog');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());

  await dialog.getByRole('link', { name: 'Request content' }).click();
  await page.getByRole('radio', { name: 'Request', checked: true }).waitFor();
  await page.getByText('Decision', { exact: true }).first().waitFor();
  await page.getByText('CFO', { exact: true }).first().waitFor();

  await openCoverage('?stage=decision&persona=cfo');
  await dialog.getByRole('button', { name: 'Write for this cell' }).click();
  await page.getByRole('menuitem', { name: 'Article' }).click();
  await page.waitForURL(/content-manager\/collection-types\/api::article.article\//);
  await page.getByRole('heading', { name: 'Decision × CFO' }).waitFor();
  const documentId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const path = `/content-manager/collection-types/api::article.article/${documentId}`;
  const draft = await adminApi<{ journeyStage: { count: number }; personas: { count: number } }>(
    path
  );
  expect([draft.journeyStage.count, draft.personas.count]).toEqual([1, 1]);
  await adminApi(path, { method: 'DELETE' });
});

test('says what of a draft stayed empty because the role may not set it', async () => {
  await page.route('**/buyer-journey/coverage/drafts', async (route) => {
    const response = await route.fetch();
    const { data } = (await response.json()) as { data: StartedDraft };
    await route.fulfill({ json: { data: { ...data, leftOut: ['journeyStage', 'personas'] } } });
  });
  await openCoverage('?stage=decision&persona=cfo');
  await page.getByRole('button', { name: 'Write for this cell' }).click();
  await page.getByRole('menuitem', { name: 'Article' }).click();
  await page
    .getByText(/^Draft created .*Left empty, .* not set it: journeyStage and personas\.$/)
    .waitFor();
  await page.waitForURL(/content-manager\/collection-types\/api::article.article\//);
  await page.unrouteAll();
  const { pathname } = new URL(page.url());
  await adminApi(pathname.replace('/admin', ''), { method: 'DELETE' });
});

test('is on the homepage with the gaps that matter most', async () => {
  await admin.open('/');
  const widget = page.getByRole('region', { name: 'Coverage' });
  await widget.getByText('On target').waitFor();
  await expectEventually(async () => (await widget.getByRole('listitem').count()) === 3);
  expect(await violations(page, '[aria-labelledby$="journey.coverage"] dl')).toEqual([]);
  expect(await violations(page, '[aria-labelledby$="journey.coverage"] ol')).toEqual([]);
  await widget.getByRole('listitem').getByRole('link').first().click();
  await page.getByRole('dialog').waitFor();
  expect(page.url()).toContain(`${COVERAGE}?stage=`);
});

test('sets the target of a cell and of a whole persona, and undoes it', async () => {
  await openCoverage('?stage=decision&persona=cfo');
  const dialog = page.getByRole('dialog');
  // More than other tests, which tag entries meanwhile, could reach.
  await dialog.getByLabel('Target').fill('90');
  await dialog.getByRole('button', { name: 'Set target' }).click();
  await dialog.getByText(/target 90$/).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await cell(page, 'Decision', 'CFO').innerText()).toMatch(/\/ 90\s+under/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectEventually(async () =>
    (await cell(page, 'Decision', 'CFO').innerText()).includes('/ 6')
  );

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
    ['the list of gaps', '?layout=gaps'],
    ['the table', '?layout=table'],
    ['an open cell', '?stage=decision&persona=cfo'],
  ])('%s has no accessibility violations and does not scroll sideways', async (_name, query) => {
    const look = await openAdmin(browser, { theme, width });
    await look.open(COVERAGE + query);
    await look.page.getByText('Alignment').waitFor({ state: 'attached' });
    const hasDialog = query.includes('stage=');
    if (hasDialog) await look.page.getByRole('dialog').getByRole('link').first().waitFor();
    expect(await violations(look.page)).toEqual([]);
    if (hasDialog) expect(await violations(look.page, '[role=dialog]')).toEqual([]);
    expect(await scrollsSideways(look.page)).toBe(false);
    expect(look.outside).toEqual([]);
    await look.close();
  });
});
