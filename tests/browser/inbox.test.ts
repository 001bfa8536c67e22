/** The inbox of the demo, by mouse and by keyboard, alone and with somebody else at the same item. */
import type { Browser, Page } from 'playwright-core';

import type { Item } from '../../contracts/sales-sourced/items';
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
import {
  bringIn,
  button,
  changeElsewhere,
  dialog,
  INBOX,
  itemOf,
  ITEMS,
  link,
  opened,
  openInbox,
  rows,
  stateOf,
  told,
} from './inbox-page';
import { isFocused } from './keyboard';

const hasFocus = (page: Page, words: string) => isFocused(link(page, words));
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

let browser: Browser;
let admin: AdminPage;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  admin = await openAdmin(browser);
  page = admin.page;
});
afterAll(() => browser.close());

const expectParameter = (name: string, value: string | null) =>
  expectEventually(() => Promise.resolve(parameter(page, name) === value));

test('is in the main menu, ranked by demand, and each figure shows its parts', async () => {
  await admin.open('/');
  await page.getByRole('link', { name: 'Inbox' }).click();
  await rows(page).first().waitFor();
  const figures = rows(page).getByRole('button', { name: /^Demand: / });
  const shown = (await figures.allInnerTexts()).map(Number);
  expect(shown.length).toBeGreaterThan(20);
  expect(shown).toEqual(shown.toSorted((a, b) => b - a));

  await figures.first().focus();
  const parts = page.getByRole('tooltip').filter({ hasText: 'for its echoes' });
  await parts.waitFor({ state: 'attached' });
  expect(await parts.innerText()).toMatch(/every 90 days/);

  await page
    .getByText(/^\d+ open, median wait \d+ days?\. \d+% of what buyers asked is answered\.$/)
    .waitFor();
});

test('counts the items of each state as the API does', async () => {
  await openInbox(admin);
  const tabs = page.getByRole('group', { name: 'Items by state' });
  await tabs.getByRole('button', { name: /^Declined/ }).click();
  await expectParameter('state', 'declined');
  const items = await adminApi<Item[]>(`${ITEMS}?state=declined`);
  expect(await tabs.getByRole('button', { name: /^Declined/ }).innerText()).toBe(
    `Declined ${items.length}`
  );
  await expectEventually(async () => (await rows(page).count()) === items.length);
});

test('is triaged with the keyboard alone', async () => {
  const [first, second, third] = [
    await bringIn('Marmalade one: does it float?'),
    await bringIn('Marmalade two: does it sink?'),
    await bringIn('Marmalade three: does it hover?'),
  ];
  await openInbox(admin, '?search=marmalade&sort=oldest');

  await page.keyboard.press('j');
  await opened(page).getByText('Marmalade one').waitFor();
  expect(await hasFocus(page, 'Marmalade one')).toBe(true);
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await opened(page).getByText('Marmalade one').waitFor();

  await page.keyboard.press('a');
  await opened(page).getByText('Marmalade two').waitFor();
  await expectEventually(() => hasFocus(page, 'Marmalade two'));
  await expectEventually(async () => (await stateOf(first)) === 'accepted');
  expect(await stateOf(second)).toBe('received');

  await page.keyboard.press('o');
  await expectEventually(async () => (await itemOf(second)).owner?.name === 'Demo Admin');
  await page.keyboard.press('x');
  await page.getByText('1 selected item', { exact: true }).waitFor();
  await page.keyboard.press('x');

  await told(page, 'Saved');
  await page.keyboard.press('d');
  await dialog(page).waitFor();
  await page.keyboard.type('Jam is not what we do, ask again');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await dialog(page).waitFor({ state: 'hidden' });
  await expectEventually(() => hasFocus(page, 'Marmalade three'));
  expect(await itemOf(second)).toMatchObject({
    ...{ state: 'declined', declineReason: 'Jam is not what we do, ask again' },
  });
  expect(await link(page, 'Marmalade two').count()).toBe(0);

  await page.keyboard.press('u');
  await expectEventually(async () => (await stateOf(second)) === 'received');
  await expectEventually(() => hasFocus(page, 'Marmalade two'));
  expect(await stateOf(third)).toBe('received');
});

