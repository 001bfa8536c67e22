/** The example site on its production build, as a visitor: switches, entries, next steps, questions, and what must never be. */
import type { Browser, BrowserContext, Page } from 'playwright-core';

import type { ContentEntry, ContentPage, Journey, NextEntries } from '../../contracts';
import { playgroundUrl, scrollsSideways, violations } from './admin';
import { launchChromium } from './chromium';

const TYPES: Record<string, string> = {
  'api::article.article': 'articles',
  'api::case-study.case-study': 'case-studies',
  'api::landing-page.landing-page': 'landing-pages',
  'api::faq.faq': 'faqs',
};

/** Asks the content API as the site does: as nobody. */
async function ask<Answer>(path: string): Promise<Answer> {
  const response = await fetch(`${playgroundUrl()}/api/buyer-journey/${path}`);
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** Every entry of a stage, newest first, through as many pages as the API needs for it. */
async function allEntriesOf(stage: string): Promise<ContentEntry[]> {
  const all: ContentEntry[] = [];
  let cursor: string | null = null;
  do {
    const after: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const page: ContentPage = await ask(`content?stage=${stage}&pageSize=100${after}`);
    all.push(...page.data);
    cursor = page.meta.pagination.nextCursor;
  } while (cursor);
  return all;
}

function siteUrl(): string {
  const url = process.env.SITE_URL;
  if (!url) throw new Error('SITE_URL is not set: run the browser project through Jest.');
  return url;
}

const addressOf = ({ type, slug }: ContentEntry) => `/${TYPES[type]}/${slug}`;
const cards = (page: Page) => page.locator('.card').locator('h2, h3').allInnerTexts();
const titles = (entries: ContentEntry[]) => entries.map(({ title }) => title);

let browser: Browser;
let context: BrowserContext;
let page: Page;
/** Requests that left for another host than the site, and errors in the console. */
const faults: string[] = [];

async function openPage(options: Parameters<Browser['newContext']>[0] = {}) {
  const opened = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const fresh = await opened.newPage();
  fresh.on('request', (request) => {
    if (!request.url().startsWith(siteUrl())) faults.push(`asked ${request.url()}`);
  });
  fresh.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) faults.push(message.text());
  });
  fresh.on('pageerror', (error) => faults.push(error.message));
  return { context: opened, page: fresh };
}

beforeAll(async () => {
  browser = await launchChromium();
  ({ context, page } = await openPage());
});
afterAll(() => browser.close());

const open = (path: string) => page.goto(siteUrl() + path);

test('shows the journey: each stage with its question and newest entries', async () => {
  const { data } = await ask<Journey>('journey?limit=3');
  await open('/');
  const questions = await page.locator('.stage h2').allInnerTexts();
  expect(questions).toEqual(data.map(({ stage }) => stage.buyerQuestion ?? stage.name));
  expect(await cards(page)).toEqual(data.flatMap(({ entries }) => titles(entries)));
});

test('switches persona, and keeps it on the way', async () => {
  await open('/');
  await page
    .getByRole('navigation', { name: 'You are' })
    .getByRole('link', { name: 'CFO' })
    .click();
  await page.waitForURL(/\?persona=cfo$/);
  const { data } = await ask<Journey>('journey?limit=3&persona=cfo');
  expect(await cards(page)).toEqual(data.flatMap(({ entries }) => titles(entries)));
  const chosen = page.getByRole('navigation', { name: 'You are' }).locator('[aria-current]');
  expect(await chosen.innerText()).toBe('CFO');
  await page.locator('.card a').first().click();
  await page.waitForURL(/\/[^/]+\/[^/]+\?persona=cfo$/);
  await page.getByRole('banner').getByRole('link', { name: 'Your journey' }).click();
  await page.waitForURL(/\?persona=cfo$/);
});

test('switches stage, and pages through all that it has', async () => {
  await open('/');
  const stages = page.getByRole('navigation', { name: 'Stages' });
  await stages.getByRole('link', { name: 'Awareness' }).click();
  await page.waitForURL(/\/stages\/awareness$/);
  expect(await stages.locator('[aria-current=step]').innerText()).toBe('Awareness');
  const seen: string[] = [];
  const more = page.getByRole('link', { name: 'More' });
  for (;;) {
    seen.push(...(await cards(page)));
    if ((await more.count()) === 0) break;
    const before = page.url();
    await more.click();
    await page.waitForURL((url) => url.href !== before);
  }
  expect(seen).toEqual(titles(await allEntriesOf('awareness')));
  expect(seen.length).toBeGreaterThan(12);
  // A page that somebody kept leads to the first one.
  await open('/stages/awareness?cursor=of-another-time');
  expect(new URL(page.url()).search).toBe('');
});

