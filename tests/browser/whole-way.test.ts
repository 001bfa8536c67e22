/**
 * The whole way of what a buyer said, as one story: captured on a phone, heard again, triaged, answered
 * in three ways, public with a byline and nothing private, and without the byline once consent is gone.
 */
import type { Browser, Page } from 'playwright-core';

import { ROLE_DEFINITIONS } from '../../server/src/sales-sourced/suggested-roles/definitions';
import { adminApi, createUser, expectEventually, openAdmin, type AdminPage } from './admin';
import * as capture from './capture-pages';
import { launchChromium } from './chromium';
import * as inbox from './inbox-page';
import { enter, isFocused, tabTo } from './keyboard';
import { bylines, publicEntries, readPublic } from './public-entries';

const REP = { email: 'wanda.wegner@example.com', firstname: 'Wanda', lastname: 'Wegner' };
const COLLEAGUE = { email: 'viktor.veit@example.com', firstname: 'Viktor', lastname: 'Veit' };
const MARKETER = { email: 'mona.marsch@example.com', firstname: 'Mona', lastname: 'Marsch' };
const BYLINE = 'Wanda Wegner';

/** Answered by a live document, and by one that is written for it. */
const QUESTION = 'Does the zamboni plan follow the tide tables?';
/** Answered in words of its own. */
const OBJECTION = 'Our customs officers will never trust the zamboni.';
const ANSWER = 'They sign off the ice themselves, on a screen of their own.';
const LIVE = 'Training planners on the night shift';

/** What only colleagues may know. */
const ACCOUNT = 'Glacier Bay Authority';
const CRM_REFERENCE = 'CRM-70717';
const SECRETS = [ACCOUNT, CRM_REFERENCE, 'capture:', REP.email, COLLEAGUE.email, MARKETER.email];

let browser: Browser;
let phone: AdminPage;
let marketing: AdminPage;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  const actionsOf = (role: string) => ROLE_DEFINITIONS.find(({ code }) => code === role)?.actions;
  await createUser(REP.email, { ...REP, actions: actionsOf('sales-rep') });
  await createUser(COLLEAGUE.email, { ...COLLEAGUE, actions: actionsOf('sales-rep') });
  // Marketing writes content as well, as Strapi's editors do.
  const writers = { actions: actionsOf('content-marketer'), roles: ['strapi-editor'] };
  await createUser(MARKETER.email, { ...MARKETER, ...writers });
  phone = await openAdmin(browser, { email: REP.email, ...capture.PHONE });
  marketing = await openAdmin(browser, { email: MARKETER.email });
  page = marketing.page;
});
afterAll(() => browser.close());

const ofMine = (words: string) => capture.myItem(phone.page, words);
const press = (key: string) => page.keyboard.press(key);

const ITEMS = '/buyer-journey/sales-sourced';
const ZAMBONI = `${ITEMS}?filters[buyerWords][$contains]=zamboni`;
const read = (path: string) => publicEntries(path, SECRETS);
const WITH_BYLINE = `${ZAMBONI}&populate=contributors,stage,personas`;
const ARTICLE = `/articles?filters[title][$eq]=${encodeURIComponent(QUESTION)}`;

test('a rep captures a question on a phone, with a byline and under ten keys', async () => {
  await capture.openCapture(phone);
  await phone.page.keyboard.type(QUESTION);
  expect(await phone.page.getByLabel('Name to show').inputValue()).toBe(BYLINE);
  const consent = phone.page.getByRole('checkbox', { name: /My name may appear/ });
  expect(await consent.isChecked()).toBe(false);
  const tabs = await tabTo(consent);
  await phone.page.keyboard.press('Space');
  await phone.page.keyboard.press('Control+Enter');
  await capture.saved(phone.page).waitFor();
  expect(tabs + 2).toBeLessThan(10);
  expect(await inbox.itemInInbox('zamboni')).toMatchObject({
    ...{ buyerWords: QUESTION, kind: 'question', rep: { displayName: BYLINE } },
  });
});

