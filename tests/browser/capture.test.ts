/** Capture and a rep's own contributions: on a phone and by keyboard, by a rep who may do nothing else. */
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
import {
  box,
  CAPTURE,
  editConsent,
  heardBefore,
  MINE,
  myItem,
  openCapture,
  PHONE,
  saveButton,
  saved,
} from './capture-pages';
import { launchChromium } from './chromium';
import { itemInInbox, ITEMS } from './inbox-page';
import { isFocused, tabTo } from './keyboard';

const REP = 'rita.raune@example.com';

const kind = (page: Page, name: string) => page.getByRole('radio', { name });

let browser: Browser;
let admin: AdminPage;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  await createUser(REP, {
    ...{ firstname: 'Rita', lastname: 'Raune' },
    actions: ['plugin::buyer-journey.sales-sourced.capture'],
  });
  admin = await openAdmin(browser, { email: REP, ...PHONE });
  page = admin.page;
});
afterAll(() => browser.close());

test('the first contribution asks who the rep is, and is saved with the same keys', async () => {
  await openCapture(admin);
  await page.keyboard.type('Does the planner speak Faroese?');
  expect(await page.getByLabel('Name to show').inputValue()).toBe('Rita Raune');
  expect(await page.getByRole('checkbox').isChecked()).toBe(false);
  await page.getByLabel('Job title').fill('Account manager');
  await page.keyboard.press('Control+Enter');
  await saved(page).waitFor();

  expect(await box(page).inputValue()).toBe('');
  expect(await isFocused(box(page))).toBe(true);
  expect(await page.getByLabel('Name to show').count()).toBe(0);
  const item = await itemInInbox('Faroese');
  expect(item).toMatchObject({ kind: 'question', rep: { displayName: 'Rita Raune' } });
});

test('is reached and left by keyboard with under ten keys beside the text', async () => {
  await openCapture(admin);
  await page.keyboard.type('Zeppelins do not fit our quay');
  const tabs = await tabTo(saveButton(page));
  await page.keyboard.press('Enter');
  await saved(page).waitFor();
  expect(tabs + 1).toBeLessThan(10);
  await itemInInbox('Zeppelins');
});

test('suggests the kind while typing, until the person chooses another one', async () => {
  await openCapture(admin);
  await box(page).fill('We lost the deal because of quokkas');
  expect(await kind(page, 'Loss').isChecked()).toBe(true);
  await box(page).fill('Nobody here likes quokkas');
  expect(await kind(page, 'Objection').isChecked()).toBe(true);
  await page.getByText('Story', { exact: true }).click();
  await box(page).fill('Why are there no quokkas?');
  expect(await kind(page, 'Story').isChecked()).toBe(true);
  await page.keyboard.press('Control+Enter');
  await saved(page).waitFor();
  expect((await itemInInbox('quokkas')).kind).toBe('story');
  expect(await kind(page, 'Question').isChecked()).toBe(true);
});

test('starts from the stage and personas of the last one', async () => {
  await openCapture(admin);
  await page.getByRole('combobox', { name: 'Stage' }).click();
  await page.getByRole('option', { name: 'Decision' }).click();
  await page.getByRole('combobox', { name: 'Personas' }).click();
  await page.getByRole('option', { name: 'CFO' }).click();
  await page.keyboard.press('Escape');
  await box(page).fill('Who pays for the albatross?');
  await page.keyboard.press('Control+Enter');
  await saved(page).waitFor();

  await openCapture(admin);
  await box(page).fill('Who pays for the pelican?');
  await page.keyboard.press('Control+Enter');
  await saved(page).waitFor();
  const { stage, personas } = await itemInInbox('pelican');
  expect(stage?.slug).toBe('decision');
  expect(personas.map(({ slug }) => slug)).toEqual(['cfo']);
});

test('unfolds what is optional, with the focus in it', async () => {
  await openCapture(admin);
  await page.getByRole('button', { name: '+ my answer' }).click();
  await page.keyboard.type('Yes, on Tuesdays.');
  await page.getByRole('button', { name: '+ account (private)' }).click();
  await page.keyboard.type('Port of Nowhere');
  expect(await page.getByLabel('My answer').inputValue()).toBe('Yes, on Tuesdays.');
  expect(await page.getByLabel('Account').inputValue()).toBe('Port of Nowhere');
  await box(page).fill('Do you deliver flamingos?');
  await page.keyboard.press('Control+Enter');
  await saved(page).waitFor();
  const { documentId } = await itemInInbox('flamingos');
  const detail = await adminApi(`${ITEMS}/${documentId}`);
  expect(detail).toMatchObject({
    answer: 'Yes, on Tuesdays.',
    privateFields: { account: 'Port of Nowhere' },
  });
});

