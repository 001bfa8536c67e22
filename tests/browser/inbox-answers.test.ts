/** What the inbox asks for before an item goes online: its words, a document, and the rep’s approval. */
import type { Browser, Page } from 'playwright-core';

import type { RepRef } from '../../contracts/sales-sourced/items';
import { adminApi, expectEventually, openAdmin, violations, type AdminPage } from './admin';
import { launchChromium } from './chromium';
import {
  bringIn,
  button,
  changeElsewhere,
  dialog,
  itemOf,
  link,
  opened,
  openInbox,
  told,
} from './inbox-page';
import { isFocused } from './keyboard';

const REPS = '/content-manager/collection-types/plugin::buyer-journey.rep';

let browser: Browser;
let admin: AdminPage;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  admin = await openAdmin(browser);
  page = admin.page;
});
afterAll(() => browser.close());

/** A rep who may be named. */
const addRep = (displayName: string) =>
  adminApi<RepRef>(REPS, {
    method: 'POST',
    body: {
      ...{ displayName, slug: displayName.toLowerCase().replaceAll(' ', '-') },
      ...{ bylineConsent: true, active: true, confirmed: true },
    },
  });

async function openItem(words: string): Promise<void> {
  await openInbox(admin, `?search=${words}`);
  await link(page, words).click();
  await opened(page).getByRole('heading', { level: 2 }).waitFor();
}

describe('the dialog that edits an item', () => {
  const field = (name: string) => dialog(page).getByRole('combobox', { name });
  const choose = async (name: string, option: string) => {
    await field(name).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  const save = () => dialog(page).getByRole('button', { name: 'Save', exact: true });
  let documentId: string;
  beforeAll(async () => {
    documentId = await bringIn('Durian: what is the price?');
  });

  test('changes what was said, what it is, and where it belongs', async () => {
    await openItem('Durian');
    await button(page, 'Edit…').click();
    await dialog(page).getByLabel('Buyer’s words').fill('Durian: that is too much money.');
    await choose('Kind', 'Objection');
    await choose('Raised at stage', 'Decision');
    await choose('Resolve by stage', 'Consideration');
    await choose('Personas', 'CFO');
    await page.keyboard.press('Escape');
    expect(await violations(page, '[role=dialog]')).toEqual([]);
    await save().click();
    await dialog(page).waitFor({ state: 'hidden' });
    await opened(page).getByText('raised: Decision → resolve by: Consideration').waitFor();
    expect(await itemOf(documentId)).toMatchObject({
      ...{ buyerWords: 'Durian: that is too much money.', kind: 'objection' },
      ...{ stage: { slug: 'decision' }, resolveByStage: { slug: 'consideration' } },
      ...{ personas: [{ slug: 'cfo' }], state: 'received' },
    });
  });

  test('needs the words, and gives the focus back when it is left', async () => {
    await button(page, 'Edit…').click();
    await dialog(page).getByLabel('Buyer’s words').fill(' ');
    expect(await save().isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    await expectEventually(() => isFocused(button(page, 'Edit…')));
    expect((await itemOf(documentId)).buyerWords).toBe('Durian: that is too much money.');
  });

  test('writes nothing over that somebody else changed and it did not touch', async () => {
    await button(page, 'Edit…').click();
    await dialog(page).getByLabel('Buyer’s words').fill('Durian: far too much money.');
    await changeElsewhere(documentId, { kind: 'loss' });
    await save().click();
    await told(page, 'Somebody else changed this item meanwhile.');
    expect(await dialog(page).getByLabel('Buyer’s words').inputValue()).toMatch(/far too much/);
    await save().click();
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await itemOf(documentId)).toMatchObject({
      ...{ buyerWords: 'Durian: far too much money.', kind: 'loss' },
    });
  });
});

test('makes a draft with all that the item knows, and links it', async () => {
  const { documentId: rep } = await addRep('Rosa Rambutan');
  const documentId = await bringIn('Rambutan: can we see it first?', { contributors: [rep] });
  await changeElsewhere(documentId, { stage: 'decision', personas: ['cfo'] });
  await openItem('Rambutan');
  await button(page, 'Write one').click();
  // An FAQ has no drafts: what is saved there is live at once.
  expect(await page.getByRole('menuitem').allInnerTexts()).toEqual([
    ...['Article', 'Case study', 'Landing page'],
  ]);
  await page.getByRole('menuitem', { name: 'Case study' }).click();
  await page.waitForURL('**/content-manager/collection-types/api::case-study.case-study/*');
  await page.getByRole('heading', { name: 'Rambutan: can we see it first?' }).waitFor();

  const { answers, answered } = await itemOf(documentId);
  expect(answers).toMatchObject([{ typeName: 'Case study', state: 'draft' }]);
  expect(answered).toBe(false);
  const path = `/content-manager/collection-types/api::case-study.case-study/${answers[0]?.documentId ?? ''}`;
  expect(await adminApi(path)).toMatchObject({ title: 'Rambutan: can we see it first?' });
  for (const related of ['Decision', 'CFO', 'Rosa Rambutan']) {
    await page.getByRole('main').getByText(related, { exact: true }).first().waitFor();
  }
});

test('does not publish under a name without approval, unless somebody may and says so', async () => {
  const { documentId: rep } = await addRep('Sam Salak');
  const documentId = await bringIn('Salak: is it sweet?', { rep, contributors: [rep] });
  await changeElsewhere(documentId, { answer: 'It is.' });
  await openItem('Salak');
  await opened(page).getByText('The rep has not approved these words yet.').waitFor();
  await button(page, 'Publish the answer').click();
  await dialog(page).getByText('It waits among their contributions.').waitFor();
  expect(await violations(page, '[role=dialog]')).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'hidden' });
  expect((await itemOf(documentId)).published).toBe(false);

  await button(page, 'Publish the answer').click();
  await dialog(page).getByRole('button', { name: 'Publish without approval' }).click();
  await told(page, 'The answer is online');
  expect(await itemOf(documentId)).toMatchObject({ published: true, wording: 'waiting' });
});
