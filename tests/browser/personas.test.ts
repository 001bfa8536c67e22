/** Personas of the demo: the profile that both teams read, edit, sign off, feed and print. */
import type { Browser, Page } from 'playwright-core';

import type { PersonaProfile, PersonaSummary } from '../../contracts/persona-profile';
import {
  adminApi,
  createUser,
  expectEventually,
  openAdmin,
  playgroundUrl,
  scrollsSideways,
  violations,
  type AdminPage,
} from './admin';
import { launchChromium } from './chromium';
import { holdRequests } from './hold-requests';
import { isFocused as hasFocus } from './keyboard';

const PERSONAS = '/plugins/buyer-journey/personas';

let browser: Browser;
let admin: AdminPage;
let page: Page;
let bySlug: Map<string, string>;
const complaints: string[] = [];
beforeAll(async () => {
  browser = await launchChromium();
  admin = await openAdmin(browser);
  page = admin.page;
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const personas = await adminApi<PersonaSummary[]>('/buyer-journey/personas');
  bySlug = new Map(personas.map(({ slug, documentId }) => [slug, documentId]));
});
afterAll(() => browser.close());
afterEach(async () => {
  await page.unrouteAll();
});

const pathOf = (slug: string) => `${PERSONAS}/${bySlug.get(slug) ?? ''}`;
const profileOf = (slug: string) =>
  adminApi<PersonaProfile>(`/buyer-journey/personas/${bySlug.get(slug) ?? ''}`);
const sheet = (of: Page) => of.locator('[data-scorecard]');

async function openProfile(of: AdminPage, slug: string): Promise<void> {
  await of.open(pathOf(slug));
  await sheet(of.page).waitFor();
  await of.page.getByRole('button', { name: 'Print' }).waitFor();
}

/** Once nothing is on its way: the button waits for that as well. */
async function openWhole(of: AdminPage, slug: string): Promise<void> {
  await openProfile(of, slug);
  await expectEventually(() => of.page.getByRole('button', { name: 'Print' }).isEnabled());
}

/** How many pages the profile takes on paper. */
async function pagesOf(of: Page, format: 'A4' | 'Letter'): Promise<number> {
  const pdf = await of.pdf({ format, printBackground: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

const isFocused = (name: string) =>
  page.getByRole('button', { name }).evaluate((button) => button === document.activeElement);

test('stand in the menu, each with owners and how its sign-offs stand', async () => {
  await admin.open('/plugins/buyer-journey/coverage');
  await page.getByRole('navigation').getByRole('link', { name: 'Personas' }).click();
  const card = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
  await card('Head of operations')
    .getByText(/^Signed off/)
    .first()
    .waitFor();
  expect(
    await card('Head of operations')
      .getByText(/^Signed off/)
      .count()
  ).toBe(2);
  expect(
    await card('CFO')
      .getByText(/^Cleared by a change/)
      .count()
  ).toBe(2);
  expect(await card('Procurement lead').getByText('Sales: no owner').count()).toBe(1);
  await page.getByRole('link', { name: 'CFO' }).click();
  await page.getByRole('heading', { level: 1, name: 'CFO' }).waitFor();
});

test('that are retired stand last, and say so', async () => {
  const names = () => page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts();
  await admin.open(PERSONAS);
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  const before = await names();
  expect(await page.getByText('Retired', { exact: true }).count()).toBe(0);
  const [first = ''] = await adminApi<PersonaSummary[]>('/buyer-journey/personas').then((all) =>
    all.map(({ documentId }) => documentId)
  );
  const retire = (step: string) =>
    adminApi(`/buyer-journey/taxonomy/personas/${first}/${step}`, { method: 'POST', body: {} });
  await retire('retire');
  await page.reload();
  const cards = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2 }) });
  await cards.last().getByText('Retired', { exact: true }).waitFor();
  expect(await names()).toEqual([...before.slice(1), before[0]]);
  expect(await violations(page)).toEqual([]);
  await retire('unretire');
});

