/** The tagging page of the demo: one entry after the other by keyboard, and many at once. */
import type { Browser, Page } from 'playwright-core';

import type { Queue } from '../../contracts/tagging-queue';
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
import { isFocused } from './keyboard';

const TAGGING = '/plugins/buyer-journey/tagging';
const FAQ = 'api::faq.faq';
const FAQS = `/content-manager/collection-types/${FAQ}`;

let browser: Browser;
let admin: AdminPage;
let page: Page;
const added: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  admin = await openAdmin(browser);
  page = admin.page;
});
afterAll(async () => {
  await removeFaqs(added);
  await browser.close();
});

interface Faq {
  documentId: string;
  journeyStage?: { name: string } | null;
  personas?: { name?: string; count?: number }[] | { count: number };
}

/** Adds untagged entries whose titles begin with `word`; the last one is the first of the queue. */
async function addFaqs(word: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let number = count; number >= 1; number -= 1) {
    const body = {
      question: `${word} ${number}`,
      slug: `${word.toLowerCase()}-${number}`,
      answer: `What **${word}** number ${number} is about.`,
    };
    const { documentId } = await adminApi<Faq>(FAQS, { method: 'POST', body });
    ids.unshift(documentId);
    added.push(documentId);
  }
  return ids;
}

async function removeFaqs(documentIds: string[]): Promise<void> {
  await adminApi(`${FAQS}/actions/bulkDelete`, { method: 'POST', body: { documentIds } }).catch(
    () => undefined
  );
}

/** Of each entry whose title has the word: title, stage and personas, as the API tells. */
async function tagged(word: string): Promise<string[]> {
  const response = await fetch(
    `${playgroundUrl()}/buyer-journey/tagging/queue?without=any&pageSize=100&words=${word}`,
    {
      headers: {
        authorization: `Bearer ${process.env.PLAYGROUND_TOKEN ?? ''}`,
        connection: 'close',
      },
    }
  );
  const { data } = (await response.json()) as Queue;
  return data
    .filter(({ stage }) => stage !== null)
    .map(({ title, stage, personas }) =>
      [title, stage?.name, ...personas.map(({ name }) => name)].join(' | ')
    );
}

const heading = (of: Page, title: string) =>
  of.getByRole('heading', { level: 2, name: title, exact: true });
const open = async (query: string, title: string) => {
  await admin.open(`${TAGGING}?${query}`);
  await heading(page, title).waitFor();
};

test('is in the main menu and tells how many are left', async () => {
  await admin.open('/');
  await page.getByRole('link', { name: 'Tagging' }).click();
  await page.getByText(/^\d+ left of \d+$/).waitFor();
});

test('a hundred entries are tagged by keyboard alone, and nobody waits for the server', async () => {
  await addFaqs('Quokka', 100);
  await open('words=Quokka', 'Quokka 1');
  const start = Date.now();
  for (let number = 1; number <= 100; number += 1) {
    await heading(page, `Quokka ${number}`).waitFor();
    await page.keyboard.press(number % 2 === 0 ? '3' : '1');
    if (number % 5 === 0) await page.keyboard.press('c');
    await page.keyboard.press('Enter');
  }
  await heading(page, 'All tagged').waitFor();
  const seconds = (Date.now() - start) / 1000;
  process.stdout.write(`100 entries by keyboard: ${seconds.toFixed(1)} s of the page’s own time\n`);
  expect(seconds).toBeLessThan(60);
  // What is under way in the background comes to its end.
  await page.waitForLoadState('networkidle');
  await expectEventually(async () => (await tagged('Quokka')).length === 100);
  const lines = await tagged('Quokka');
  expect(lines[0]).toMatch(/^Quokka 1 \| Awareness$/);
  expect(lines[1]).toMatch(/^Quokka 2 \| Decision$/);
  expect(lines[9]).toMatch(/^Quokka 10 \| Decision \| CFO$/);
}, 120_000);

test('U undoes, S skips, K goes back, and Enter without a choice does nothing', async () => {
  await addFaqs('Numbat', 3);
  await open('words=Numbat', 'Numbat 1');
  await page.keyboard.press('Enter');
  await page.getByText('Choose what it lacks first, or skip it.').waitFor();
  await heading(page, 'Numbat 1').waitFor();
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await heading(page, 'Numbat 2').waitFor();
  await page.getByText('2 left of 3').waitFor();
  await expectEventually(async () => (await tagged('Numbat')).length === 1);
  await page.keyboard.press('u');
  await heading(page, 'Numbat 1').waitFor();
  await page.getByText('3 left of 3').waitFor();
  expect(await page.getByRole('radio', { name: /Consideration/ }).isChecked()).toBe(true);
  await expectEventually(async () => (await tagged('Numbat')).length === 0);
  await page.keyboard.press('s');
  await heading(page, 'Numbat 2').waitFor();
  await page.keyboard.press('ArrowRight');
  await heading(page, 'Numbat 3').waitFor();
  await page.keyboard.press('k');
  await heading(page, 'Numbat 2').waitFor();
  await page.keyboard.press('s');
  await page.keyboard.press('s');
  await heading(page, 'You are through. 3 entries are left.').waitFor();
  await page.getByRole('button', { name: 'Go through them again' }).click();
  await heading(page, 'Numbat 1').waitFor();
});

