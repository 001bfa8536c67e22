/** Forgetting what was private once it is old enough, if the site says so. */
import { getService } from '../../server/src/services';
import { rowsOf } from '../../server/src/strapi';
import { publishDocument } from '../site/documents';
import { capture, detail, ITEM_UID, sales, signInRep } from '../site/sales';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

const types = [contentType('article')];
const withRetention = (retention: object) => ({ types, plugin: { salesSourced: { retention } } });
const IN_A_YEAR = new Date(Date.now() + 365 * 24 * 60 * 60 * 1000);

let site: Site;
let maya: string;
beforeAll(async () => {
  site = await startSite({ types });
  maya = await signInRep(site, 'Maya Roth');
});
afterAll(() => site.remove());

const erase = (now = IN_A_YEAR) => getService(site.strapi, 'sales-sourced-admin').eraseOld(now);
const rows = () =>
  rowsOf<{ buyerWords: string; account: string | null; crmReference: string | null }>(
    site.strapi,
    ITEM_UID
  ).findMany({ orderBy: { id: 'asc' } });

test('nothing is erased unless the site says so', async () => {
  const item = await capture(site, maya, 'What does it cost?', {
    ...{ answer: 'Ten.', account: 'Port of Sandmere', crmReference: 'D-17' },
  });
  await publishDocument(site, ITEM_UID, item.documentId);
  const other = await capture(site, maya, 'We hated it at Sandmere.', { account: 'Sandmere' });
  const { revision } = await detail(site, maya, other.documentId);
  const path = `/items/${other.documentId}/merge`;
  await sales(site, 'POST', path, maya, { revision, into: item.documentId });
  expect(await erase()).toBe(0);
  expect((await rows()).map(({ account }) => account)).toEqual([
    'Port of Sandmere',
    'Port of Sandmere',
    'Sandmere',
  ]);
});

test('account and CRM reference go from all versions, after the days', async () => {
  await site.restart(withRetention({ days: 100 }));
  expect(await erase(new Date())).toBe(0);
  expect(await erase()).toBe(2);
  expect(await erase()).toBe(0);
  for (const { account, crmReference } of await rows()) {
    expect([account, crmReference]).toEqual([null, null]);
  }
  expect((await rows()).map(({ buyerWords }) => buyerWords)).toContain('We hated it at Sandmere.');
});

test('words that were never published go too where the site wants it, also from the history', async () => {
  await site.restart(withRetention({ days: 100, words: true }));
  expect(await erase()).toBe(1);
  expect(await erase()).toBe(0);
  expect((await rows()).map(({ buyerWords }) => buyerWords)).toEqual([
    'What does it cost?',
    'What does it cost?',
    '(erased)',
  ]);
  const events = await rowsOf<{ kind: string }>(
    site.strapi,
    'plugin::buyer-journey.item-event'
  ).findMany({});
  expect(JSON.stringify(events)).not.toContain('Sandmere');
  expect(events.filter(({ kind }) => kind === 'erased')).toHaveLength(3);
});

test('a wrong number of days stops the boot', async () => {
  await expect(site.restart(withRetention({ days: 0 }))).rejects.toThrow('retention.days');
});