test('lists its keys on ?, gives the focus back, and leaves keys alone that mean text', async () => {
  await openInbox(admin);
  await page.keyboard.press('j');
  const openItem = parameter(page, 'item');
  await page.keyboard.press('Shift+?');
  await dialog(page).getByText('Become the owner').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'hidden' });
  expect(parameter(page, 'item')).toBe(openItem);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-item-link'));
  await expectEventually(async () => (await focused()) === openItem);

  await page.getByLabel('Search what buyers said').focus();
  await page.keyboard.type('jax');
  await page.keyboard.press('Control+k');
  expect(parameter(page, 'item')).toBe(openItem);
  expect(await page.getByText(/selected item/).count()).toBe(0);

  await rows(page).getByRole('link').first().focus();
  await page.keyboard.press('ArrowDown');
  expect(await focused()).not.toBe(openItem);
  await page.keyboard.press('Escape');
  await expectParameter('item', null);
});

test('declines with a reason only, and undoes it', async () => {
  const documentId = await bringIn('Tangerine: do you deliver on Sundays?');
  await openInbox(admin, '?search=tangerine');
  await link(page, 'Tangerine').click();
  await button(page, 'Decline…').click();
  await dialog(page).getByRole('button', { name: 'Decline', exact: true }).click();
  await dialog(page).getByText('Give the rep a reason.').waitFor();
  await dialog(page).getByLabel('Reason').fill('We never do.');
  await dialog(page).getByRole('button', { name: 'Decline', exact: true }).click();
  await dialog(page).waitFor({ state: 'hidden' });
  await opened(page).getByText('Declined, and the rep reads why: We never do.').waitFor();
  expect((await itemOf(documentId)).declineReason).toBe('We never do.');

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expectEventually(async () => (await stateOf(documentId)) === 'received');
});

test('keeps filters and the opened item in the address', async () => {
  await openInbox(admin);
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  await page.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Objection' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Answered or not' }).click();
  await page.getByRole('option', { name: 'Unanswered' }).click();
  await page.getByRole('combobox', { name: 'Order' }).click();
  await page.getByRole('option', { name: 'Oldest first' }).click();
  await expectParameter('sort', 'oldest');
  await rows(page).getByRole('link').first().click();
  const words = await opened(page).getByRole('heading', { level: 2 }).innerText();
  const query = new URL(page.url()).search;
  expect(query).toContain('kind=objection&answered=false&sort=oldest&item=');

  await page.reload();
  await opened(page).getByRole('heading', { level: 2, name: words }).waitFor();
  expect(new URL(page.url()).search).toBe(query);
  // Not the whole list: other tests bring in items meanwhile.
  await rows(page).getByRole('link', { name: words, exact: true }).waitFor();

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expectParameter('kind', null);
});

test('survives nonsense in the address, and offers the way out when nothing fits', async () => {
  await admin.open(`${INBOX}?state=nonsense`);
  await page.getByRole('alert').getByRole('button', { name: 'Clear filters' }).click();
  await rows(page).first().waitFor();
  await admin.open(`${INBOX}?search=nobodyeversaidthis&item=doesnotexist`);
  await page.getByText('No item fits these filters.').waitFor();
  await page.getByRole('alert').getByText('This could not be loaded').waitFor();
  await openInbox(admin, '?page=99');
  await expectEventually(() => Promise.resolve(parameter(page, 'page') !== '99'));
});

