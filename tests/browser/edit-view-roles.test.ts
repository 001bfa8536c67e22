/** The panel and the list for roles that see or may change only part: as with any field of the form. */
import type { Browser } from 'playwright-core';

import { adminApi, expectEventually, openAdmin } from './admin';
import { launchChromium } from './chromium';
import { chip, deleteDocument, panel, save, tagsOf } from './edit-view-page';
import { PASSWORD } from './sign-in';

const ARTICLE = 'api::article.article';
const FAQ = 'api::faq.faq';
const LIST = '/content-manager/collection-types';
const EXPLORER = 'plugin::content-manager.explorer';
const LOCALES = ['en', 'de', 'fr'];
const TAGS = ['journeyStage', 'personas', 'contributors'];
const TEXTS = ['title', 'slug'];

interface Grant {
  action: string;
  subject: string;
  fields: string[];
  conditions?: string[];
}

const grant = (
  action: string,
  subject: string,
  fields: string[],
  ...conditions: string[]
): Grant => ({
  ...{ action: `${EXPLORER}.${action}`, subject, fields, conditions },
});
const CHOICES = [
  grant('read', 'plugin::buyer-journey.stage', [
    'name',
    'slug',
    'position',
    'color',
    'buyerQuestion',
  ]),
  grant('read', 'plugin::buyer-journey.persona', ['name', 'slug', 'position']),
];

/** Makes a user whose role may do just that. */
async function aUser(name: string, grants: Grant[]): Promise<string> {
  const email = `${name.toLowerCase()}@example.com`;
  const role = await adminApi<{ id: number }>('/admin/roles', {
    method: 'POST',
    body: { name, description: 'Of a browser test' },
  });
  const permissions = grants.map(({ action, subject, fields, conditions = [] }) => ({
    ...{ action, subject, conditions },
    properties: { fields, ...(subject === ARTICLE ? { locales: LOCALES } : {}) },
  }));
  await adminApi(`/admin/roles/${role.id}/permissions`, { method: 'PUT', body: { permissions } });
  const user = await adminApi<{ registrationToken: string }>('/admin/users', {
    method: 'POST',
    body: { email, firstname: name, lastname: '', roles: [role.id] },
  });
  const userInfo = { firstname: name, lastname: '', password: PASSWORD };
  await adminApi('/admin/register', {
    method: 'POST',
    body: { registrationToken: user.registrationToken, userInfo },
  });
  return email;
}

let browser: Browser;
let article: string;
beforeAll(async () => {
  browser = await launchChromium();
  const stages = await stagesByName();
  const { documentId } = await adminApi<{ documentId: string }>(`${LIST}/${ARTICLE}`, {
    method: 'POST',
    body: {
      ...{ title: 'Of somebody else', slug: 'of-somebody-else' },
      journeyStage: { connect: [stages.Decision], disconnect: [] },
    },
  });
  article = documentId;
});
afterAll(async () => {
  await deleteDocument(ARTICLE, article);
  await browser.close();
});

async function stagesByName(): Promise<Record<string, { id: number; documentId: string }>> {
  const path = `${process.env.PLAYGROUND_URL ?? ''}${LIST}/plugin::buyer-journey.stage?pageSize=100`;
  const response = await fetch(path, {
    headers: { authorization: `Bearer ${process.env.PLAYGROUND_TOKEN ?? ''}` },
  });
  const { results } = (await response.json()) as {
    results: { id: number; documentId: string; name: string }[];
  };
  return Object.fromEntries(results.map(({ id, documentId, name }) => [name, { id, documentId }]));
}

test('who sees the tags but may not change them reads them', async () => {
  const email = await aUser('Looker', [
    ...CHOICES,
    grant('read', ARTICLE, [...TEXTS, ...TAGS]),
    grant('update', ARTICLE, TEXTS),
  ]);
  const { page, open, close } = await openAdmin(browser, { email });
  await open(`${LIST}/${ARTICLE}/${article}`);
  await panel(page).getByText('Decision', { exact: true }).waitFor();
  expect(await panel(page).getByRole('radio').count()).toBe(0);
  expect(await panel(page).getByRole('combobox').count()).toBe(0);
  await page.getByRole('textbox', { name: /^title/ }).fill('Still tagged');
  await save(page);
  expect(await tagsOf(ARTICLE, article)).toMatchObject({ journeyStage: ['Decision'] });
  await close();
});