test('shows what was heard before, and counts that the rep hears it too', async () => {
  const words = 'Can we keep our own login system?';
  const before = await itemInInbox(words);
  await openCapture(admin);
  await page.keyboard.type('Can we keep our login system');
  const similar = heardBefore(page).getByRole('listitem').filter({ hasText: words });
  await similar.getByText(`heard ${before.heard} times`).waitFor();
  await similar.getByText('answered').waitFor();
  await similar.getByRole('button', { name: 'I hear this too' }).click();
  await similar.getByRole('button', { name: 'Counted today' }).waitFor();
  await similar.getByText(`heard ${before.heard + 1} times`).waitFor();
  expect((await itemInInbox(words)).heard).toBe(before.heard + 1);
  expect(await box(page).inputValue()).toBe('Can we keep our login system');

  await page.reload();
  await similar.getByRole('button', { name: 'Counted today' }).waitFor();
  await box(page).fill('');
});

test('goes on when similar items cannot be had', async () => {
  await page.route('**/sales-sourced/similar*', (route) => route.abort());
  await openCapture(admin);
  await box(page).fill('Is the walrus included?');
  await page.waitForRequest('**/sales-sourced/similar*');
  await page.keyboard.press('Control+Enter');
  await saved(page).waitFor();
  await page.unroute('**/sales-sourced/similar*');
  await itemInInbox('walrus');
});

test('keeps what was typed when the connection is lost, and after a reload', async () => {
  const words = 'Will it survive the narwhal?';
  await openCapture(admin);
  await page.keyboard.type(words);
  await page.context().setOffline(true);
  await page.keyboard.press('Control+Enter');
  const notSaved = page.getByRole('alert').filter({ hasText: 'Not saved yet' });
  await notSaved.waitFor();
  expect(await box(page).inputValue()).toBe(words);

  await page.context().setOffline(false);
  await page.reload();
  await expectEventually(async () => (await box(page).inputValue()) === words);

  await page.context().setOffline(true);
  await saveButton(page).click();
  await notSaved.waitFor();
  await page.context().setOffline(false);
  await notSaved.getByRole('button', { name: 'Try again' }).click();
  await saved(page).waitFor();
  await itemInInbox('narwhal');
  await page.reload();
  await expectEventually(() => isFocused(box(page)));
  expect(await box(page).inputValue()).toBe('');
});

test('needs the words, and says so when they are too many', async () => {
  await openCapture(admin);
  await page.keyboard.press('Control+Enter');
  await page.getByText('Write down what the buyer said.').waitFor();
  await box(page).fill('a'.repeat(10_001));
  await page.getByText('10,001 of 10,000 characters').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('This is too long to be saved.').waitFor();
  expect(await isFocused(box(page))).toBe(true);
  await box(page).fill('');
});

test('my contributions show where an item stands', async () => {
  await openCapture(admin);
  await page.keyboard.type('Can it count puffins?');
  await page.keyboard.press('Control+Enter');
  await saved(page).getByRole('link', { name: 'My contributions' }).click();
  const item = myItem(page, 'puffins');
  await item.getByText('Received.').waitFor();
  await item.getByText('heard once').waitFor();

  const { documentId, revision } = await itemInInbox('puffins');
  await adminApi(`${ITEMS}/${documentId}/transition`, {
    method: 'POST',
    body: { revision, to: 'declined', reason: 'Puffins are out of season.' },
  });
  await page.reload();
  await item.getByText('Declined: Puffins are out of season.').waitFor();
});

test('a rep consents, approves the wording, and withdraws the consent', async () => {
  await admin.open(MINE);
  await editConsent(page, true);
  await page.getByText('Your name may appear on the website.').waitFor();

  await openCapture(admin);
  await page.keyboard.type('May gulls sit on it?');
  await page.getByRole('button', { name: '+ my answer' }).click();
  await page.keyboard.type('They may.');
  await page.keyboard.press('Control+Enter');
  await saved(page).waitFor();
  const { documentId, revision } = await itemInInbox('gulls');
  await adminApi(`${ITEMS}/${documentId}`, {
    method: 'PUT',
    body: { revision, answer: 'Gulls may sit on it.' },
  });

  await admin.open(MINE);
  const item = myItem(page, 'May gulls');
  await item.getByText('Gulls may sit on it.').waitFor();
  await item.getByRole('button', { name: 'Approve' }).click();
  await item.getByRole('button', { name: 'Approve' }).waitFor({ state: 'detached' });
  expect(await adminApi(`${ITEMS}/${documentId}`)).toMatchObject({ wording: 'approved' });

  await editConsent(page, false);
  const question = page.getByRole('alertdialog');
  await question.getByText('Your byline goes at once').waitFor();
  expect(await violations(page, '[role=alertdialog]')).toEqual([]);
  await question.getByRole('button', { name: 'Withdraw my consent' }).click();
  await page.getByText('Your name does not appear on the website.').waitFor();
  expect(await adminApi(`${ITEMS}/${documentId}`)).toMatchObject({ byline: [] });
});