test('a profile reads like a page, and leads to coverage and the inbox', async () => {
  await openWhole(admin, 'cfo');
  const region = (name: string | RegExp) => sheet(page).getByRole('region', { name });
  expect(await region('Pains').getByRole('listitem').count()).toBe(3);
  expect(await region('Objections').getByRole('listitem').count()).toBe(3);
  await region('What they read, by stage')
    .getByText(/Decision: \d+ document/)
    .waitFor();
  await region('What they say')
    .getByText(/Question/)
    .first()
    .waitFor();
  expect(
    await region(/^Latest evidence/)
      .getByRole('listitem')
      .count()
  ).toBe(3);
  await sheet(page)
    .getByText(/Sign-off by sales of .+ was cleared by a change of Pains by Lea Editor on .+\./)
    .waitFor();
  await region('What they read, by stage').getByRole('link', { name: 'Decision' }).click();
  await page.getByRole('dialog').waitFor();
  expect(page.url()).toContain('stage=decision&persona=cfo');
  await openProfile(admin, 'cfo');
  await page.getByRole('link', { name: /for an answer$/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor();
  expect(page.url()).toContain('persona=cfo&answered=false');
});

test('is edited in place, and the change clears what was signed off', async () => {
  await openProfile(admin, 'head-of-operations');
  await page.getByRole('button', { name: 'Edit the profile' }).click();
  await expectEventually(() =>
    page.getByLabel('Name').evaluate((field) => field === document.activeElement)
  );
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Triggers').fill('A storm.\nA merger of two terminals.');
  await page.getByText('Saving clears the sign-off of both teams.').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await sheet(page).getByRole('region', { name: 'Triggers' }).getByText('A merger').waitFor();
  const name = sheet(page).getByRole('heading', { level: 2 });
  await expectEventually(() => name.evaluate((heading) => heading === document.activeElement));
  await sheet(page)
    .getByText(/Sign-off by marketing of .+ was cleared by a change of Triggers by Demo Admin/)
    .waitFor();
  const { sales } = await profileOf('head-of-operations');
  expect(sales.signOff?.ended?.fields).toEqual(['triggers']);
});

test('is signed off by its owner, who can take that back', async () => {
  await openProfile(admin, 'it-architect');
  await page.getByRole('button', { name: 'Sign off for sales' }).click();
  const withdraw = page.getByRole('button', { name: 'Withdraw the sign-off of sales' });
  await withdraw.waitFor();
  expect(
    await page.getByRole('button', { name: /^(Sign off|Withdraw) .*marketing$/ }).count()
  ).toBe(0);
  await sheet(page)
    .getByText(/^Sales: Demo Admin · Signed off by sales/)
    .waitFor();
  await withdraw.click();
  await page.getByRole('button', { name: 'Sign off for sales' }).waitFor();
  await sheet(page)
    .getByText(/was withdrawn by Demo Admin/)
    .waitFor();
});

test('gets an owner, who is saved at once', async () => {
  await openProfile(admin, 'procurement-lead');
  await page.getByRole('combobox', { name: 'Owner in sales' }).click();
  await page.getByRole('option', { name: 'Demo Admin' }).click();
  await page.getByRole('button', { name: 'Sign off for sales' }).waitFor();
  expect((await profileOf('procurement-lead')).sales.owner?.name).toBe('Demo Admin');
});

test('gets both owners one right after the other', async () => {
  await openProfile(admin, 'procurement-lead');
  const choose = async (team: string, name: string) => {
    await page.getByRole('combobox', { name: `Owner in ${team}` }).click();
    await page.getByRole('option', { name }).click();
  };
  const { sent, release } = await holdRequests(page, 'PUT', /\/buyer-journey\/personas\//);
  await choose('sales', 'Lea Editor');
  await sent;
  await choose('marketing', 'Demo Admin');
  release();
  await expectEventually(async () => {
    const { sales, marketing } = await profileOf('procurement-lead');
    return sales.owner?.name === 'Lea Editor' && marketing.owner?.name === 'Demo Admin';
  });
});

test('asks before what was typed is lost, and keeps it where one stays', async () => {
  await openProfile(admin, 'berth-planner');
  await page.getByRole('button', { name: 'Edit the profile' }).click();
  await page.getByRole('link', { name: 'All personas' }).click();
  await page.getByRole('heading', { level: 1, name: 'Personas' }).waitFor();
  await openProfile(admin, 'berth-planner');
  await page.getByRole('button', { name: 'Edit the profile' }).click();
  await page.getByLabel('Goals').fill('Typed');
  await page.getByRole('link', { name: 'All personas' }).click();
  const question = page.getByRole('alertdialog');
  await question.waitFor();
  expect(await violations(page, '[role=alertdialog]')).toEqual([]);
  await question.getByRole('button', { name: 'Stay' }).click();
  expect(await page.getByLabel('Goals').inputValue()).toBe('Typed');
  await page.getByRole('link', { name: 'All personas' }).click();
  await question.getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('heading', { level: 1, name: 'Personas' }).waitFor();
  expect((await profileOf('berth-planner')).goals).not.toBe('Typed');
});

test('shows what somebody else saved meanwhile, before it is saved over', async () => {
  await openProfile(admin, 'berth-planner');
  await page.getByRole('button', { name: 'Edit the profile' }).click();
  await page.getByLabel('Name').fill('My planner');
  await page.getByLabel('Goals').fill('Mine');
  const { documentId, revision } = await profileOf('berth-planner');
  await adminApi(`/buyer-journey/personas/${documentId}`, {
    ...{
      method: 'PUT',
      body: { revision, name: 'Their planner', goals: 'Theirs', pains: 'Their pains' },
    },
  });
  await page.getByRole('button', { name: 'Save' }).click();
  const stored = page.getByRole('status').filter({ hasText: 'Saving yours replaces theirs:' });
  await stored.getByText('Their planner', { exact: true }).waitFor();
  await stored.getByText('Theirs', { exact: true }).waitFor();
  expect(await page.getByLabel('Name').inputValue()).toBe('My planner');
  expect(await page.getByLabel('Goals').inputValue()).toBe('Mine');
  expect(await page.getByLabel('Pains').inputValue()).toBe('Their pains');
  await page.getByLabel('Name').fill('Berth planner');
  await page.getByRole('button', { name: 'Save' }).click();
  await sheet(page).getByText('Mine').waitFor();
  expect(await profileOf('berth-planner')).toMatchObject({ goals: 'Mine', pains: 'Their pains' });
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('409')));
});

test('keeps what is being typed where the profile cannot be fetched anew', async () => {
  await openWhole(admin, 'cfo');
  await page.getByRole('button', { name: 'Edit the profile' }).click();
  await page.getByLabel('Goals').fill('Typed');
  const path = `/buyer-journey/personas/${bySlug.get('cfo') ?? ''}`;
  await page.route(`${playgroundUrl()}${path}`, (route) =>
    route.fulfill({ status: 400, json: { error: { message: 'Not now.' } } })
  );
  await page.getByRole('button', { name: 'Save' }).click();
  const failure = page.getByRole('alert').filter({ hasText: 'This could not be loaded' });
  await failure.waitFor();
  expect(await page.getByLabel('Goals').inputValue()).toBe('Typed');
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await failure.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Discard what I typed' }).click();
  await sheet(page).waitFor();
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('400')));
});

