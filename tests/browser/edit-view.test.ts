/** Stage, personas and contributors chosen beside an entry, through the form that every field uses. */
import type { Browser, Locator, Page } from 'playwright-core';

import {
  adminApi,
  expectEventually,
  openAdmin,
  playgroundUrl,
  scrollsSideways,
  violations,
  type AdminPage,
} from './admin';
import { launchChromium } from './chromium';
import { chip, deleteDocument, documentIdFrom, panel, save, tagsOf, toast } from './edit-view-page';
import { isFocused, tabTo } from './keyboard';

const ARTICLE = 'api::article.article';
const CASE_STUDY = 'api::case-study.case-study';
const FAQ = 'api::faq.faq';
const LIST = '/content-manager/collection-types';

let browser: Browser;
let admin: AdminPage;
let page: Page;
const made: [string, string][] = [];
beforeAll(async () => {
  browser = await launchChromium();
  admin = await openAdmin(browser);
  page = admin.page;
});
afterAll(async () => {
  for (const [type, documentId] of made) await deleteDocument(type, documentId);
  await browser.close();
});

async function create(type: string, data: object): Promise<string> {
  const { documentId } = await adminApi<{ documentId: string }>(`${LIST}/${type}`, {
    method: 'POST',
    body: data,
  });
  made.push([type, documentId]);
  return documentId;
}

const open = async (type: string, documentId: string, query = '') => {
  await admin.open(`${LIST}/${type}/${documentId}${query}`);
  await chip(page, 'Awareness').waitFor();
};
/** Types into the search for contributors. */
async function search(on: Page, words: string): Promise<void> {
  await panel(on).getByRole('combobox', { name: 'Contributors' }).click();
  await on.keyboard.press('Control+A');
  await on.keyboard.type(words, { delay: 30 });
}
const checked = (target: Locator) =>
  target.evaluate((element) => element.getAttribute('aria-checked') ?? element.ariaPressed);