test('who may not see them is told so, finds no column of them, and no filter', async () => {
  const email = await aUser('Blinker', [
    ...CHOICES,
    grant('read', ARTICLE, TEXTS),
    grant('update', ARTICLE, TEXTS),
  ]);
  const { page, open, close } = await openAdmin(browser, { email });
  await open(`${LIST}/${ARTICLE}/${article}`);
  await panel(page).getByText('Your role does not see this field.').first().waitFor();
  expect(await panel(page).getByText('Your role does not see this field.').count()).toBe(3);
  expect(await page.getByText('Decision', { exact: true }).count()).toBe(0);
  await open(`${LIST}/${ARTICLE}`);
  await page.locator('main table tbody tr').first().waitFor();
  expect(await page.getByRole('button', { name: /^Journey/ }).count()).toBe(0);
  expect(
    await page
      .locator('main table')
      .getByText(/^(Awareness|Decision)$/)
      .count()
  ).toBe(0);
  await close();
});

test('who may create but not change chooses while creating, and reads afterwards', async () => {
  const email = await aUser('Starter', [
    ...CHOICES,
    grant('read', FAQ, ['question', 'slug', ...TAGS]),
    grant('create', FAQ, ['question', 'slug', 'journeyStage']),
    grant('update', FAQ, ['question', 'slug']),
  ]);
  const { page, open, close } = await openAdmin(browser, { email });
  await open(`${LIST}/${FAQ}/create`);
  await page.getByRole('textbox', { name: /^question/ }).fill('Who starts?');
  await page.getByRole('textbox', { name: /^slug/ }).fill('who-starts');
  await chip(page, 'Awareness').click();
  await save(page);
  const documentId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await expectEventually(async () => (await panel(page).getByRole('radio').count()) === 0);
  await panel(page).getByText('Awareness', { exact: true }).waitFor();
  expect(await tagsOf(FAQ, documentId)).toMatchObject({ journeyStage: ['Awareness'] });
  await deleteDocument(FAQ, documentId);
  await close();
});

test('who may change only their own entries tags these, and no other', async () => {
  const email = await aUser('Owner', [
    ...CHOICES,
    grant('read', ARTICLE, [...TEXTS, ...TAGS]),
    grant('create', ARTICLE, [...TEXTS, ...TAGS]),
    grant('update', ARTICLE, [...TEXTS, ...TAGS], 'admin::is-creator'),
  ]);
  const { page, open, close } = await openAdmin(browser, { email });
  await open(`${LIST}/${ARTICLE}/${article}`);
  await chip(page, 'Onboarding').click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page
    .getByText(/forbidden|policy failed/i)
    .first()
    .waitFor();
  expect(await tagsOf(ARTICLE, article)).toMatchObject({ journeyStage: ['Decision'] });

  await open(`${LIST}/${ARTICLE}/create`);
  await page.getByRole('textbox', { name: /^title/ }).fill('My own');
  await page.getByRole('textbox', { name: /^slug/ }).fill('my-own');
  await chip(page, 'Awareness').click();
  await save(page);
  await chip(page, 'Onboarding').click();
  await save(page);
  const documentId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  expect(await tagsOf(ARTICLE, documentId)).toMatchObject({ journeyStage: ['Onboarding'] });
  await deleteDocument(ARTICLE, documentId);
  await close();
});

test('who may not read stages is told why there is nothing to choose', async () => {
  const email = await aUser('Chooser', [
    grant('read', ARTICLE, [...TEXTS, ...TAGS]),
    grant('update', ARTICLE, [...TEXTS, ...TAGS]),
  ]);
  const { page, open, close } = await openAdmin(browser, { email });
  await open(`${LIST}/${ARTICLE}/${article}`);
  await panel(page)
    .getByText(/^Your role may not read what can be chosen here/)
    .first()
    .waitFor();
  await panel(page).getByText('A stage is chosen, but your role may not read stages.').waitFor();
  await close();
});
