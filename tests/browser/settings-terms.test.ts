/**
 * Stages and personas in the settings: order, edit, languages, retire, merge and switch, on a playground of
 * its own, as all of it changes what other tests look at.
 */
import type { Browser, Page } from 'playwright-core';

import type { Taxonomy } from '../../contracts/taxonomy';
import { adminApi, expectEventually, openAdmin, scrollsSideways, violations } from './admin';
import { launchChromium } from './chromium';
import { holdRequests } from './hold-requests';
import { enter, isFocused, tabTo } from './keyboard';
import startPlayground, { type Playground } from './playground';

const SETTINGS = '/settings/buyer-journey';

let browser: Browser;
beforeAll(async () => {
  await startPlayground();
  browser = await launchChromium();
}, 150_000);
afterAll(async () => {
  await browser.close();
  await (globalThis as Playground).stopPlayground?.();
});

const taxonomy = () => adminApi<Taxonomy>('/buyer-journey/taxonomy');
const stages = async () => (await taxonomy()).stages.map(({ slug }) => slug);
const stage = async (slug: string) => {
  const found = (await taxonomy()).stages.find((one) => one.slug === slug);
  if (!found) throw new Error(`There is no stage ${slug}.`);
  return found;
};
const handle = (page: Page, name: string) => page.getByRole('button', { name: `Move ${name}` });
const menu = (page: Page, name: string) =>
  page.getByRole('button', { name: `Actions for ${name}`, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');

async function choose(page: Page, name: string, action: string): Promise<void> {
  await menu(page, name).click();
  await page.getByRole('menuitem', { name: action }).click();
}

async function settings() {
  const admin = await openAdmin(browser);
  await admin.open(SETTINGS);
  await handle(admin.page, 'Decision').waitFor();
  return admin;
}

describe('the order of the stages', () => {
  test('is changed by keyboard, read out, and undone', async () => {
    const { page, close } = await settings();
    const before = await stages();
    await tabTo(handle(page, 'Decision'));
    await page.keyboard.press('Space');
    await page.getByText('Decision is picked up, at place 3 of 4.').waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowUp');
    await page.getByText('Decision is at place 2 of 4.').waitFor({ state: 'attached' });
    await page.keyboard.press('Space');
    await page.getByText('The order is saved.').waitFor();
    expect(await stages()).toEqual(['awareness', 'decision', 'consideration', 'onboarding']);
    expect(await isFocused(handle(page, 'Decision'))).toBe(true);
    await enter(page.getByRole('button', { name: 'Undo', exact: true }));
    await expectEventually(async () => (await stages()).join() === before.join());
    await close();
  });

  test('is changed by dragging', async () => {
    const { page, close } = await settings();
    const [from, to] = [handle(page, 'Onboarding'), handle(page, 'Awareness')];
    const [start, end] = [await from.boundingBox(), await to.boundingBox()];
    if (!start || !end) throw new Error('There is nothing to drag.');
    await page.mouse.move(start.x + 10, start.y + 10);
    await page.mouse.down();
    await page.mouse.move(start.x + 10, start.y - 20, { steps: 5 });
    await page.mouse.move(end.x + 10, end.y, { steps: 15 });
    await page.mouse.up();
    await page.getByText('The order is saved.').waitFor();
    expect(await stages()).toEqual(['onboarding', 'awareness', 'consideration', 'decision']);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expectEventually(async () => (await stages())[0] === 'awareness');
    await close();
  });

  test('that somebody else changed is shown as it is', async () => {
    const { page, close } = await settings();
    const ids = (await taxonomy()).stages.map(({ documentId }) => documentId);
    const order = [...ids].reverse();
    const body = { order, seen: ids };
    await adminApi('/buyer-journey/taxonomy/stages/order', { method: 'PUT', body });
    await tabTo(handle(page, 'Decision'));
    for (const key of ['Space', 'ArrowUp', 'Space']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(300);
    }
    await page
      .getByText(/Somebody else changed the order/)
      .first()
      .waitFor();
    const names = page.getByRole('list', { name: 'Stages' }).getByRole('listitem');
    await expectEventually(async () => (await names.first().innerText()).includes('Onboarding'));
    const back = { order: ids, seen: order };
    await adminApi('/buyer-journey/taxonomy/stages/order', { method: 'PUT', body: back });
    await close();
  });
});

describe('a stage', () => {
  test('is edited, also in the other languages of the site', async () => {
    const { page, close } = await settings();
    await choose(page, 'Onboarding', 'Edit');
    const question = dialog(page).getByLabel('The buyer’s question');
    await question.first().fill('How do we begin?');
    await dialog(page).getByRole('button', { name: 'Green', exact: true }).click();
    const texts = dialog(page).getByRole('group', { name: 'The buyer’s question' });
    await texts.getByText('How do we begin?').waitFor();
    await texts.getByLabel('German (de)').fill('Wie fangen wir an?');
    await dialog(page).getByLabel('Slug').fill('not a slug');
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await dialog(page).getByText('Letters, digits and - _ . ~ only').waitFor();
    await dialog(page).getByLabel('Slug').fill('onboarding');
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await page.getByText('How do we begin?').waitFor();
    expect(await isFocused(menu(page, 'Onboarding'))).toBe(true);
    const { documentId, buyerQuestion, color } = await stage('onboarding');
    expect([buyerQuestion, color]).toEqual(['How do we begin?', '#328048']);
    const detail = await adminApi<{ translations: Record<string, object> }>(
      `/buyer-journey/taxonomy/stages/${documentId}`
    );
    expect(detail.translations.de).toMatchObject({ question: 'Wie fangen wir an?' });
    await close();
  });

  test('edited by two at once: the later one sees both and decides', async () => {
    const [first, second] = [await settings(), await settings()];
    for (const { page } of [first, second]) {
      await choose(page, 'Consideration', 'Edit');
      await dialog(page).getByLabel('Name').first().waitFor();
    }
    const saveAs = async (page: Page, name: string) => {
      await dialog(page).getByLabel('Name').first().fill(name);
      await dialog(page).getByRole('button', { name: 'Save' }).click();
    };
    await saveAs(first.page, 'Consider');
    await dialog(first.page).waitFor({ state: 'detached' });
    await saveAs(second.page, 'Evaluation');
    const notice = dialog(second.page).getByRole('alert');
    await notice.getByText('Demo Admin saved this while you were editing').waitFor();
    await notice.getByText('Consider', { exact: true }).waitFor();
    await notice.getByText('Evaluation', { exact: true }).waitFor();
    expect(await violations(second.page, '[role=dialog]')).toEqual([]);
    expect((await stage('consideration')).name).toBe('Consider');
    await notice.getByRole('button', { name: 'Overwrite' }).click();
    await dialog(second.page).waitFor({ state: 'detached' });
    expect((await stage('consideration')).name).toBe('Evaluation');

    // And the other way round: theirs is taken, and can be edited on.
    await choose(first.page, 'Consider', 'Edit');
    await dialog(first.page).getByLabel('Name').first().waitFor();
    await choose(second.page, 'Evaluation', 'Edit');
    await dialog(second.page).getByLabel('Name').first().waitFor();
    await saveAs(second.page, 'Consideration');
    await dialog(second.page).waitFor({ state: 'detached' });
    await saveAs(first.page, 'Mine');
    await dialog(first.page).getByRole('button', { name: 'Take theirs' }).click();
    expect(await dialog(first.page).getByLabel('Name').first().inputValue()).toBe('Consideration');
    await first.close();
    await second.close();
  });

  test('that is retired is not offered any more, and can come back', async () => {
    const { page, open, close } = await settings();
    await choose(page, 'Onboarding', 'Retire');
    await page.getByText('“Onboarding” is retired').waitFor();
    await page.getByRole('listitem').getByText('Retired', { exact: true }).waitFor();
    const offered = async () => {
      await open('/plugins/buyer-journey/capture');
      const field = page.getByRole('combobox', { name: 'Stage' });
      await field.click();
      await page.getByRole('option', { name: 'Decision' }).waitFor();
      return page.getByRole('option', { name: 'Onboarding' }).count();
    };
    expect(await offered()).toBe(0);
    await open('/plugins/buyer-journey/coverage');
    await page.getByRole('columnheader', { name: /Retired.*Onboarding/s }).waitFor();
    await open(SETTINGS);
    await choose(page, 'Onboarding', 'Bring back');
    await page.getByText('“Onboarding” is offered again.').waitFor();
    expect(await offered()).toBe(1);
    await close();
  });

  test('is added, and deleted as long as nothing uses it', async () => {
    const { page, close } = await settings();
    await page.getByRole('button', { name: 'Add a stage' }).click();
    await dialog(page).getByRole('textbox', { name: 'Name' }).first().fill('Renewal');
    await page.keyboard.press('Enter');
    await menu(page, 'Renewal').waitFor();
    expect(await stages()).toContain('renewal');
    await choose(page, 'Renewal', 'Delete');
    await dialog(page).getByRole('button', { name: 'Delete' }).click();
    await menu(page, 'Renewal').waitFor({ state: 'detached' });
    await menu(page, 'Decision').click();
    expect(await page.getByRole('menuitem', { name: 'Delete' }).count()).toBe(0);
    await close();
  });
});

test('uses lead to the entries, and a merge shows what it does and is undone', async () => {
  const { page, open, close } = await settings();
  const before = await stage('decision');
  const row = page.getByRole('listitem').filter({ hasText: 'Decision' }).first();
  await row.getByRole('button', { name: /used \d+ times/ }).click();
  await dialog(page).getByRole('link', { name: 'Article' }).click();
  await page.getByRole('button', { name: 'Journey: Decision' }).waitFor();

  await open(SETTINGS);
  await choose(page, 'Decision', 'Merge into');
  await dialog(page).getByRole('heading', { name: 'What is retagged' }).waitFor();
  await dialog(page)
    .getByText(/4 documents, 3 live, 1 in a draft alone/)
    .first()
    .waitFor();
  expect(await violations(page, '[role=dialog]')).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Export list' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('stage-decision-uses.csv');
  await dialog(page).getByRole('combobox', { name: 'Merge into' }).click();
  await page.getByRole('option', { name: 'Onboarding' }).click();
  await dialog(page).getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByText(/“Decision” is part of “Onboarding” now/).waitFor();
  await menu(page, 'Decision').waitFor({ state: 'detached' });
  expect(await stages()).not.toContain('decision');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await menu(page, 'Decision').waitFor();
  expect(await stage('decision')).toEqual(before);

  // The list does the same on another day.
  const { documentId } = await stage('onboarding');
  await adminApi(`/buyer-journey/taxonomy/stages/${before.documentId}/merge`, {
    ...{ method: 'POST', body: { into: documentId } },
  });
  await open(SETTINGS);
  await page.getByRole('button', { name: 'Undo a merge…' }).click();
  await dialog(page)
    .getByLabel('CSV file')
    .setInputFiles(await download.path());
  await dialog(page).getByRole('button', { name: 'Undo' }).click();
  await menu(page, 'Decision').waitFor();
  expect(await stage('decision')).toEqual(before);
  await close();
});

test('what is being written cannot be left: a merge would lose the list that undoes it', async () => {
  const { page, close } = await settings();
  const before = await stage('decision');
  await choose(page, 'Decision', 'Merge into');
  await dialog(page).getByRole('combobox', { name: 'Merge into' }).click();
  await page.getByRole('option', { name: 'Onboarding' }).click();
  const { sent, release } = await holdRequests(page, 'POST', /\/merge$/);
  await dialog(page).getByRole('button', { name: 'Merge', exact: true }).click();
  await sent;
  await page.keyboard.press('Escape');
  await page.mouse.click(4, 4);
  expect(await dialog(page).getByRole('button', { name: 'Cancel' }).isDisabled()).toBe(true);
  release();
  await page.getByText(/“Decision” is part of “Onboarding” now/).waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await menu(page, 'Decision').waitFor();
  expect(await stage('decision')).toEqual(before);
  await close();
});

describe.each([
  ['light', 1280],
  ['dark', 390],
] as const)('the dialogs, %s at %d pixels', (theme, width) => {
  test('have no accessibility violations, and nothing scrolls sideways', async () => {
    const { page, open, close } = await openAdmin(browser, { theme, width });
    await open(SETTINGS);
    await menu(page, 'Decision').waitFor();
    expect(await violations(page)).toEqual([]);
    for (const action of ['Edit', 'Merge into', 'Where it is used']) {
      await choose(page, 'Decision', action);
      // What the mouse is over has a look of Strapi's own, which is too faint in the dark.
      await page.mouse.move(0, 0);
      await dialog(page)
        .getByRole('button', { name: /Save|Merge|Export/ })
        .first()
        .waitFor();
      expect([action, await violations(page, '[role=dialog]')]).toEqual([action, []]);
      expect(await scrollsSideways(page)).toBe(false);
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'detached' });
      expect(await isFocused(menu(page, 'Decision'))).toBe(true);
    }
    await close();
  });
});