describe('an article', () => {
  test('is given its tags while it is being created, saved with them, and shows them again', async () => {
    await open(ARTICLE, 'create');
    await page.getByRole('textbox', { name: /^title/ }).fill('Mooring in the dark');
    await page.getByRole('textbox', { name: /^slug/ }).fill('mooring-in-the-dark');
    expect(await page.getByRole('combobox', { name: /journeyStage/ }).count()).toBe(0);
    await panel(page).getByText('No stage chosen.').waitFor();

    await chip(page, 'Decision').click();
    await chip(page, 'CFO').click();
    await panel(page)
      .getByText(/^(Fills a gap|Already on target): \d+ of \d+$/)
      .waitFor();
    await search(page, 'maya');
    await page.getByRole('option', { name: 'Maya Rensdal' }).click();
    await save(page);

    const documentId = documentIdFrom(page);
    made.push([ARTICLE, documentId]);
    const tags = { journeyStage: ['Decision'], personas: ['CFO'], contributors: ['Maya Rensdal'] };
    expect(await tagsOf(ARTICLE, documentId)).toEqual(tags);
    await page.reload();
    await expectEventually(async () => (await checked(chip(page, 'Decision'))) === 'true');
    expect(await checked(chip(page, 'CFO'))).toBe('true');
    await panel(page).getByRole('button', { name: 'Remove Maya Rensdal' }).waitFor();
  });

  test('changes and clears them; the form knows, and warns before it is left', async () => {
    const documentId = await create(ARTICLE, { title: 'Fog', slug: 'fog' });
    await open(ARTICLE, documentId);
    const saveButton = page.getByRole('button', { name: 'Save', exact: true });
    expect(await saveButton.isDisabled()).toBe(true);
    await chip(page, 'Awareness').click();
    await expectEventually(() => saveButton.isEnabled());
    // What is chosen again is chosen no more, and nothing is left to save.
    await chip(page, 'Awareness').click();
    await expectEventually(() => saveButton.isDisabled());

    await chip(page, 'Onboarding').click();
    await page.getByRole('link', { name: 'Case study' }).click();
    await page
      .getByRole('alertdialog')
      .getByText(/want to leave this page/i)
      .waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    expect(await checked(chip(page, 'Onboarding'))).toBe('true');
    await save(page);
    expect(await tagsOf(ARTICLE, documentId)).toMatchObject({ journeyStage: ['Onboarding'] });
    await chip(page, 'Consideration').click();
    await save(page);
    expect(await tagsOf(ARTICLE, documentId)).toMatchObject({ journeyStage: ['Consideration'] });
    await chip(page, 'Consideration').click();
    await save(page);
    expect(await tagsOf(ARTICLE, documentId)).toMatchObject({ journeyStage: [] });
  });

  test('keeps its draft’s tags apart from what is live until it is published', async () => {
    const documentId = await create(ARTICLE, { title: 'Ice', slug: 'ice' });
    await adminApi(`${LIST}/${ARTICLE}/${documentId}/actions/publish`, {
      method: 'POST',
      body: {},
    });
    await open(ARTICLE, documentId);
    await chip(page, 'Decision').click();
    await save(page);
    expect(await tagsOf(ARTICLE, documentId, 'published')).toMatchObject({ journeyStage: [] });

    await page.getByRole('tab', { name: 'Published' }).click();
    await panel(page).getByText('None').first().waitFor();
    expect(await panel(page).getByRole('radio').count()).toBe(0);
    await page.getByRole('tab', { name: 'Draft' }).click();
    await chip(page, 'Decision').waitFor();

    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await toast(page, 'Published document');
    expect(await tagsOf(ARTICLE, documentId, 'published')).toMatchObject({
      journeyStage: ['Decision'],
    });
    await panel(page)
      .getByText(/^Counts here: /)
      .first()
      .waitFor();
  });

  test('hands its tags on to its other languages, and takes theirs', async () => {
    const documentId = await create(ARTICLE, { title: 'Tide', slug: 'tide' });
    await open(ARTICLE, documentId);
    await chip(page, 'Awareness').click();
    await save(page);
    await open(ARTICLE, documentId, '?plugins[i18n][locale]=de');
    await page.getByRole('textbox', { name: /^title/ }).fill('Gezeiten');
    await page.getByRole('textbox', { name: /^slug/ }).fill('gezeiten');
    await save(page);
    await expectEventually(async () => (await checked(chip(page, 'Awareness'))) === 'true');
    await chip(page, 'Decision').click();
    await save(page);
    await open(ARTICLE, documentId, '?plugins[i18n][locale]=en');
    await expectEventually(async () => (await checked(chip(page, 'Decision'))) === 'true');
  });

  test('is saved as a whole or not at all when a rep may not be named any more', async () => {
    const reps =
      await adminApi<{ documentId: string; displayName: string }[]>('/buyer-journey/reps');
    const tom = reps.find(({ displayName }) => displayName === 'Tom Bracewell')?.documentId ?? '';
    const documentId = await create(ARTICLE, { title: 'Swell', slug: 'swell' });
    await open(ARTICLE, documentId);
    // Who never consented is not offered at all.
    await search(page, 'oostwal');
    await page.getByText('No rep who consented to a byline is called that.').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('bracewell', { delay: 30 });
    await page.getByRole('option', { name: 'Tom Bracewell' }).click();
    await adminApi(`/buyer-journey/reps/${tom}/deactivate`, { method: 'POST', body: {} });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await panel(page).getByRole('alert').getByText('needs the consent of the rep').waitFor();
    await panel(page).getByRole('button', { name: 'Remove Tom Bracewell' }).click();
    await panel(page).getByRole('alert').waitFor({ state: 'detached' });
    expect(await tagsOf(ARTICLE, documentId)).toMatchObject({ contributors: [] });
    await adminApi(`/buyer-journey/reps/${tom}/activate`, { method: 'POST', body: {} });
  });
});

test('a type that needs a stage says so at the stage when publishing, and publishes with one', async () => {
  const documentId = await create(CASE_STUDY, { title: 'Lock', slug: 'lock' });
  await open(CASE_STUDY, documentId);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const alert = panel(page).getByRole('alert');
  await alert.getByText('Choose a stage: without one, this cannot be published.').waitFor();
  await expectEventually(() => isFocused(chip(page, 'Awareness')));
  expect(await violations(page, 'aside:has([role=radiogroup]) > *')).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await toast(page, 'Published document');
  expect(await tagsOf(CASE_STUDY, documentId, 'published')).toMatchObject({
    journeyStage: ['Consideration'],
  });
});

test('a type without drafts is tagged and live at once', async () => {
  const documentId = await create(FAQ, { question: 'Is it dark?', slug: 'is-it-dark' });
  await open(FAQ, documentId);
  await chip(page, 'Awareness').click();
  await save(page);
  expect(await tagsOf(FAQ, documentId)).toMatchObject({ journeyStage: ['Awareness'] });
  await panel(page)
    .getByText(/^Counts here: /)
    .waitFor();
});