test('shows entries of every type with text, byline and tags, and what to read next', async () => {
  const { data } = await ask<ContentPage>('content?pageSize=100');
  for (const type of Object.keys(TYPES)) {
    const entry = data.find((one) => one.type === type && one.stage && one.contributors?.length);
    const some = entry ?? data.find((one) => one.type === type && one.stage);
    if (!some) throw new Error(`There is no ${type} on the first page.`);
    await open(addressOf(some));
    expect(await page.locator('h1').innerText()).toBe(some.title);
    expect((await page.locator('.prose').innerText()).length).toBeGreaterThan(20);
    const named = (some.contributors ?? []).map(({ displayName }) => displayName);
    expect(await page.locator('.byline strong').allInnerTexts()).toEqual(named);
    expect(await page.locator('body').getAttribute('data-stage')).toBe(some.stage?.slug);
    const views = await page.evaluate(
      () => (window as unknown as { dataLayer: object[] }).dataLayer
    );
    expect(views).toEqual([{ event: 'page_view', ...some.analytics }]);
    const path = `content/${TYPES[type]}/${some.documentId}/next`;
    const next = await ask<NextEntries>(path);
    expect(await page.locator('.next h3').allInnerTexts()).toEqual(titles(next.data));
  }
});

test('names nobody who did not agree to it', async () => {
  const { data: reps } = await ask<{ data: { displayName: string }[] }>('reps');
  const agreed = reps.map(({ displayName }) => displayName);
  const { data } = await ask<ContentPage>('content?pageSize=100');
  const named = new Set<string>();
  const credited = data.filter(({ contributors }) => contributors?.length).slice(0, 8);
  for (const path of [...credited.map(addressOf), '/questions']) {
    await open(path);
    for (const name of await page.locator('.byline strong').allInnerTexts()) named.add(name);
  }
  expect(named.size).toBeGreaterThan(1);
  for (const name of named) expect(agreed).toContain(name);
});

test('shows the picture of a rep, from the site itself', async () => {
  await open('/questions');
  const picture = page.locator('.byline img').first();
  await picture.scrollIntoViewIfNeeded();
  expect(
    await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))
  ).toBeGreaterThan(0);
  const src = (await picture.getAttribute('src')) ?? '';
  expect(src).toMatch(/^\/uploads\//);
});

interface StructuredQuestion {
  name: string;
  acceptedAnswer: { text: string; author: { name: string }[] };
}

test('answers what buyers asked, for people and for search engines', async () => {
  const filter = 'filters[kind][$in][0]=question&filters[kind][$in][1]=objection';
  const { data } = await ask<{ data: { buyerWords: string }[] }>(
    `sales-sourced?${filter}&sort=publishedAt:desc&pagination[pageSize]=100`
  );
  const structured = async (of: Page) =>
    JSON.parse(await of.locator('script[type="application/ld+json"]').innerText()) as {
      '@type': string;
      mainEntity: unknown;
    };
  await open('/questions');
  expect(await cards(page)).toEqual(data.map(({ buyerWords }) => buyerWords));
  const all = await structured(page);
  expect(all['@type']).toBe('FAQPage');
  const listed = all.mainEntity as StructuredQuestion[];
  expect(listed.length).toBeGreaterThan(0);
  await page.getByRole('link', { name: listed[0]?.name }).click();
  await page.waitForURL(/\/questions\/.+/);
  expect(await page.locator('h1').innerText()).toBe(listed[0]?.name);
  const one = await structured(page);
  expect(one['@type']).toBe('QAPage');
  const { acceptedAnswer } = one.mainEntity as StructuredQuestion;
  expect(acceptedAnswer).toEqual(listed[0]?.acceptedAnswer);
  expect(await page.locator('.prose').innerText()).toContain(acceptedAnswer.text.slice(0, 40));
  const named = await page.locator('.byline strong').allInnerTexts();
  expect(acceptedAnswer.author.map(({ name }) => name)).toEqual(named);
});

test('says so when there is no such page', async () => {
  for (const path of [
    '/nothing',
    '/articles/nothing',
    '/stages/nothing',
    '/questions/nothing',
    '/memos/x',
  ]) {
    expect([path, (await open(path))?.status()]).toEqual([path, 404]);
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  }
  expect((await open('/?persona=nobody'))?.status()).toBe(200);
});

test('works without scripts', async () => {
  const plain = await openPage({ javaScriptEnabled: false });
  await plain.page.goto(siteUrl());
  await plain.page.getByRole('link', { name: 'CFO', exact: true }).click();
  await plain.page.getByRole('navigation', { name: 'Stages' }).getByRole('link').first().click();
  await plain.page.locator('.card a').first().click();
  expect(await plain.page.locator('.prose').innerText()).not.toBe('');
  await plain.context.close();
});

test('can be walked by keyboard, past the header', async () => {
  await open('/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

describe.each([
  ['light', 1280],
  ['dark', 390],
] as const)('%s at %d pixels', (colorScheme, width) => {
  test('has no accessibility violations and does not scroll sideways', async () => {
    const look = await openPage({ colorScheme, viewport: { width, height: 900 } });
    const { data } = await ask<ContentPage>('content?type=articles&stage=decision&pageSize=1');
    const [entry] = data;
    if (!entry) throw new Error('There is no article.');
    for (const path of ['/', '/stages/awareness', addressOf(entry), '/questions', '/nothing']) {
      await look.page.goto(siteUrl() + path);
      expect([path, await violations(look.page, 'body')]).toEqual([path, []]);
      expect([path, await scrollsSideways(look.page)]).toEqual([path, false]);
    }
    await look.context.close();
  });
});

test('all of it without a request outside or a complaint in the console', async () => {
  await context.close();
  expect(faults).toEqual([]);
});