test('points to capture when it is empty, and can be asked again when it fails', async () => {
  const pattern = /sales-sourced\/items(\?|$)/;
  const states = { received: 0, accepted: 0, in_progress: 0, declined: 0, merged: 0 };
  const pagination = { page: 1, pageSize: 25, pageCount: 0, total: 0 };
  await page.route(pattern, (route) =>
    route.fulfill({ json: { data: [], meta: { states, pagination } } })
  );
  await admin.open(INBOX);
  const empty = page.getByRole('region', { name: 'Nothing has been brought in yet' });
  await empty.getByRole('link', { name: 'Add what a buyer said' }).waitFor();
  await page.unroute(pattern);

  await page.route(pattern, (route) => route.fulfill({ status: 500, json: { error: {} } }));
  await admin.open(INBOX);
  const again = page.getByRole('alert').getByRole('button', { name: 'Try again' });
  await again.waitFor();
  await page.unroute(pattern);
  await again.click();
  await rows(page).first().waitFor();
});

test('edits the answer and publishes it, but not with private data by accident', async () => {
  const documentId = await bringIn('Papaya: who keeps our data?');
  await openInbox(admin, '?search=papaya');
  await page.keyboard.press('j');
  await opened(page).getByText('Papaya').first().waitFor();
  await button(page, 'Publish the answer').click();
  await dialog(page).getByText('There is no answer to publish yet.').waitFor();
  await dialog(page).getByRole('button', { name: 'Write the answer' }).click();
  const field = opened(page).getByLabel('Answer to the buyer');
  await expectEventually(() => field.evaluate((element) => element === document.activeElement));
  await page.keyboard.type('We do. Ask eve@example.com.');
  await page.keyboard.press('Control+Enter');
  await field.waitFor({ state: 'detached' });

  await button(page, 'Publish the answer').click();
  await dialog(page).getByText('eve@example.com').waitFor();
  await dialog(page).getByText('This is a heuristic: it can miss and it can be wrong.').waitFor();
  await dialog(page).getByRole('button', { name: 'Publish anyway' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'hidden' });
  expect((await itemOf(documentId)).published).toBe(false);

  await link(page, 'Papaya').focus();
  await page.keyboard.press('e');
  await field.fill('We do, on machines of our own.');
  await button(page, 'Save').click();
  await field.waitFor({ state: 'detached' });
  await button(page, 'Publish the answer').click();
  await told(page, 'The answer is online');
  expect(await itemOf(documentId)).toMatchObject({
    ...{ published: true, answered: true, answer: 'We do, on machines of our own.' },
  });

  await button(page, 'Unpublish').click();
  await told(page, 'The answer is offline');
  expect((await itemOf(documentId)).published).toBe(false);
});

test('links a document as the answer, and takes the link back', async () => {
  const documentId = await bringIn('Lychee: how do you train the night shift?');
  await openInbox(admin, '?search=lychee');
  await page.keyboard.press('j');
  await opened(page).getByText('No document answers this yet.').waitFor();
  await page.keyboard.press('l');
  await dialog(page).waitFor();
  await page.keyboard.type('night shift');
  const found = dialog(page).getByRole('radio', { name: /Training planners on the night shift/ });
  await found.check();
  await dialog(page).getByRole('button', { name: 'Link', exact: true }).click();
  await dialog(page).waitFor({ state: 'hidden' });
  const answer = opened(page).getByRole('link', { name: 'Training planners on the night shift' });
  await answer.waitFor();
  expect(await answer.getAttribute('href')).toContain('/content-manager/');
  expect((await itemOf(documentId)).answers).toHaveLength(1);

  await opened(page)
    .getByRole('button', { name: /^Do not link Training planners/ })
    .click();
  await opened(page).getByText('No document answers this yet.').waitFor();
});

