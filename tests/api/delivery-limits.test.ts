/** Delivery where a site is set up in unusual ways, and where Strapi itself would fail. */
import fc from 'fast-check';

import { pluginService } from '../../server/src/strapi';
import { apiToken, get } from '../site/client';
import { versionsOf } from '../site/documents';
import { aRep, aStage } from '../site/people';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';
import { contentPage, walk } from '../site/walk';

const ARTICLE = 'api::article.article';
const BASE = '/api/buyer-journey';

interface Configuration {
  settings: object;
  metadatas: object;
  layouts: object;
}

interface ContentTypes {
  findConfiguration(type: object): Promise<Configuration>;
  updateConfiguration(type: object, configuration: Configuration): Promise<unknown>;
}

let site: Site;
let full: string;
beforeAll(async () => {
  const hidden = { type: 'uid', private: true };
  site = await startSite({
    types: [
      contentType('article', {
        attributes: {
          hidden,
          slug: { type: 'uid', targetField: 'title' },
          twin: { type: 'relation', relation: 'oneToOne', target: ARTICLE },
        },
      }),
      contentType('faq', { draftAndPublish: false }),
    ],
  });
  full = await apiToken(site, 'full-access');
  const stage = await aStage(site, 'Decision');
  const rep = await aRep(site, 'Maya Roth');
  for (const title of ['First', 'Second']) {
    await versionsOf(site, ARTICLE).create({
      data: {
        ...{ title, slug: title.toLowerCase(), hidden: `hidden-${title}` },
        ...{ journeyStage: stage.documentId, contributors: [rep.documentId] },
      },
      status: 'published',
    });
  }
});
afterAll(() => site.remove());

test('goes on where an editor made a relation the main field', async () => {
  const types = pluginService<ContentTypes>(site.strapi, 'content-manager', 'content-types');
  const type = site.strapi.contentType(ARTICLE as never);
  const { settings, metadatas, layouts } = await types.findConfiguration(type);
  const set = (mainField: string) =>
    types.updateConfiguration(type, { settings: { ...settings, mainField }, metadatas, layouts });
  for (const mainField of ['twin', 'journeyStage']) {
    await set(mainField);
    const { data } = await contentPage(site, 'type=articles', full);
    expect(data.map(({ title }) => title)).toEqual([null, null]);
  }
  await set('title');
  const { data } = await contentPage(site, 'type=articles&sort=publishedAt:asc', full);
  expect(data.map(({ title }) => title)).toEqual(['First', 'Second']);
});

test('takes the first uid field that is not private for the slug', async () => {
  const { data } = await contentPage(site, 'type=articles&sort=publishedAt:asc', full);
  expect(data.map(({ slug }) => slug)).toEqual(['first', 'second']);
});

test('sets a limit of its own to pages where the site sets none, or a very high one', async () => {
  for (const maxLimit of [-1, 50_000]) {
    site.strapi.config.set('api.rest.maxLimit', maxLimit);
    expect((await contentPage(site, '', full)).data).toHaveLength(2);
    expect((await contentPage(site, 'pageSize=1000', full)).data).toHaveLength(2);
    const { status, body } = await get(site, `${BASE}/content?pageSize=1001`, full);
    expect([status, body.error?.message]).toEqual([400, 'pageSize: must be at most 1000.']);
  }
  site.strapi.config.set('api.rest.maxLimit', 100);
});

test('finds entries with a date to come once, although that passes during the walk', async () => {
  const soon = (ms: number) => new Date(Date.now() + ms);
  for (const [index, ms] of [-5000, -4000, 700, 60_000].entries()) {
    const { documentId } = await versionsOf(site, 'api::faq.faq').create({
      data: { title: `Dated ${index}` },
    });
    await site.strapi.db.query('api::faq.faq').updateMany({
      where: { documentId },
      data: { publishedAt: soon(ms) },
    });
  }
  for (const sort of ['asc', 'desc']) {
    const between = () => new Promise<void>((resolve) => setTimeout(resolve, 500));
    const query = `type=faqs&pageSize=1&sort=publishedAt:${sort}`;
    const found = await walk(site, query, { token: full, between });
    const titles = ['Dated 0', 'Dated 1', 'Dated 2', 'Dated 3'];
    expect(found.map(({ title }) => title)).toEqual(sort === 'asc' ? titles : titles.reverse());
  }
});

test('lets nobody keep refusals and previews', async () => {
  const of = async (path: string) =>
    (await fetch(`${site.url}${BASE}/${path}`, { headers: { authorization: `Bearer ${full}` } }))
      .headers;
  for (const path of ['content/articles/none/next', 'content?status=draft', 'content?x=1']) {
    const headers = await of(path);
    expect([path, headers.get('cache-control')]).toEqual([path, 'private, no-cache']);
    expect(headers.get('vary')).toMatch(/Authorization/);
  }
});

test('refuses filters of odd shapes in what is populated, by their names', async () => {
  for (const [query, name] of [
    ['[filters][displayName][$between]=1', '[filters][displayName][$between]'],
    ['[filters][$not][0][id]=', '[filters][$not]'],
    ['[populate][photo][filters][$or]=1', '[populate][photo][filters][$or]'],
  ] as const) {
    const populate = `populate[contributors]${query}`;
    const { status, body } = await get(site, `${BASE}/content?expand=true&${populate}`, full);
    expect([query, status]).toEqual([query, 400]);
    expect(body.error?.message).toContain(`populate[contributors]${name}`);
    const native = await get(site, `${BASE}/sales-sourced?${populate}`, full);
    expect([query, native.status]).toEqual([query, 400]);
  }
});

test('answers no nonsense within whole entries with a fault', async () => {
  const part = fc.constantFrom(
    ...['contributors', 'journeyStage', 'twin', 'filters', 'populate', 'sort', 'fields', 'on'],
    ...['$not', '$and', '$or', '$between', '$in', '$eq', '$null', '0', 'id', 'slug', 'displayName']
  );
  const value = fc.constantFrom('', '1', 'true', '*', 'slug', 'slug:asc', 'a,b', '%00', "'");
  const parameter = fc
    .tuple(fc.array(part, { minLength: 1, maxLength: 6 }), value)
    .map(([parts, end]) => `populate${parts.map((name) => `[${name}]`).join('')}=${end}`);
  await fc.assert(
    fc.asyncProperty(fc.array(parameter, { minLength: 1, maxLength: 3 }), async (parameters) => {
      const asked = `${BASE}/content?expand=true&${parameters.join('&')}`;
      const { status } = await get(site, asked, full);
      expect({ asked, isExpected: [200, 400].includes(status) }).toEqual({
        asked,
        isExpected: true,
      });
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 300) }
  );
}, 300_000);