test('says so to a rep whose profile was deactivated, and takes nothing more', async () => {
  const email = 'dora.dorn@example.com';
  const actions = ['plugin::buyer-journey.sales-sourced.capture'];
  await createUser(email, { firstname: 'Dora', lastname: 'Dorn', actions });
  const leaver = await openAdmin(browser, { email });
  await openCapture(leaver);
  await leaver.page.keyboard.type('Are there axolotls on board?');
  await leaver.page.keyboard.press('Control+Enter');
  await saved(leaver.page).waitFor();
  const { rep } = await itemInInbox('axolotls');
  await adminApi(`/buyer-journey/reps/${rep?.documentId ?? ''}/deactivate`, { method: 'POST' });

  const notice = leaver.page.getByRole('heading', { name: /no longer active/ });
  for (const path of [CAPTURE, '/']) {
    await leaver.open(path);
    await notice.waitFor();
    expect(await box(leaver.page).count()).toBe(0);
  }
  await leaver.open(MINE);
  await notice.waitFor();
  await myItem(leaver.page, 'axolotls').waitFor();

  await adminApi(`/buyer-journey/reps/${rep?.documentId ?? ''}/activate`, { method: 'POST' });
  await openCapture(leaver);
  await leaver.close();
});

test('is a small box on the homepage as well', async () => {
  await admin.open('/');
  await box(page).fill('Is there a dodo discount?');
  await page.keyboard.press('Control+Enter');
  await saved(page).waitFor();
  expect((await itemInInbox('dodo')).kind).toBe('question');
});

test('coverage leads to capture, for those who may capture', async () => {
  const demo = await openAdmin(browser);
  await demo.open('/plugins/buyer-journey/coverage');
  await demo.page.getByRole('main').getByRole('link', { name: 'Add what a buyer said' }).click();
  await box(demo.page).waitFor();
  await demo.close();

  const email = 'onlooker@example.com';
  const actions = ['plugin::buyer-journey.coverage.read'];
  await createUser(email, { firstname: 'Onlooker', actions });
  const onlooker = await openAdmin(browser, { email });
  await onlooker.open('/plugins/buyer-journey/coverage');
  await onlooker.page.getByRole('heading', { name: 'Coverage' }).waitFor();
  expect(await onlooker.page.getByRole('link', { name: 'Add what a buyer said' }).count()).toBe(0);
  await onlooker.open(CAPTURE);
  await onlooker.page
    .getByText(/permission/i)
    .first()
    .waitFor();
  expect(await box(onlooker.page).count()).toBe(0);
  await onlooker.close();
});

describe.each([
  ['light', 1280],
  ['dark', 390],
] as const)('%s at %d pixels', (theme, width) => {
  let look: AdminPage;
  beforeEach(async () => {
    look = await openAdmin(browser, { email: REP, theme, width });
  });
  afterEach(() => look.close());

  async function expectGoodLook(region?: string): Promise<void> {
    expect(await violations(look.page, region)).toEqual([]);
    expect(await scrollsSideways(look.page)).toBe(false);
    expect(look.outside).toEqual([]);
  }

  test('capture has no accessibility violations and does not scroll sideways', async () => {
    await look.open(CAPTURE);
    await box(look.page).fill('Can we keep our own login system?');
    await heardBefore(look.page).getByRole('listitem').first().waitFor();
    await expectGoodLook();
    for (const name of ['+ my answer', '+ where it should be resolved', '+ account (private)']) {
      await look.page.getByRole('button', { name }).click();
    }
    await box(look.page).fill('');
    await look.page.keyboard.press('Control+Enter');
    await look.page.getByText('Write down what the buyer said.').waitFor();
    await expectGoodLook();
  });

  test('my contributions have none and do not either', async () => {
    await look.open(MINE);
    await myItem(look.page, 'puffins').waitFor();
    await expectGoodLook();
    await look.page.getByRole('button', { name: 'Edit my profile' }).click();
    await look.page.getByRole('dialog').waitFor();
    await expectGoodLook('[role=dialog]');
  });

  test('nor does the box on the homepage', async () => {
    await look.open('/');
    await box(look.page).waitFor();
    // The frame around the form is Strapi's own.
    await expectGoodLook('[data-strapi-widget-id="plugin::buyer-journey.capture"] form');
  });
});