test('merges into another item and undoes it, from either of them', async () => {
  const [into, from] = [
    await bringIn('Kumquat: is there a trial?'),
    await bringIn('Kumquat: can we try it first?'),
  ];
  await openInbox(admin, '?search=kumquat');
  const merge = async () => {
    await link(page, 'try it first').click();
    await button(page, 'Merge into…').click();
    await dialog(page)
      .getByRole('radio', { name: /is there a trial/ })
      .check();
    await dialog(page).getByRole('button', { name: 'Merge', exact: true }).click();
    await dialog(page).waitFor({ state: 'hidden' });
    await link(page, 'try it first').waitFor({ state: 'detached' });
    expect((await itemOf(from)).mergedInto?.documentId).toBe(into);
  };
  await merge();
  await page.getByRole('status').getByRole('button', { name: 'Undo', exact: true }).click();
  await link(page, 'try it first').waitFor();
  expect(await stateOf(from)).toBe('received');

  await merge();
  await link(page, 'is there a trial').click();
  await opened(page)
    .getByRole('button', { name: /^Undo the merge of .*try it first/ })
    .click();
  await link(page, 'try it first').waitFor();
  expect(await stateOf(from)).toBe('received');
});

test('tells when somebody else was faster, shows their version and keeps what was typed', async () => {
  const documentId = await bringIn('Guava: what about holidays?');
  await openInbox(admin, '?search=guava');
  await page.keyboard.press('j');
  await opened(page).getByText('Guava').first().waitFor();
  await page.keyboard.press('e');
  const field = opened(page).getByLabel('Answer to the buyer');
  await field.fill('We are open.');
  await changeElsewhere(documentId, { answer: 'We are closed.', kind: 'objection' });

  await button(page, 'Save').click();
  await told(page, 'Somebody else changed this item meanwhile.');
  await opened(page).getByText('We are closed.').waitFor();
  expect(await field.inputValue()).toBe('We are open.');
  expect((await itemOf(documentId)).answer).toBe('We are closed.');

  await button(page, 'Save').click();
  await field.waitFor({ state: 'detached' });
  expect(await itemOf(documentId)).toMatchObject({ answer: 'We are open.', kind: 'objection' });
});

test('a dialog survives that too: the reason is still there', async () => {
  const documentId = await bringIn('Quince: what about weekends?');
  await openInbox(admin, '?search=quince');
  await page.keyboard.press('j');
  await opened(page).getByText('Quince').first().waitFor();
  await page.keyboard.press('d');
  await dialog(page).getByLabel('Reason').fill('Not on weekends.');
  await changeElsewhere(documentId, { kind: 'request' });
  const decline = dialog(page).getByRole('button', { name: 'Decline', exact: true });
  await decline.click();
  await told(page, 'Somebody else changed this item meanwhile.');
  expect(await dialog(page).getByLabel('Reason').inputValue()).toBe('Not on weekends.');
  await decline.click();
  await dialog(page).waitFor({ state: 'hidden' });
  expect(await itemOf(documentId)).toMatchObject({ state: 'declined', kind: 'request' });
});

test('does one thing to many, and lists what could not be done', async () => {
  const [first, second, third] = [
    await bringIn('Pomelo one'),
    await bringIn('Pomelo two'),
    await bringIn('Pomelo three'),
  ];
  await openInbox(admin, '?search=pomelo&sort=oldest');
  await page.getByRole('checkbox', { name: 'Select page' }).check();
  await page.getByText('3 selected items', { exact: true }).waitFor();
  await changeElsewhere(second, { kind: 'request' });
  await page.getByRole('button', { name: 'Decline…' }).click();
  await dialog(page).getByLabel('Reason').fill('One reason for all.');
  await dialog(page).getByRole('button', { name: 'Decline', exact: true }).click();
  await dialog(page).getByText('1 item could not be changed').waitFor();
  await dialog(page).getByText('“Pomelo two”').waitFor();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'hidden' });
  for (const declined of [first, third]) {
    expect((await itemOf(declined)).declineReason).toBe('One reason for all.');
  }
  expect(await stateOf(second)).toBe('received');

  // It is still selected, and nobody changed it since.
  await page.getByText('1 selected item', { exact: true }).waitFor();
  await page.getByRole('combobox', { name: 'Assign the selected items' }).click();
  await page.getByRole('option', { name: 'Demo Admin' }).click();
  await expectEventually(async () => (await itemOf(second)).owner?.name === 'Demo Admin');
});