// Last, as it leaves other stages behind.
test('another stage model takes over, stage by stage', async () => {
  const { page, close } = await settings();
  await page.getByRole('button', { name: 'Use a stage model' }).click();
  const use = page.getByRole('button', { name: 'Use See, Think, Do, Care' });
  const move = page.getByRole('button', { name: 'Move them to the new stages…' });
  // Whoever thinks better of it is back at the model.
  await use.click();
  await move.waitFor();
  await page.keyboard.press('Escape');
  await move.waitFor({ state: 'detached' });
  await expectEventually(() => isFocused(use));
  await use.click();
  await move.click();
  await page.getByRole('combobox', { name: 'Decision becomes' }).waitFor();
  await page.keyboard.press('Escape');
  await expectEventually(() => isFocused(use));
  await use.click();
  await move.click();
  const mapping = dialog(page).last();
  const goesTo = (name: string) => mapping.getByRole('combobox', { name: `${name} becomes` });
  await goesTo('Onboarding').waitFor();
  expect(await mapping.getByRole('combobox').allInnerTexts()).toEqual([
    ...['See', 'Think', 'Do', 'Care'],
  ]);
  await mapping.getByText(/166 uses will be retagged/).waitFor();
  expect(await violations(page, '[role=dialog]')).toEqual([]);
  await goesTo('Onboarding').click();
  await page.getByRole('option', { name: 'Keep it, retired' }).click();
  await mapping.getByText(/146 uses will be retagged/).waitFor();
  await mapping.getByRole('button', { name: 'Change over' }).click();
  await page.getByText(/Changed over: 4 stages added, 3 moved, 1 retired/).waitFor();
  expect(await stages()).toEqual(['see', 'think', 'do', 'care', 'onboarding']);
  expect((await stage('onboarding')).retired).toBe(true);

  // Three merges are undone one by one: those that are left when it fails can be tried again.
  let asked = 0;
  await page.route(/\/merges\/undo$/, (route) => {
    asked += 1;
    return asked === 2 ? route.abort() : route.continue();
  });
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('2 merges are not undone yet.').waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await menu(page, 'Decision').waitFor();
  expect([(await stage('decision')).uses, (await stage('do')).uses]).toEqual([32, 0]);
  await close();
});
