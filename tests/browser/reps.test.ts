/** The settings of the demo: roles made in one click, and the profiles of reps. */
import type { Browser, Page } from 'playwright-core';

import type { RepProfile } from '../../contracts/reps';
import { adminApi, createUser, openAdmin, scrollsSideways, violations } from './admin';
import { launchChromium } from './chromium';

const SETTINGS = '/settings/buyer-journey';
const REPS = '/content-manager/collection-types/plugin::buyer-journey.rep';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** A rep as the Content Manager makes one. */
const addRep = (displayName: string, more: object = {}) =>
  adminApi(REPS, {
    method: 'POST',
    body: {
      ...{ displayName, slug: displayName.toLowerCase().replaceAll(' ', '-') },
      ...{ bylineConsent: false, active: true, confirmed: true, ...more },
    },
  });
const profile = async (displayName: string) =>
  (await adminApi<RepProfile[]>('/buyer-journey/reps')).find(
    (rep) => rep.displayName === displayName
  );

const section = (page: Page, name: string) => page.getByRole('region', { name });
const repItem = (page: Page, name: string) =>
  section(page, 'Reps').getByRole('listitem').filter({ hasText: name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const told = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

test('a suggested role says what it gets, and is made in one click', async () => {
  const { page, open, close } = await openAdmin(browser);
  await open(SETTINGS);
  const roles = section(page, 'Suggested roles');
  await roles.getByText('Publish answers').waitFor();
  const create = button(page, 'Create Content marketer');
  await create.click();
  await told(page, /Content marketer is ready/);
  await create.waitFor({ state: 'detached' });
  await roles.getByText('The role is there and has all it needs.').waitFor();
  await close();
});

test('a rep that a tool made is confirmed, deactivated and activated', async () => {
  await addRep('Nora New', { confirmed: false, email: 'nora@example.com' });
  const { page, open, close } = await openAdmin(browser);
  await open(SETTINGS);
  const item = repItem(page, 'Nora New');
  await item.getByText('To confirm').waitFor();
  await button(page, 'Confirm Nora New (nora@example.com)').click();
  await item.getByText('Active', { exact: true }).waitFor();
  await button(page, 'Deactivate Nora New (nora@example.com)').click();
  await item.getByText('Inactive', { exact: true }).waitFor();
  await button(page, 'Activate Nora New (nora@example.com)').click();
  await item.getByText('Active', { exact: true }).waitFor();
  expect((await profile('Nora New'))?.state).toBe('active');
  await close();
});

test('a profile is merged into the one that is chosen', async () => {
  await addRep('Olaf Old');
  await addRep('Olaf Own');
  const { page, open, close } = await openAdmin(browser);
  await open(SETTINGS);
  await button(page, 'Merge Olaf Old').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/two profiles of one person/).waitFor();
  expect(await violations(page, '[role="dialog"]')).toEqual([]);
  const merge = dialog.getByRole('button', { name: 'Merge profiles' });
  expect(await merge.isDisabled()).toBe(true);
  await dialog.getByRole('combobox').click();
  expect(await page.getByRole('option', { name: 'Olaf Old' }).count()).toBe(0);
  await page.getByRole('option', { name: 'Olaf Own' }).click();
  await merge.click();
  await repItem(page, 'Olaf Old').getByText('Merged into Olaf Own').waitFor();
  expect((await profile('Olaf Old'))?.state).toBe('merged');
  await close();
});

test('a profile is erased only after a warning', async () => {
  await addRep('Lars Leaving', { jobTitle: 'Account executive' });
  const { page, open, close } = await openAdmin(browser);
  await open(SETTINGS);
  const erase = button(page, 'Erase Lars Leaving');
  await erase.click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText(/cannot be undone/).waitFor();
  expect(await violations(page, '[role="alertdialog"]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await erase.evaluate((element) => element === document.activeElement)).toBe(true);
  expect((await profile('Lars Leaving'))?.state).toBe('active');

  await erase.click();
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await told(page, 'Lars Leaving is erased');
  await repItem(page, 'Former colleague').first().waitFor();
  expect(await profile('Lars Leaving')).toBeUndefined();
  await close();
});

test('who manages reps and nothing else sees reps and nothing else', async () => {
  const email = 'reps.only@example.com';
  const actions = ['plugin::buyer-journey.reps.manage'];
  await createUser(email, { firstname: 'Reps', lastname: 'Only', actions });
  const { page, open, close } = await openAdmin(browser, { email });
  await open(SETTINGS);
  await section(page, 'Reps').getByRole('listitem').first().waitFor();
  expect(await page.getByRole('main').getByRole('region').count()).toBe(1);
  await close();
});

describe.each([
  ['light', 1280],
  ['dark', 390],
] as const)('reps and roles, %s at %d pixels', (theme, width) => {
  test('have no accessibility violations and do not scroll sideways', async () => {
    await addRep(`Tool Made ${theme} ${width}`, { confirmed: false, email: 'tool@example.com' });
    const { page, open, close, outside } = await openAdmin(browser, { theme, width });
    await open(SETTINGS);
    await repItem(page, 'Tool Made').first().waitFor();
    await section(page, 'Suggested roles').getByRole('listitem').first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(outside).toEqual([]);
    await close();
  });
});
