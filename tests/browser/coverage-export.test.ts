/** Coverage taken elsewhere: two downloads, and a page that prints as one. */
import { readFile } from 'node:fs/promises';
import type { Browser, Download, Page, Request } from 'playwright-core';

import type { Coverage } from '../../contracts/coverage';
import type { CoverageDemand } from '../../contracts/coverage-demand';
import { adminApi, openAdmin, scrollsSideways, violations, type AdminPage } from './admin';
import { launchChromium } from './chromium';

const COVERAGE = '/plugins/buyer-journey/coverage';
const SCORECARD = `${COVERAGE}/scorecard`;
const ENTRIES = '**/buyer-journey/coverage/export/entries*';

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
});
afterAll(() => browser.close());
afterEach(async () => {
  await page.unrouteAll();
});

async function choose(name: string): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
}

async function downloaded(name: string): Promise<{ file: Download; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), choose(name)]);
  return { file, text: await readFile(await file.path(), 'utf8') };
}

async function openScorecard(of: AdminPage, query = ''): Promise<void> {
  await of.open(SCORECARD + query);
  await of.page.getByRole('heading', { name: /^Buyer journey/ }).waitFor();
}

/** How many pages the scorecard takes. */
async function pagesOf(of: Page, format: 'A4' | 'Letter'): Promise<number> {
  const pdf = await of.pdf({ format, printBackground: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Answers with a grid of another size, made of what the demo has. */
async function resize(stages: number, personas: number): Promise<void> {
  const coverage = await adminApi<Coverage>('/buyer-journey/coverage');
  const demand = await adminApi<CoverageDemand>('/buyer-journey/coverage/demand');
  const many = <Term extends { slug: string; name: string }>(terms: Term[], length: number) =>
    Array.from({ length }, (_, nth) => {
      const term = terms[nth % terms.length] as Term;
      const name = `${term.name} of a rather long name`;
      return { ...term, slug: `${term.slug}-${nth}`, name, documentId: `${term.slug}${nth}` };
    });
  const across = many(coverage.stages, stages);
  const down = many(coverage.personas, personas);
  const places = across.flatMap(({ slug }) =>
    [...down.map((persona) => persona.slug), null].map((persona) => ({ stage: slug, persona }))
  );
  const answer = (path: string, data: object) =>
    page.route(new RegExp(`/buyer-journey/coverage${path}(\\?.*)?$`), (route) =>
      route.fulfill({ json: { data } })
    );
  await answer('', {
    ...coverage,
    ...{ stages: across, personas: down },
    cells: places.map((place, nth) => ({
      ...place,
      ...{ documents: nth % 7, fresh: nth % 3, target: 3, gap: Math.max(0, 3 - (nth % 7)) },
    })),
    stageTotals: across.map(({ slug }) => ({ stage: slug, documents: 20, fresh: 10 })),
  });
  const priority = { figure: 0.1, demandShare: 0.1, shortageShare: 0.1 };
  await answer('/demand', {
    ...demand,
    cells: places.map((place) => ({
      ...place,
      ...{ demand: 2, openDemand: 1, openItems: 3, openByKind: {}, priority },
    })),
    stages: across.map(({ slug }) => ({ stage: slug, demand: 2, openDemand: 1, openItems: 3 })),
    stageMix: {
      shares: across.map(({ slug }) => ({ stage: slug, documents: 20, share: 0.2 })),
      topHeavy: true,
    },
  });
}

test('downloads the grid, with the filters of the page', async () => {
  await admin.open(`${COVERAGE}?type=api::article.article`);
  await page.locator('main table').waitFor();
  const { file, text } = await downloaded('Grid as CSV');
  expect(file.suggestedFilename()).toBe('coverage-grid.csv');
  expect(text).toMatch(/^\uFEFFexport,/);
  expect(text).toContain('content types,Article\r\n');
  expect(text).toMatch(/\r\ncell,Decision,CFO,\d+,/);
});

test('downloads the entries and tells how far it is', async () => {
  await admin.open(COVERAGE);
  await page.locator('main table').waitFor();
  let finish = () => undefined as unknown;
  const held = new Promise((resolve) => {
    finish = () => {
      resolve(undefined);
    };
  });
  await page.route(ENTRIES, async (route) => {
    await held;
    await route.continue();
  });
  const done = downloaded('Entries as CSV');
  const dialog = page.getByRole('dialog', { name: 'Exporting entries' });
  await dialog.getByRole('progressbar', { name: 'Exporting entries' }).waitFor();
  await dialog.getByText('0% of the entries read').waitFor();
  expect(await violations(page, '[role=dialog]')).toEqual([]);
  finish();
  const { file, text } = await done;
  expect(file.suggestedFilename()).toBe('coverage-entries.csv');
  const told = Number(/listed entries,(\d+)/.exec(text)?.[1]);
  expect(told).toBeGreaterThan(50);
  expect(text.match(/\r\napi::/g)).toHaveLength(told);
  await dialog.waitFor({ state: 'detached' });
});

test('asks once for the entries, or once more where the session has run out', async () => {
  await admin.open(COVERAGE);
  await page.locator('main table').waitFor();
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  const note = (request: Request) => {
    const { pathname } = new URL(request.url());
    if (pathname.includes('/buyer-journey/')) asked.push(pathname);
  };
  page.on('request', note);
  await downloaded('Entries as CSV');
  expect(asked.splice(0)).toEqual(['/buyer-journey/coverage/export/entries']);

  const refused = { data: null, error: { status: 401, name: 'UnauthorizedError', message: 'No' } };
  await page.route(ENTRIES, (route) => route.fulfill({ status: 401, json: refused }), { times: 1 });
  const { text } = await downloaded('Entries as CSV');
  expect(text).toMatch(/^\uFEFFexport,/);
  expect(asked).toHaveLength(2);
  page.off('request', note);
  // Chromium tells of the request that this test has refused.
  complaints.splice(0);
});

test('says what is wrong with the filters of a download', async () => {
  await admin.open(COVERAGE);
  await page.locator('main table').waitFor();
  const error = { status: 400, name: 'ValidationError', message: 'locale: “xx” is not a locale.' };
  await page.route(ENTRIES, (route) => route.fulfill({ status: 400, json: { data: null, error } }));
  await choose('Entries as CSV');
  await page.getByText(error.message).waitFor();
  complaints.splice(0);
});

test('ends a download, and gives the focus back', async () => {
  await admin.open(COVERAGE);
  await page.locator('main table').waitFor();
  await page.route(ENTRIES, () => undefined);
  await choose('Entries as CSV');
  const dialog = page.getByRole('dialog', { name: 'Exporting entries' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  expect(focused).toBe('Export');
  expect(await page.getByText('The server did not answer.').count()).toBe(0);
});

test('says when a download fails', async () => {
  await admin.open(COVERAGE);
  await page.locator('main table').waitFor();
  await page.route(ENTRIES, (route) => route.abort());
  await choose('Entries as CSV');
  await page.getByText('The server did not answer.').waitFor();
  // Chromium tells of the request that this test has cut.
  complaints.splice(0);
});

test('leads to the scorecard with the filters of the page, and back', async () => {
  await admin.open(`${COVERAGE}?type=api::article.article`);
  await page.locator('main table').waitFor();
  await choose('Scorecard to print');
  await page.getByRole('heading', { name: /^Buyer journey/ }).waitFor();
  await page
    .getByText(/Article$/)
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'Back to coverage' }).click();
  await page.getByRole('heading', { name: 'Coverage', exact: true }).waitFor();
  expect(page.url()).toContain('type=api::article.article');
});

test('names on the scorecard how many days fresh means', async () => {
  await openScorecard(admin);
  await page.getByText('Fresh: published, or saved, at most 180 days ago.').waitFor();
});

test.each(['A4', 'Letter'] as const)('prints the scorecard on one page of %s', async (format) => {
  await openScorecard(admin);
  expect(await pagesOf(page, format)).toBe(1);
  await resize(6, 8);
  await openScorecard(admin);
  expect(await pagesOf(page, format)).toBe(1);
});

test('prints a larger grid on more pages, and the sheet alone', async () => {
  await resize(12, 30);
  await openScorecard(admin);
  expect(await pagesOf(page, 'A4')).toBeGreaterThan(1);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
  expect(await page.getByRole('heading', { name: /^Buyer journey/ }).isVisible()).toBe(true);
  await page.emulateMedia({ media: null });
});

test.each([
  ['light', 1280],
  ['dark', 390],
] as const)(
  'the scorecard is accessible in %s at %d pixels, and prints light',
  async (theme, width) => {
    const other = await openAdmin(browser, { theme, width });
    await openScorecard(other);
    expect(await violations(other.page)).toEqual([]);
    expect(await scrollsSideways(other.page)).toBe(false);
    expect(await pagesOf(other.page, 'A4')).toBe(1);
    await other.page.emulateMedia({ media: 'print' });
    const colours = await other.page
      .locator('[data-scorecard]')
      .evaluate((sheet) => [
        getComputedStyle(sheet).backgroundColor,
        getComputedStyle(document.body).backgroundColor,
      ]);
    expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
    await other.close();
  }
);

test('nothing complained, and nothing was asked of other hosts', () => {
  expect(complaints).toEqual([]);
  expect(admin.outside).toEqual([]);
});