test('only shows to who may only read, and says so to who may not', async () => {
  await createUser('reader@example.com', {
    ...{ firstname: 'Reader', actions: ['plugin::buyer-journey.inbox.read'] },
  });
  const reader = await openAdmin(browser, { email: 'reader@example.com' });
  await reader.open(INBOX);
  await rows(reader.page).first().waitFor();
  await reader.page.keyboard.press('j');
  await opened(reader.page).getByRole('heading', { name: 'History' }).waitFor();
  expect(await reader.page.getByRole('checkbox').count()).toBe(0);
  expect(await opened(reader.page).getByText('Where it was said').count()).toBe(0);
  for (const name of ['Accept', 'Decline…', 'Edit the answer', 'Publish the answer']) {
    expect(await button(reader.page, name).count()).toBe(0);
  }
  await reader.page.keyboard.press('d');
  expect(await dialog(reader.page).count()).toBe(0);
  await reader.close();

  await createUser('outsider@example.com', { firstname: 'Outsider' });
  const outsider = await openAdmin(browser, { email: 'outsider@example.com' });
  await outsider.open(INBOX);
  await outsider.page
    .getByText(/permission/i)
    .first()
    .waitFor();
  expect(await rows(outsider.page).count()).toBe(0);
  await outsider.close();
});

test('is a page of its own on a phone, with a way back', async () => {
  const phone = await openAdmin(browser, { width: 390, height: 844 });
  await phone.open(INBOX);
  const words = await rows(phone.page).getByRole('link').first().innerText();
  await rows(phone.page).getByRole('link').first().click();
  const heading = opened(phone.page).getByRole('heading', { level: 2, name: words });
  await heading.waitFor();
  await expectEventually(() => heading.evaluate((element) => element === document.activeElement));
  expect(await rows(phone.page).count()).toBe(0);
  await phone.page.getByRole('link', { name: 'Back to the list' }).click();
  const first = rows(phone.page).getByRole('link').first();
  await expectEventually(() => first.evaluate((element) => element === document.activeElement));
  await phone.close();
});

describe.each([
  ['light', 1280],
  ['dark', 390],
] as const)('%s at %d pixels', (theme, width) => {
  let look: AdminPage;
  beforeAll(async () => {
    look = await openAdmin(browser, { theme, width });
  });
  afterAll(() => look.close());

  async function expectSound(region?: string): Promise<void> {
    expect(await violations(look.page, region)).toEqual([]);
    expect(await scrollsSideways(look.page)).toBe(false);
    expect(look.outside).toEqual([]);
  }
  const openFirst = async () => {
    await look.open(INBOX);
    await rows(look.page).getByRole('link').first().click();
    await opened(look.page).getByRole('heading', { name: 'History' }).waitFor();
  };

  test('the list has no accessibility violations and does not scroll sideways', async () => {
    await look.open(`${INBOX}?kind=question,objection,request&newerThan=365`);
    await rows(look.page).first().waitFor();
    await look.page.getByRole('button', { name: 'Filters', exact: true }).click();
    await look.page.getByRole('checkbox', { name: 'Select page' }).check();
    await expectSound();
  });

  test('nor has an opened item with its answer being written', async () => {
    await openFirst();
    await expectSound();
    await look.page.keyboard.press('e');
    await opened(look.page).getByLabel('Answer to the buyer').waitFor();
    await expectSound();
  });

  test.each([
    ['d', 'Decline'],
    ['m', 'Merge into another item'],
    ['l', 'Link an answer'],
    ['?', 'Keys'],
  ])('nor has the dialog of the key %s', async (key, title) => {
    await openFirst();
    await look.page.keyboard.press(key);
    await dialog(look.page).getByRole('heading', { name: title }).waitFor();
    if (key === 'm' || key === 'l') await dialog(look.page).getByRole('radio').first().waitFor();
    await expectSound('[role=dialog]');
  });
});