test('takes evidence with an item, and lets it be withdrawn', async () => {
  await openProfile(admin, 'cfo');
  await page.getByRole('button', { name: 'Add evidence' }).click();
  await page.getByLabel('What you saw or heard').fill('Asked twice in one week.');
  await page.getByRole('button', { name: 'Link what a buyer said' }).click();
  const dialog = page.getByRole('dialog', { name: 'Link what a buyer said' });
  // Enter searches, and does not add the entry.
  await dialog.getByLabel('Search what buyers said').fill('add a berth');
  await dialog.getByLabel('Search what buyers said').press('Enter');
  await dialog.getByText(/does the price go up/i).click();
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const log = page.getByRole('region', { name: 'Evidence', exact: true });
  const entry = log.getByRole('listitem').filter({ hasText: 'Asked twice' });
  await entry.getByRole('link', { name: /does the price go up/i }).waitFor();
  await entry.getByText(/^Sales · Demo Admin · /).waitFor();
  await expectEventually(() => isFocused('Add evidence'));

  await entry.getByRole('button', { name: 'Withdraw this entry' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
  await log.getByText(/^Withdrawn by Demo Admin on/).waitFor();
  expect(await log.getByText('Asked twice').count()).toBe(0);
  const withdrawn = log.getByRole('listitem').filter({ hasText: 'Withdrawn by Demo Admin' });
  await expectEventually(() => hasFocus(withdrawn.first()));
});

describe('printing', () => {
  /** Answers with the CFO saying this in each text, and with notes as long as they get. */
  async function lengthen(text: string): Promise<void> {
    const profile = await profileOf('cfo');
    const evidence = profile.evidence.data.map((entry) => ({
      ...entry,
      note: 'Heard. '.repeat(280),
    }));
    const texts = { goals: text, pains: text, triggers: text, objections: text };
    const longer = { ...profile, ...texts, evidence: { ...profile.evidence, data: evidence } };
    await page.route(`${playgroundUrl()}/buyer-journey/personas/${profile.documentId}`, (route) =>
      route.fulfill({ json: { data: longer } })
    );
    await openWhole(admin, 'cfo');
    await sheet(page).getByText('The last line.').first().waitFor();
  }
  const lines = (count: number, line: string) =>
    [...Array.from({ length: count - 1 }, () => line), 'The last line.'].join('\n');

  test.each(['A4', 'Letter'] as const)('takes one page of %s', async (format) => {
    await openWhole(admin, 'cfo');
    expect(await pagesOf(page, format)).toBe(1);
  });

  test.each([
    [4, 'A short line.'],
    [8, 'A short line.'],
    [14, 'A short line.'],
    [20, 'A short line.'],
    [12, 'A sentence that somebody in a meeting could not stop, to be read here.'],
  ])('still does with %d lines in each text: %s', async (count, line) => {
    await lengthen(lines(count, line));
    expect([await pagesOf(page, 'A4'), await pagesOf(page, 'Letter')]).toEqual([1, 1]);
  });

  test('takes more pages for what no type makes fit', async () => {
    await lengthen(lines(60, 'A short line.'));
    expect(await pagesOf(page, 'A4')).toBeGreaterThan(1);
  });

  test('shows the page alone', async () => {
    await openWhole(admin, 'cfo');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Add evidence' }).isVisible()).toBe(false);
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    expect(await sheet(page).getByText('Signs, and asks').isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
  });
});

test('who may only read sees no way to edit, no coverage and no inbox, and adds evidence', async () => {
  const email = 'rita.reads@example.com';
  const actions = ['plugin::buyer-journey.personas.read'];
  await createUser(email, { firstname: 'Rita', lastname: 'Reads', actions });
  const reader = await openAdmin(browser, { email });
  await openWhole(reader, 'cfo');
  expect(await reader.page.getByRole('button', { name: /Edit|Sign off|Withdraw/ }).count()).toBe(0);
  expect(await reader.page.getByRole('combobox').count()).toBe(0);
  expect(
    await sheet(reader.page)
      .getByRole('region', { name: /^What they/ })
      .count()
  ).toBe(0);
  await reader.page.getByRole('button', { name: 'Add evidence' }).click();
  await reader.page.getByLabel('What you saw or heard').fill('Heard by Rita.');
  expect(await reader.page.getByRole('button', { name: /^Link/ }).count()).toBe(0);
  await reader.page.getByRole('button', { name: 'Add', exact: true }).click();
  await reader.page.getByText('Heard by Rita.').first().waitFor();
  await reader.close();
});

test('says when there is no such persona, and when there are none', async () => {
  await admin.open(`${PERSONAS}/nosuchpersona`);
  await page.getByRole('alert').getByText('There is no such persona.').waitFor();
  const list = `${playgroundUrl()}/buyer-journey/personas`;
  await page.route(list, (route) => route.fulfill({ json: { data: [] } }));
  await admin.open(PERSONAS);
  await page.getByText('There are no personas yet.').waitFor();
  await page.getByRole('link', { name: 'To the settings' }).waitFor();
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('404')));
});

test('the settings lead to the profile of each persona', async () => {
  await admin.open('/settings/buyer-journey');
  await page.getByRole('link', { name: 'Profile of CFO' }).click();
  await page.getByRole('heading', { level: 1, name: 'CFO' }).waitFor();
});

describe.each([
  ['light', 1280],
  ['dark', 390],
] as const)('%s at %d pixels', (theme, width) => {
  test('has no accessibility violations and does not scroll sideways', async () => {
    const look = await openAdmin(browser, { theme, width });
    await look.open(PERSONAS);
    await look.page.getByRole('heading', { name: 'CFO' }).waitFor();
    expect(await violations(look.page)).toEqual([]);
    expect(await scrollsSideways(look.page)).toBe(false);
    await openWhole(look, 'cfo');
    expect(await violations(look.page)).toEqual([]);
    expect(await scrollsSideways(look.page)).toBe(false);
    expect(look.outside).toEqual([]);
    await look.close();
  });
});

test('all of it without a complaint in the console', () => {
  expect(complaints).toEqual([]);
});
