/** Suggestion rules and tags as CSV in the demo: written, tried, ordered, saved; out and back in. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';

import type { SuggestionRule, SuggestionRules } from '../../contracts/tagging-rules';
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
import { isFocused } from './keyboard';

const TAGGING = '/plugins/buyer-journey/tagging';
const RULES = `${TAGGING}/rules`;
const API = '/buyer-journey/tagging/rules';

let browser: Browser;
let admin: AdminPage;
let page: Page;
const complaints: string[] = [];
beforeAll(async () => {
  browser = await launchChromium();
  admin = await openAdmin(browser);
  page = admin.page;
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterAll(() => browser.close());

const main = () => page.getByRole('main');
const rows = () => main().locator('ol > li p:first-child');
const button = (name: string) => main().getByRole('button', { name, exact: true });
const choose = async (label: string, ...options: string[]) => {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  for (const option of options) {
    await page.getByRole('option', { name: option, exact: true }).click();
  }
};
const done = () => page.getByRole('dialog').getByRole('button', { name: 'Done' });

/** Replaces all rules by these, made of the slugs of stages. */
async function keep(...stages: string[]): Promise<void> {
  const current = await adminApi<SuggestionRules>(API);
  const rules = stages.map((slug, index): SuggestionRule => ({
    ...{ id: `rule${index}`, type: null, personas: [] },
    when: { kind: 'words', in: ['title'], fields: [], words: [slug] },
    stage: current.stages.find((stage) => stage.slug === slug)?.documentId ?? null,
  }));
  await adminApi(API, { method: 'PUT', body: { version: current.version, rules } });
}

test('the settings and the tagging page lead to the rules, and the rules back; without any it says what one could be', async () => {
  await admin.open('/settings/buyer-journey');
  await page.getByRole('link', { name: 'Suggestion rules' }).click();
  await main().getByRole('link', { name: 'Tagging' }).click();
  await page.getByRole('heading', { level: 1, name: 'To tag' }).waitFor();
  await main().getByRole('link', { name: 'Suggestion rules' }).click();
  await main()
    .getByText(/There are no rules yet\. A first one could be/)
    .waitFor();
});

test('rules are put together as sentences, tried, and saved', async () => {
  await button('Add a rule').click();
  await page.getByRole('dialog').getByText('Choose a stage or personas').waitFor();
  expect(await done().isDisabled()).toBe(true);
  expect(await violations(page, '[role=dialog]')).toEqual([]);
  await choose('Content type', 'Case study');
  await choose('Stage', 'Decision');
  await page.getByRole('dialog').getByText('Every Case study is Decision.').waitFor();
  await done().click();
  await rows().getByText('1. Every Case study is Decision.').waitFor();

  await button('Add a rule').click();
  await choose('Content type', 'Article');
  await choose('When', 'When a field has a value');
  await choose('Field', 'category');
  const { category } = await adminApi<{ name: string; values: { value: string }[] }[]>(
    `${API}/fields?type=api::article.article`
  ).then((fields) => ({
    category: fields.find(({ name }) => name === 'category')?.values[0]?.value ?? '',
  }));
  expect(category).not.toBe('');
  await page
    .getByRole('dialog')
    .getByLabel(/^Value/)
    .fill(category);
  await choose('Stage', 'Awareness');
  await done().click();
  await rows().getByText(`2. Every Article whose category is ${category} is Awareness.`).waitFor();

  await button('Add a rule').click();
  await choose('When', 'When it has certain words');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Words' }).fill('cost, pricing');
  await choose('Personas', 'CFO');
  await page.keyboard.press('Escape');
  await done().click();
  await rows().getByText('3. Every entry with cost or pricing in its title is for CFO.').waitFor();
  await main().getByText('There are changes that are not saved.').waitFor();

  await button('Try on tagged entries').click();
  await main()
    .getByText(/^Agrees with \d+ of \d+$/)
    .waitFor();
  await main()
    .getByText(/Of \d+ tagged entries the rules suggest a stage for \d+/)
    .waitFor();
  await main().getByText('Where people said otherwise').waitFor();

  await button('Save').click();
  await page.getByText('The rules are saved').first().waitFor();
  await page.reload();
  await rows().nth(2).waitFor();
  expect((await adminApi<SuggestionRules>(API)).rules).toHaveLength(3);
  expect(await button('Save').isDisabled()).toBe(true);
});

test('a rule is edited in place', async () => {
  await button('Edit rule 1').click();
  await choose('Stage', 'Consideration');
  await done().click();
  await rows().getByText('1. Every Case study is Consideration.').waitFor();
  await expectEventually(() => isFocused(button('Edit rule 1')));
  await button('Discard changes').click();
  await rows().getByText('1. Every Case study is Decision.').waitFor();
});

test('rules are moved with the keyboard, deleted and brought back', async () => {
  await keep('awareness', 'decision', 'consideration');
  await admin.open(RULES);
  const texts = async () => (await rows().allInnerTexts()).map((text) => text.split(' ').at(-1));
  await rows().nth(2).waitFor();
  await button('Move rule 2 down').press('Enter');
  expect(await texts()).toEqual(['Awareness.', 'Consideration.', 'Decision.']);
  // At the end of the list the arrow down leads nowhere.
  expect(await isFocused(button('Move rule 3 up'))).toBe(true);
  await button('Move rule 3 up').press('Enter');
  expect(await isFocused(button('Move rule 2 up'))).toBe(true);
  await button('Delete rule 1').click();
  expect(await texts()).toEqual(['Decision.', 'Consideration.']);
  expect(await isFocused(button('Add a rule'))).toBe(true);
  await button('Undo').click();
  expect(await texts()).toEqual(['Awareness.', 'Decision.', 'Consideration.']);
  expect(await button('Save').isDisabled()).toBe(true);
});