test('says so when nothing fits, and leads back to what does', async () => {
  await open('words=nothingislikethis', 'No entry fits');
  expect(await page.getByText('All tagged').count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Clear filters' }).last().click();
  await page.getByText(/^\d+ left of \d+$/).waitFor();
  expect(new URL(page.url()).search).toBe('');
});

test('where tags do not matter, going through all of them does not mean that they are tagged', async () => {
  await addFaqs('Dunnart', 1);
  await open('without=any&words=Dunnart', 'Dunnart 1');
  await page.keyboard.press('s');
  await heading(page, 'You are through.').waitFor();
  await page.getByRole('button', { name: 'Go through them again' }).click();
  await heading(page, 'Dunnart 1').waitFor();
});

test('works by mouse, and a chosen chip still takes Enter', async () => {
  await addFaqs('Bilby', 2);
  await open('words=Bilby', 'Bilby 1');
  await page.getByRole('radio', { name: /Onboarding/ }).click();
  await page.getByRole('checkbox', { name: /CFO/ }).click();
  await page.getByRole('button', { name: 'Tag', exact: true }).click();
  await heading(page, 'Bilby 2').waitFor();
  await page.getByRole('radio', { name: /Decision/ }).click();
  await page.keyboard.press('Enter');
  await heading(page, 'All tagged').waitFor();
  await expectEventually(async () => (await tagged('Bilby')).length === 2);
  expect((await tagged('Bilby'))[0]).toMatch(/^Bilby 1 \| Onboarding \| .*CFO/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await heading(page, 'Bilby 2').waitFor();
  await expectEventually(async () => (await tagged('Bilby')).length === 1);
});

test('what could not be saved comes back visibly, while the queue goes on', async () => {
  const [first] = await addFaqs('Quoll', 2);
  await open('words=Quoll', 'Quoll 1');
  await removeFaqs([first ?? '']);
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await heading(page, 'Quoll 2').waitFor();
  const alert = page.getByRole('alert').filter({ hasText: 'It did not work for 1 entry' });
  await alert.getByText('It is not there any more.').waitFor();
  await page.getByText('2 left of 2').waitFor();
  await alert.getByRole('button', { name: 'Quoll 1' }).click();
  await heading(page, 'Quoll 1').waitFor();
});

test('? lists the keys, which can be switched off', async () => {
  await addFaqs('Potoroo', 1);
  await open('words=Potoroo', 'Potoroo 1');
  await page.keyboard.press('Shift+?');
  const sheet = page.getByRole('dialog');
  await sheet.getByText('Undo the last one').waitFor();
  expect(await sheet.locator('dt').allTextContents()).toEqual([
    ...['1 – 9', '0', 'A – Z', '⏎', 'S →', 'K ←', 'U', '?'],
  ]);
  await sheet.getByLabel('Use these keys').click();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  await page.keyboard.press('1');
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'All keys' }).click();
  await sheet.getByLabel('Use these keys').click();
  await page.keyboard.press('Escape');
});