test('by keyboard alone: one stop for the stages, arrows choose, space takes back', async () => {
  const documentId = await create(ARTICLE, { title: 'Keys', slug: 'keys' });
  await open(ARTICLE, documentId);
  await tabTo(chip(page, 'Awareness'));
  await page.keyboard.press('ArrowRight');
  expect(await checked(chip(page, 'Consideration'))).toBe('true');
  await panel(page)
    .getByText(/^Buyers ask: /, { exact: false })
    .first()
    .waitFor();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  expect(await checked(chip(page, 'Awareness'))).toBe('true');
  await page.keyboard.press('Space');
  expect(await checked(chip(page, 'Awareness'))).toBe('false');
  await page.keyboard.press('End');
  expect(await panel(page).locator('[role=radio][tabindex="0"]').count()).toBe(1);

  await page.keyboard.press('Tab');
  expect(await isFocused(chip(page, 'Head of operations'))).toBe(true);
  await page.keyboard.press('Space');
  await tabTo(panel(page).getByRole('combobox', { name: 'Contributors' }));
  await page.keyboard.type('ana');
  await page.getByRole('option', { name: 'Ana Holtmann' }).waitFor();
  await page.keyboard.press('ArrowDown');
  // Longer than it takes the field to search, and to be drawn anew.
  await page.waitForTimeout(800);
  await page.keyboard.press('Enter');
  const remove = panel(page).getByRole('button', { name: 'Remove Ana Holtmann' });
  await remove.waitFor();
  await tabTo(remove);
  await save(page, () => page.keyboard.press('Control+Enter'));
  expect(await tagsOf(ARTICLE, documentId)).toEqual({
    journeyStage: ['Onboarding'],
    personas: ['Head of operations'],
    contributors: ['Ana Holtmann'],
  });
});

describe('what the panel does not know stays with Strapi’s own inputs', () => {
  test('a relation of another kind', async () => {
    await page.route('**/content-manager/init', async (route) => {
      const text = await (await route.fetch()).text();
      const target = '"target":"plugin::buyer-journey.stage"';
      const strange = text.replaceAll(
        new RegExp(`"relation":"manyToOne",${target}`, 'g'),
        `"relation":"oneToOne",${target}`
      );
      expect(strange).not.toBe(text);
      await route.fulfill({ body: strange, contentType: 'application/json' });
    });
    await admin.open(`${LIST}/${ARTICLE}/create`);
    await page.getByRole('combobox', { name: /journeyStage/ }).waitFor();
    await chip(page, 'CFO').waitFor();
    expect(await panel(page).getByRole('radio').count()).toBe(0);
    await page.unrouteAll();
  });

  test('a value in the form that it cannot read', async () => {
    const documentId = await create(ARTICLE, { title: 'Odd', slug: 'odd' });
    await adminApi(`${LIST}/${ARTICLE}/${documentId}?locale=de`, {
      method: 'PUT',
      body: { title: 'Seltsam', slug: 'seltsam' },
    });
    await open(ARTICLE, documentId);
    await page.route('**/get-fill-from-locale/**', async (route) => {
      const answer = (await (await route.fetch()).json()) as { data: object };
      await route.fulfill({
        json: { ...answer, data: { ...answer.data, journeyStage: { set: [] } } },
      });
    });
    await page.getByRole('button', { name: 'Fill in from another locale' }).click();
    await page.getByRole('dialog').or(page.getByRole('alertdialog')).getByRole('combobox').click();
    await page.getByRole('option', { name: /German/ }).click();
    await page.getByRole('button', { name: /Yes, fill in/ }).click();
    await panel(page).getByText('The form holds something here').waitFor();
    expect(await panel(page).getByRole('radio').count()).toBe(0);
    await save(page);
    await page.getByRole('combobox', { name: /journeyStage/ }).waitFor();
    await page.unrouteAll();
  });
});

test('“Configure the view” still has the fields, and saves them', async () => {
  await admin.open(`${LIST}/${ARTICLE}/configurations/edit`);
  await page
    .getByRole('button', { name: /journeyStage/ })
    .first()
    .waitFor();
  await page
    .getByRole('button', { name: /personas/ })
    .first()
    .waitFor();
});

describe.each([
  ['light', 1280],
  ['dark', 390],
] as const)('%s at %d pixels', (theme, width) => {
  test('has no accessibility violations and does not scroll sideways', async () => {
    const look = await openAdmin(browser, { theme, width });
    await look.open(`${LIST}/${ARTICLE}/create`);
    if (width < 1000)
      await look.page
        .getByRole('button', { name: /open|more|actions/i })
        .last()
        .click();
    await chip(look.page, 'Decision').click();
    await chip(look.page, 'CFO').click();
    await panel(look.page)
      .getByText(/^(Fills a gap|Already on target): /)
      .waitFor();
    expect(await violations(look.page, 'aside:has([role=radiogroup]) > *')).toEqual([]);
    expect(await scrollsSideways(look.page)).toBe(false);
    expect(look.outside.filter((url) => !url.startsWith(playgroundUrl()))).toEqual([]);
    await look.close();
  });
});