test('what is not saved is not left for another page without a question', async () => {
  await button('Delete rule 1').click();
  const question = page.getByRole('alertdialog');
  await main().getByRole('link', { name: 'Tagging' }).click();
  await question.getByText('There are changes that are not saved.').waitFor();
  expect(await violations(page, '[role=alertdialog]')).toEqual([]);
  await question.getByRole('button', { name: 'Stay' }).click();
  await question.waitFor({ state: 'detached' });
  expect(await rows().count()).toBe(2);
  await main().getByRole('link', { name: 'Tagging' }).click();
  await question.getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('heading', { level: 1, name: 'To tag' }).waitFor();
  await admin.open(RULES);
  await rows().nth(2).waitFor();
});

test('rules that somebody else saved meanwhile are not overwritten', async () => {
  await button('Delete rule 1').click();
  await keep('decision');
  await button('Save').click();
  const alert = main()
    .getByRole('alert')
    .filter({ hasText: 'Somebody else saved rules meanwhile' });
  await alert.waitFor();
  expect(await button('Save').isDisabled()).toBe(true);
  await alert.getByRole('button', { name: /Load theirs/ }).click();
  await expectEventually(async () => (await rows().count()) === 1);
  await alert.waitFor({ state: 'detached' });
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('409')));
});

describe('tags as CSV', () => {
  const importFile = async (content: string) => {
    await page.getByLabel('CSV file').setInputFiles({
      ...{ name: 'tags.csv', mimeType: 'text/csv', buffer: Buffer.from(content) },
    });
  };
  const fromMenu = async (name: string) => {
    await button('Tags as CSV').click();
    await page.getByRole('menuitem', { name }).click();
  };
  let file: string;

  test('go out from the tagging page', async () => {
    await admin.open(TAGGING);
    const [download] = await Promise.all([page.waitForEvent('download'), fromMenu('Export tags')]);
    file = readFileSync(await download.path(), 'utf8');
    expect(file).toMatch(/^\uFEFFtype,documentId,locale,title,stage,personas,contributors\r\n/);
  });

  test('say what is wrong with a file, and change nothing', async () => {
    await fromMenu('Import tags');
    const dialog = page.getByRole('dialog');
    await importFile('type,documentId,stage\napi::article.article,nowhere,decision\n');
    await dialog.getByText('Row 2, documentId').waitFor();
    expect(await dialog.getByRole('button', { name: 'Import' }).count()).toBe(0);
    expect(await violations(page, '[role=dialog]')).toEqual([]);
  });

  test('come back after a look at what would change', async () => {
    const dialog = page.getByRole('dialog');
    await importFile(file);
    await dialog.getByText(/: 0 with new tags, \d+ unchanged/).waitFor();
    expect(await dialog.getByRole('button', { name: 'Import' }).isDisabled()).toBe(true);
    const line = file.split('\r\n').find((row) => row.includes(',awareness,')) ?? '';
    const [type, documentId] = line.split(',');
    const changed = `type,documentId,locale,stage\n${type},${documentId},en,decision\n`;
    await importFile(changed);
    await dialog.getByText('1 row: 1 with new tags, 0 unchanged').waitFor();
    await dialog.getByText('Drafts alone').click();
    await dialog.getByText('1 row: 1 with new tags, 0 unchanged').waitFor();
    await dialog.getByRole('button', { name: 'Import' }).click();
    await page.getByText('1 entry has new tags').first().waitFor();
    await expectEventually(() => isFocused(button('Tags as CSV')));
  });
});

test('whoever may only tag has no rules to edit', async () => {
  const email = 'rula.regel@example.com';
  await createUser(email, { firstname: 'Rula', actions: ['plugin::buyer-journey.tagging.tag'] });
  const tagger = await openAdmin(browser, { email });
  await tagger.open(RULES);
  await tagger.page
    .getByText(/permission/i)
    .first()
    .waitFor();
  expect(await tagger.page.getByRole('button', { name: 'Add a rule' }).count()).toBe(0);
  await tagger.close();
});

describe.each([
  ['light', 1280],
  ['dark', 390],
] as const)('%s at %d pixels', (theme, width) => {
  test('has no accessibility violations and does not scroll sideways', async () => {
    await keep('awareness', 'decision');
    const look = await openAdmin(browser, { theme, width });
    await look.open(RULES);
    await look.page.getByRole('button', { name: 'Try on tagged entries' }).click();
    await look.page.getByText(/Suggests a stage for/).waitFor();
    expect(await violations(look.page)).toEqual([]);
    expect(await scrollsSideways(look.page)).toBe(false);
    expect(look.outside).toEqual([]);
    await look.close();
  });
});

test('all of it without a complaint in the console', async () => {
  await keep();
  expect(complaints).toEqual([]);
});