test('tags all that fit a filter at once, with a preview, and takes it back', async () => {
  await addFaqs('Wombat', 40);
  await admin.open(`${TAGGING}?view=bulk&words=Wombat`);
  await page.getByRole('button', { name: 'Set tags of all 40 entries…' }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByRole('button', { name: /^Tag/ }).isDisabled()).toBe(true);
  await dialog.getByLabel('Stage').click();
  await page.getByRole('option', { name: 'Decision' }).click();
  await dialog.getByText('40 entries will be changed').waitFor();
  await dialog.getByText('and 30 more').waitFor();
  await dialog.getByRole('button', { name: 'Tag 40 entries' }).click();
  await page.getByText('Done: 40 entries tagged').waitFor();
  await heading(page, 'No entry fits').waitFor();
  await page.getByText('Nothing is missing here: all 40 entries are tagged.').waitFor();
  expect(await page.getByRole('button', { name: /^Set tags/ }).count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  expect(await tagged('Wombat')).toHaveLength(40);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone: 40 entries as before').waitFor();
  expect(await tagged('Wombat')).toHaveLength(0);
  await page.getByText('40 entries fit').waitFor();
}, 120_000);

test('tags entries chosen by hand, with the keyboard, and takes it back', async () => {
  const ids = await addFaqs('Bandicoot', 4);
  await admin.open(`${TAGGING}?view=bulk&words=Bandicoot`);
  const shown = page.getByRole('checkbox', { name: 'Choose all shown' });
  await shown.waitFor();
  const ofNone = page.getByRole('button', { name: 'Set tags of chosen entries…' });
  expect(await ofNone.isDisabled()).toBe(true);
  await page.getByRole('checkbox', { name: 'Choose Bandicoot 1' }).press('Space');
  await page.getByRole('checkbox', { name: 'Choose Bandicoot 3' }).press('Space');
  await page.getByRole('button', { name: 'Set tags of 2 chosen entries…' }).waitFor();
  expect(await shown.getAttribute('aria-checked')).toBe('mixed');
  await shown.press('Space');
  await page.getByRole('button', { name: 'Set tags of 4 chosen entries…' }).waitFor();
  await shown.press('Space');
  expect(await ofNone.isDisabled()).toBe(true);

  await page.getByRole('checkbox', { name: 'Choose Bandicoot 1' }).press('Space');
  await page.getByRole('checkbox', { name: 'Choose Bandicoot 3' }).press('Space');
  await page.getByRole('button', { name: 'Set tags of 2 chosen entries…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByRole('button', { name: 'Tag 2 entries' }).isDisabled()).toBe(true);
  await dialog.getByLabel('Stage').press('Enter');
  await page.getByRole('option', { name: 'Decision' }).press('Enter');
  expect(await violations(page, '[role=dialog]')).toEqual([]);
  // One of them is gone by now: the other one is tagged all the same.
  await removeFaqs([ids[2] ?? '']);
  await dialog.getByRole('button', { name: 'Tag 2 entries' }).press('Enter');
  await dialog.getByText('1 entry was tagged.').waitFor();
  await dialog.getByText(/^Bandicoot 3: left as it is\. /).waitFor();
  expect(await tagged('Bandicoot')).toEqual(['Bandicoot 1 | Decision']);
  expect(await violations(page, '[role=dialog]')).toEqual([]);
  await page.getByText('2 entries fit').waitFor();
  await dialog.getByRole('button', { name: 'Undo' }).press('Enter');
  await dialog.getByText('1 entry has its earlier tags back.').waitFor();
  expect(await tagged('Bandicoot')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByText('3 entries fit').waitFor();
  await expectEventually(() => isFocused(page.getByRole('button', { name: /^Set tags of all/ })));
});

test('filters by value of a field, and survives nonsense in its address', async () => {
  await admin.open(`${TAGGING}?view=bulk`);
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByLabel('Field', { exact: true }).click();
  await page.getByRole('option', { name: 'category' }).click();
  await page.getByLabel('Value of the field').fill('opinion');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Remove filter: category: opinion/ }).waitFor();
  await page.getByRole('link', { name: 'A letter to shipping agents' }).waitFor();
  expect(await page.getByRole('link', { name: /^Release notes/ }).count()).toBe(0);

  await admin.open(`${TAGGING}?type=api::nothing.nothing&locale=xx`);
  await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).last().click();
  await page.getByText(/^\d+ left of \d+$/).waitFor();
  expect(new URL(page.url()).search).toBe('');
});

test('says so to who may not tag anything, or may not see it', async () => {
  const email = 'tagger@example.com';
  await createUser(email, {
    ...{ firstname: 'Tagger', actions: ['plugin::buyer-journey.tagging.tag'] },
  });
  const tagger = await openAdmin(browser, { email });
  await tagger.open(TAGGING);
  await tagger.page.getByText('There is nothing that you may tag').waitFor();
  expect(await tagger.page.getByRole('link', { name: 'Suggestion rules' }).count()).toBe(0);
  await tagger.close();
  const outsider = 'no-tagger@example.com';
  await createUser(outsider, { firstname: 'Outsider' });
  const other = await openAdmin(browser, { email: outsider });
  await other.open(TAGGING);
  await other.page
    .getByText(/permission/i)
    .first()
    .waitFor();
  await other.close();
});

describe.each([
  ['light', 1280],
  ['dark', 390],
] as const)('%s at %d pixels', (theme, width) => {
  test.each([
    ['the queue', '', /^Stage$/],
    ['the end of the queue', '?words=Quokka', /^All tagged$/],
    ['a queue that nothing fits', '?words=nothingislikethis', /^No entry fits$/],
    ['bulk tagging', '?view=bulk', /entries fit$/],
  ])(
    '%s has no accessibility violations and does not scroll sideways',
    async (_name, query, text) => {
      const look = await openAdmin(browser, { theme, width });
      await look.open(TAGGING + query);
      await look.page.getByText(text).first().waitFor();
      expect(await violations(look.page)).toEqual([]);
      expect(await scrollsSideways(look.page)).toBe(false);
      if (query.includes('bulk')) {
        const shown = look.page.getByRole('checkbox', { name: 'Choose all shown' });
        const place = await shown.boundingBox();
        await shown.click();
        await look.page.getByRole('button', { name: /^Set tags of \d+ chosen/ }).waitFor();
        // What is pointed at stays where it is.
        expect(await shown.boundingBox()).toEqual(place);
        expect(await violations(look.page)).toEqual([]);
        expect(await scrollsSideways(look.page)).toBe(false);
        await look.page.getByRole('button', { name: /^Set tags of all/ }).click();
        await look.page.getByRole('dialog').getByLabel('Stage').waitFor();
        expect(await violations(look.page, '[role=dialog]')).toEqual([]);
      }
      expect(look.outside).toEqual([]);
      await look.close();
    }
  );
});