test('and an objection, with what is to stay inside', async () => {
  await expectEventually(() => isFocused(capture.box(phone.page)));
  await phone.page.keyboard.type(OBJECTION);
  await enter(phone.page.getByRole('button', { name: '+ account (private)' }));
  await expectEventually(() => isFocused(phone.page.getByLabel('Account')));
  await phone.page.keyboard.type(ACCOUNT);
  await tabTo(phone.page.getByLabel('CRM reference'));
  await phone.page.keyboard.type(CRM_REFERENCE);
  await phone.page.keyboard.press('Control+Enter');
  await capture.saved(phone.page).waitFor();
  expect((await inbox.itemInInbox('customs officers')).kind).toBe('objection');
});

test('a colleague finds it while typing, and hears it too', async () => {
  const colleague = await openAdmin(browser, { email: COLLEAGUE.email });
  await capture.openCapture(colleague);
  await colleague.page.keyboard.type('customs officers never trust a zamboni');
  const similar = capture.heardBefore(colleague.page).getByRole('listitem');
  const objection = similar.filter({ hasText: OBJECTION });
  await objection.getByText('heard once').waitFor();
  await objection.getByRole('button', { name: 'I hear this too' }).click();
  await objection.getByText('heard 2 times').waitFor();
  await colleague.close();
  expect((await inbox.itemInInbox('customs officers')).heard).toBe(2);
});

describe('marketing, with the keyboard alone,', () => {
  const dialog = () => inbox.dialog(page);
  const heading = (words: string) =>
    inbox.opened(page).getByRole('heading', { level: 2, name: words });

  test('finds both items, accepts them, and starts on one', async () => {
    await marketing.open(inbox.INBOX);
    await tabTo(page.getByLabel('Search what buyers said'));
    await page.keyboard.type('zamboni');
    await press('Enter');
    await expectEventually(async () => (await inbox.rows(page).count()) === 2);
    // Heard twice, it comes first.
    await enter(inbox.rows(page).first().getByRole('link', { name: OBJECTION }));
    await heading(OBJECTION).waitFor();
    await inbox.opened(page).getByText(ACCOUNT).waitFor();
    await press('a');
    await inbox.told(page, /“Our customs officers.+ is now in “Accepted”/);
    await heading(QUESTION).waitFor();
    await press('a');
    await inbox.told(page, /“Does the zamboni.+ is now in “Accepted”/);
    await heading(OBJECTION).waitFor();
    await press('o');
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await enter(inbox.button(page, 'Start'));
    await inbox.button(page, 'Stop').waitFor();
    await expectEventually(() => isFocused(inbox.link(page, 'customs officers')));
    expect(await inbox.itemInInbox('customs officers')).toMatchObject({
      ...{ state: 'in_progress', owner: { name: 'Mona Marsch' } },
    });
    expect((await inbox.itemInInbox('tide tables')).state).toBe('accepted');
  });

  test('writes an answer, which waits for the rep before it goes online', async () => {
    await press('e');
    const field = inbox.opened(page).getByLabel('Answer to the buyer');
    await field.waitFor();
    await expectEventually(() => isFocused(field));
    await page.keyboard.type(ANSWER);
    await press('Control+Enter');
    await field.waitFor({ state: 'detached' });
    await enter(inbox.button(page, 'Publish the answer'));
    await dialog().getByText('has not approved the wording yet').waitFor();
    expect(
      await dialog()
        .getByRole('button', { name: /^Publish/ })
        .count()
    ).toBe(0);
    await press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    expect(await read(ZAMBONI)).toEqual([]);
  });

  test('links a live document to the other one', async () => {
    await enter(inbox.link(page, 'tide tables'));
    await heading(QUESTION).waitFor();
    await press('l');
    await expectEventually(() => isFocused(dialog().getByLabel('Search documents and drafts')));
    await page.keyboard.type(LIVE);
    await expectEventually(async () => (await dialog().getByRole('radio').count()) === 1);
    await tabTo(dialog().getByRole('radio', { name: LIVE }));
    await press('Space');
    await enter(dialog().getByRole('button', { name: 'Link', exact: true }));
    await dialog().waitFor({ state: 'hidden' });
    const answer = inbox.opened(page).getByRole('listitem').filter({ hasText: LIVE });
    await answer.getByText('Live', { exact: true }).waitFor();
    expect((await inbox.itemInInbox('tide tables')).answered).toBe(true);
  });

  test('has a draft made for it, and publishes that', async () => {
    await enter(inbox.button(page, 'Write one'));
    const article = page.getByRole('menuitem', { name: 'Article' });
    await article.waitFor();
    await expectEventually(() => isFocused(article));
    await press('Enter');
    await page.waitForURL('**/content-manager/collection-types/api::article.article/*');
    await page.getByRole('heading', { name: QUESTION }).waitFor();
    expect(await read(ARTICLE)).toEqual([]);
    // The editor of the Content Manager keeps the Tab key for itself.
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Published document').first().waitFor();
    const { documentId } = await inbox.itemInInbox('tide tables');
    const states = (await inbox.itemOf(documentId)).answers.map(({ state }) => state);
    expect(states).toEqual(['live', 'live']);
  });
});

test('the rep approves the wording, and marketing puts it online', async () => {
  await phone.open(capture.MINE);
  await ofMine(OBJECTION).getByText('In progress.').waitFor();
  await ofMine(OBJECTION).getByText(ANSWER).waitFor();
  await ofMine(OBJECTION).getByRole('button', { name: 'Approve' }).click();
  await ofMine(OBJECTION).getByRole('button', { name: 'Approve' }).waitFor({ state: 'detached' });

  await marketing.open(`${inbox.INBOX}?search=zamboni`);
  await enter(inbox.link(page, 'customs officers'));
  await enter(inbox.button(page, 'Publish the answer'));
  await inbox.told(page, 'The answer is online');
  await expectEventually(() => isFocused(inbox.link(page, 'customs officers')));
});

test('the public reads both answers with the byline, and nothing private', async () => {
  const found = await read(WITH_BYLINE);
  expect(found).toMatchObject([
    { buyerWords: OBJECTION, contributors: [{ displayName: BYLINE }], stage: null, personas: [] },
  ]);
  expect(JSON.stringify(found)).toContain(ANSWER);
  const item = `${ITEMS}/${found[0]?.documentId ?? ''}`;
  for (const path of [
    `${item}?populate=*`,
    `${item}?populate[contributors][populate]=*`,
    `${ARTICLE}&populate=*`,
    `${ARTICLE}&populate[contributors][populate]=*`,
  ]) {
    expect({ path, names: bylines(await read(path)) }).toEqual({ path, names: [[BYLINE]] });
  }
  await read('/buyer-journey/reps?populate=*');

  for (const query of [
    ...['populate=rep', 'populate=owner', 'fields=account', 'sort=crmReference'],
    ...[`filters[account][$eq]=${ACCOUNT}`, 'filters[rep][email][$contains]=@', 'status=draft'],
    'populate[contributors][fields]=email',
  ]) {
    const { text } = await readPublic(`${item}?${query}`);
    const told = [...SECRETS, 'Mona'].filter((secret) => text.includes(secret));
    expect({ query, told }).toEqual({ query, told: [] });
  }
});

test('the rep sees both answered, and who heard the same', async () => {
  await phone.page.reload();
  const objection = ofMine(OBJECTION);
  await objection.getByText('Answered on the website.').waitFor();
  await objection.getByText(/heard 2 times · also heard by Viktor Veit/).waitFor();
  await ofMine(QUESTION).getByText('Answered on the website.').waitFor();
});

test('the rep withdraws the consent, and no byline is left in public', async () => {
  await capture.editConsent(phone.page, false);
  await phone.page.getByRole('button', { name: 'Withdraw my consent' }).click();
  await phone.page.getByText('Your name does not appear on the website.').waitFor();
  const withByline = [WITH_BYLINE, `${ARTICLE}&populate=contributors`];
  for (const path of withByline) {
    expect({ path, names: bylines(await read(path)) }).toEqual({ path, names: [[]] });
  }
  for (const path of [...withByline, '/buyer-journey/reps?pagination[pageSize]=100']) {
    expect((await readPublic(path)).text).not.toContain(BYLINE);
  }
  const named = `${ITEMS}?filters[contributors][displayName][$eq]=${encodeURIComponent(BYLINE)}`;
  expect(await read(named)).toEqual([]);
  expect(await adminApi(`${inbox.ITEMS}?search=zamboni`)).toHaveLength(2);
});
