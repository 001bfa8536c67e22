/** `GET /content`, `/next` and `/journey`: who may see what, cursors, caching, whole entries, and bad input. */
import { createHash } from 'node:crypto';

import { generate } from '@strapi/openapi';
import fc from 'fast-check';

import type { ContentEntry, NextEntry } from '../../contracts/delivery';
import { allowPublic, apiToken, call, get, siteUser } from '../site/client';
import { versionsOf, type Doc } from '../site/documents';
import { aPersona, aRep, aStage } from '../site/people';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';
import { contentPage, walk } from '../site/walk';

const PLUGIN = 'plugin::buyer-journey';
const BASE = '/api/buyer-journey';
const TYPES = ['article', 'faq', 'guide'];
const find = (name: string) => `api::${name}.${name}.find`;
const ROUTES = ['content', 'next', 'journey'].map((name) => `${PLUGIN}.${name}.find`);
const TERMS = ['stage', 'persona', 'rep'].map((name) => `${PLUGIN}.${name}.find`);

/** Questions of nonsense; `FUZZ_RUNS=10000` asks more. */
const FUZZ_RUNS = Number(process.env.FUZZ_RUNS ?? 600);

let site: Site;
let full: string;
const made: Record<string, Doc> = {};
const of = (name: string) => versionsOf(site, `api::${name}.${name}`);

beforeAll(async () => {
  const secret = { type: 'string', private: true };
  const attributes = { slug: { type: 'uid', targetField: 'title' }, secret };
  site = await startSite({
    graphql: true,
    types: [
      contentType('article', { attributes, localized: true }),
      contentType('faq', { draftAndPublish: false, attributes }),
      contentType('guide', { attributes }),
      contentType('memo', { enabled: undefined }),
    ],
  });
  full = await apiToken(site, 'full-access');
  const translations = { de: { name: 'Entscheidung', question: 'Was spricht dafür?' } };
  const stages = {
    awareness: await aStage(site, 'Awareness', { position: 0 }),
    validation: await aStage(site, 'Validation', { position: 1, alwaysOn: true }),
    empty: await aStage(site, 'Empty', { position: 2 }),
    decision: await aStage(site, 'Decision', { position: 3, buyerQuestion: 'Why?', translations }),
  };
  const cfo = await aPersona(site, 'CFO', { position: 1 });
  const champion = await aPersona(site, 'Champion', { position: 0 });
  const rep = await aRep(site, 'Maya Roth', { jobTitle: 'Account executive' });
  const add = async (
    name: string,
    title: string,
    stage: keyof typeof stages | null,
    personas: { documentId: string }[] = []
  ) => {
    made[title] = await of(name).create({
      data: {
        title,
        slug: title.toLowerCase().replaceAll(' ', '-'),
        secret: 'hidden',
        journeyStage: stage && stages[stage].documentId,
        personas: personas.map(({ documentId }) => documentId),
        contributors: [rep.documentId],
      },
      status: 'published',
    });
  };
  await add('article', 'Aware article', 'awareness', [cfo]);
  await add('guide', 'Aware guide', 'awareness', [cfo, champion]);
  await add('faq', 'Aware faq', 'awareness');
  await add('guide', 'Always on', 'validation', [cfo]);
  await add('article', 'Decisive article', 'decision', [cfo]);
  await add('guide', 'Decisive guide', 'decision');
  await add('faq', 'Decisive faq', 'decision', [champion]);
  await add('guide', 'Untagged', null);
  await of('guide').create({ data: { title: 'A draft' } });
});
afterAll(() => site.remove());

const titles = (entries: ContentEntry[]) => entries.map(({ title }) => title);
const entriesOf = async (path: string, token = full) => {
  const answer = await get(site, `${BASE}/${path}`, token);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return answer.body.data as NextEntry[];
};

test('is closed by default', async () => {
  for (const path of ['content', 'journey', 'content/articles/some-id/next']) {
    expect((await get(site, `${BASE}/${path}`)).status).toBe(403);
    const other = await apiToken(site, 'custom', find('article'));
    expect((await get(site, `${BASE}/${path}`, other)).status).toBe(403);
  }
});

describe('callers', () => {
  const callers: [string, () => Promise<string | undefined>, string[]][] = [
    ['a full-access token', () => Promise.resolve(full), TYPES],
    ['a read-only token', () => apiToken(site, 'read-only'), TYPES],
    ...[[], ['article'], ['faq', 'guide'], TYPES].map(
      (types): [string, () => Promise<string>, string[]] => [
        `a token that may find ${types.join(' and ') || 'nothing'}`,
        () => apiToken(site, 'custom', ...ROUTES, ...TERMS, ...types.map(find)),
        types,
      ]
    ),
    ...[['article'], ['faq', 'article'], TYPES].map(
      (types): [string, () => Promise<string>, string[]] => [
        `a user who may find ${types.join(' and ')}`,
        () => siteUser(site, ...ROUTES, ...TERMS, ...types.map(find)),
        types,
      ]
    ),
    [
      'the public, which may find guides',
      async () => {
        await allowPublic(site, ...ROUTES, ...TERMS, find('guide'));
        return undefined;
      },
      ['guide'],
    ],
  ];

  test.each(callers)('%s gets what the types’ own routes give', async (_name, caller, types) => {
    const token = await caller();
    const native: unknown[] = [];
    for (const type of TYPES) {
      const { status, body } = await get(site, `/api/${type}s?pagination[pageSize]=100`, token);
      expect({ type, status }).toEqual({ type, status: types.includes(type) ? 200 : 403 });
      if (status === 200) native.push(...(body.data as Doc[]).map(({ documentId }) => documentId));
    }
    const found = await walk(site, 'pageSize=2', { token });
    expect(found.map(({ documentId }) => documentId).sort()).toEqual(native.sort());
    const journey = await get(site, `${BASE}/journey?limit=25`, token);
    const inStages = (journey.body.data as { entries: ContentEntry[] }[]).flatMap((s) => s.entries);
    const tagged = found.filter(({ stage }) => stage);
    expect(titles(inStages).sort()).toEqual(titles(tagged).sort());
    const readable = types.includes('article');
    const next = `content/articles/${made['Aware article']?.documentId}/next`;
    expect((await get(site, `${BASE}/${next}`, token)).status).toBe(readable ? 200 : 404);
  });

  test('who may not read stages, personas or reps learns nothing of them', async () => {
    const token = await apiToken(site, 'custom', ...ROUTES, ...TYPES.map(find));
    const { data } = await contentPage(site, 'pageSize=100', token);
    expect(data.length).toBeGreaterThan(5);
    for (const entry of data) {
      expect(Object.keys(entry)).not.toEqual(expect.arrayContaining(['stage']));
      expect(entry).not.toHaveProperty('personas');
      expect(entry).not.toHaveProperty('contributors');
      expect(entry.analytics).toMatchObject({ stage: '', personas: '' });
    }
    for (const parameter of ['stage=decision', 'persona=cfo']) {
      const { status, body } = await get(site, `${BASE}/content?${parameter}`, token);
      expect({ status, message: body.error?.message }).toEqual({
        status: 400,
        message: expect.stringContaining(parameter.split('=')[0] ?? '') as string,
      });
    }
    expect((await get(site, `${BASE}/journey`, token)).status).toBe(403);
  });

  test('private fields stay private, also in whole entries', async () => {
    const { data } = await contentPage(site, 'expand=true&populate=*', full);
    expect(JSON.stringify(data)).toContain('"entry":{');
    expect(JSON.stringify(data)).not.toContain('hidden');
    expect(JSON.stringify(data)).not.toContain('"email"');
    for (const query of ['fields=secret', 'populate[contributors][filters][email][$contains]=a']) {
      const answer = await get(site, `${BASE}/content?expand=true&${query}`, full);
      expect({ query, status: answer.status }).toEqual({ query, status: 400 });
    }
  });
});

test('tells an entry in the shape that front-ends build on', async () => {
  const { data, meta } = await contentPage(
    site,
    'stage=decision&persona=cfo&locale=en&withCount=true',
    full
  );
  expect(meta.pagination).toEqual({ pageSize: 25, nextCursor: null, total: 1 });
  expect(data).toEqual([
    {
      type: 'api::article.article',
      documentId: made['Decisive article']?.documentId,
      locale: 'en',
      title: 'Decisive article',
      slug: 'decisive-article',
      stage: { documentId: expect.any(String) as string, slug: 'decision', name: 'Decision' },
      personas: [{ documentId: expect.any(String) as string, slug: 'cfo', name: 'CFO' }],
      contributors: [
        { slug: 'maya-roth', displayName: 'Maya Roth', jobTitle: 'Account executive' },
      ],
      publishedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
      updatedAt: expect.stringMatching(/Z$/) as string,
      analytics: { type: 'article', stage: 'decision', personas: 'cfo' },
    },
  ]);
});

test('chooses by stage, persona, type and everyone; unknown names find nothing', async () => {
  const found = async (query: string) => titles((await contentPage(site, query, full)).data).sort();
  expect(await found('stage=decision')).toEqual([
    'Decisive article',
    'Decisive faq',
    'Decisive guide',
  ]);
  expect(await found('stage=decision,validation&persona=cfo')).toEqual([
    'Always on',
    'Decisive article',
  ]);
  expect(await found('stage=decision&persona=cfo&everyone=true')).toEqual([
    'Decisive article',
    'Decisive guide',
  ]);
  for (const type of ['faqs', 'faq', 'api::faq.faq']) {
    expect(await found(`type=${type}`)).toEqual(['Aware faq', 'Decisive faq']);
  }
  for (const query of ['stage=nope', 'persona=nope', 'type=nope', 'type=memos']) {
    expect(await found(query)).toEqual([]);
  }
  expect(await found('type=articles&locale=de')).toEqual([]);
  expect(await found('type=guides&status=draft')).toContain('A draft');
  expect(await found('type=guides')).not.toContain('A draft');
});

test('names stages in the language that is asked for', async () => {
  const { data } = await contentPage(site, 'type=guides&stage=decision&locale=de', full);
  expect(data[0]?.stage?.name).toBe('Entscheidung');
  const { body } = await get(site, `${BASE}/journey?locale=de`, full);
  const [last] = (body.data as { stage: object }[]).slice(-1);
  expect(last?.stage).toMatchObject({ name: 'Entscheidung', buyerQuestion: 'Was spricht dafür?' });
  expect(last?.stage).not.toHaveProperty('translations');
  const native = await get(site, `${BASE}/stages?locale=de&fields=name&sort=position:desc`, full);
  expect((native.body.data as object[])[0]).toMatchObject({ name: 'Entscheidung' });
  expect((native.body.data as object[])[0]).not.toHaveProperty('buyerQuestion');
});

test('GraphQL answers the same to the same question, under the same permissions', async () => {
  const query = `{ buyerJourneyContent(stage: "decision", pageSize: 2, withCount: true, expand: true) {
    data { type documentId locale title slug stage { documentId slug name } personas { documentId slug name }
      contributors { slug displayName jobTitle } publishedAt updatedAt analytics { type stage personas } entry }
    meta { pagination { pageSize nextCursor total } } } }`;
  const ask = async (body: object, token?: string) =>
    (await call(site, 'POST', '/graphql', { token, body })).body as {
      data?: { buyerJourneyContent?: unknown };
      errors?: { message: string }[];
    };
  const rest = await contentPage(
    site,
    'stage=decision&pageSize=2&withCount=true&expand=true',
    full
  );
  expect((await ask({ query }, full)).data?.buyerJourneyContent).toEqual(rest);
  const closed = await apiToken(site, 'custom', find('article'), ...TERMS);
  expect((await ask({ query }, closed)).errors?.[0]?.message).toMatch(/Forbidden/);
  const some = await apiToken(site, 'custom', ...ROUTES, ...TERMS, find('faq'));
  const seen = (await ask({ query }, some)).data?.buyerJourneyContent as { data: ContentEntry[] };
  expect(titles(seen.data)).toEqual(['Decisive faq']);
  const wrong = await ask(
    { query: '{ buyerJourneyContent(pageSize: 1000) { data { type } } }' },
    full
  );
  expect(wrong.errors?.[0]?.message).toMatch(/^pageSize/);
});

test('is described in the OpenAPI document that Strapi generates', () => {
  const { document } = generate(site.strapi, { type: 'content-api' });
  const paths = document.paths as Record<string, { get: { parameters: { name: string }[] } }>;
  const content = paths['/buyer-journey/content']?.get;
  expect(content?.parameters.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['stage', 'persona', 'pageSize', 'cursor', 'withCount'])
  );
  expect(JSON.stringify(content)).toContain('nextCursor');
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining([
      '/buyer-journey/content/{type}/{documentId}/next',
      '/buyer-journey/journey',
    ])
  );
});

describe('the next step', () => {
  const next = (name: string, title: string, query = '') =>
    entriesOf(`content/${name}/${made[title]?.documentId}/next${query}`);

  test('is of the next stage with something for the reader, then of the same one', async () => {
    const after = await next('articles', 'Aware article');
    expect(after.map(({ title, reason }) => [title, reason])).toEqual([
      ['Decisive article', 'nextStage'],
      ['Aware guide', 'sameStage'],
    ]);
  });

  test('is for the given persona where the entry names none, else for everyone', async () => {
    expect(titles(await next('faqs', 'Aware faq', '?persona=champion'))).toEqual([
      'Decisive faq',
      'Aware guide',
    ]);
    expect(titles(await next('faqs', 'Aware faq', '?limit=1'))).toEqual(['Decisive guide']);
    expect(titles(await next('guides', 'Decisive guide'))).toEqual([]);
    expect(await next('guides', 'Untagged')).toEqual([]);
  });

  test('of what is not there is not found', async () => {
    const drafts = await of('guide').findMany({ filters: { title: 'A draft' } });
    const paths = ['guides/nope', 'memos/nope', 'nope/nope', `guides/${drafts[0]?.documentId}`];
    for (const path of paths) {
      const { status } = await get(site, `${BASE}/content/${path}/next`, full);
      expect({ path, status }).toEqual({ path, status: 404 });
    }
  });
});

test('answers 304 to who has the answer already, and differs by who asks', async () => {
  const url = `${site.url}${BASE}/content?pageSize=2`;
  const headers = { authorization: `Bearer ${full}` };
  const first = await fetch(url, { headers });
  expect(first.headers.get('vary')).toMatch(/Authorization/);
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  const tag = first.headers.get('etag') ?? '';
  // Left to itself, fetch asks not to be answered from a cache, conditional or not.
  const again = await fetch(url, {
    headers: { ...headers, 'if-none-match': tag, 'cache-control': 'max-age=0' },
  });
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect((await fetch(url)).headers.get('cache-control')).toBe('no-cache');
});

test('refuses a cursor that is cut, edited, of another version or of other parameters', async () => {
  const { meta } = await contentPage(site, 'pageSize=2', full);
  const cursor = meta.pagination.nextCursor ?? '';
  const edited = (change: (parts: unknown[]) => void) => {
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    change(parts);
    return Buffer.from(JSON.stringify(parts)).toString('base64url');
  };
  const wrong = [
    `pageSize=3&cursor=${cursor}`,
    `pageSize=2&stage=decision&cursor=${cursor}`,
    `pageSize=2&sort=publishedAt:asc&cursor=${cursor}`,
    `pageSize=2&cursor=${cursor.slice(0, -3)}`,
    `pageSize=2&cursor=${cursor}A`,
    `pageSize=2&cursor=${edited((parts) => (parts[4] = 'zzz'))}`,
    `pageSize=2&cursor=${edited((parts) => (parts[0] = 2))}`,
    'pageSize=2&cursor=nonsense',
  ];
  for (const query of wrong) {
    const { status, body } = await get(site, `${BASE}/content?${query}`, full);
    expect({ query, status, named: body.error?.message.startsWith('cursor') }).toEqual({
      query,
      status: 400,
      named: true,
    });
  }
});

test('is not brought down by a forged cursor', async () => {
  const { meta } = await contentPage(site, 'pageSize=2', full);
  const parts = JSON.parse(
    Buffer.from(meta.pagination.nextCursor ?? '', 'base64url').toString()
  ) as unknown[];
  const forged = (index: number, value: unknown) => {
    const [...changed] = parts.slice(0, -1);
    changed[index] = value;
    const seal = createHash('sha256').update(JSON.stringify(changed)).digest('base64url');
    const cursor = Buffer.from(JSON.stringify([...changed, seal.slice(0, 22)]));
    return `pageSize=2&cursor=${cursor.toString('base64url')}`;
  };
  for (const index of [2, 3, 4, 5]) {
    for (const value of ['abc', '2026-99-99 99:99:99.999999', 1e300, -1, null, 'a\0b', {}]) {
      const { status } = await get(site, `${BASE}/content?${forged(index, value)}`, full);
      expect({ index, value, isExpected: [200, 400].includes(status) }).toEqual({
        index,
        value,
        isExpected: true,
      });
    }
  }
});

test('walks past what others publish, unpublish and delete meanwhile', async () => {
  const guides = of('guide');
  const add = (title: string) => guides.create({ data: { title }, status: 'published' });
  const stay: Doc[] = [];
  const changing: Doc[] = [];
  for (let index = 0; index < 12; index += 1) {
    stay.push(await add(`Stays ${index}`));
    changing.push(await add(`Changes ${index}`));
  }
  for (const sort of ['publishedAt:desc', 'publishedAt:asc']) {
    let step = 0;
    const between = async () => {
      const { documentId } = changing[step % changing.length] as Doc;
      if (step % 3 === 0) await guides.unpublish({ documentId });
      else await guides.publish({ documentId });
      await add(`New ${sort} ${step}`);
      step += 1;
    };
    const found = await walk(site, `type=guides&pageSize=3&sort=${sort}`, { token: full, between });
    const ids = found.map(({ documentId }) => documentId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(stay.map(({ documentId }) => documentId)));
  }
});

test.each([
  ['pageSize=101', 'pageSize'],
  ['pageSize=0', 'pageSize'],
  ['pageSize=1e1', 'pageSize'],
  ['stage=a&stage=b', 'stage'],
  ['stage[slug]=a', 'stage'],
  ['stage=', 'stage'],
  ['persona=a%00b', 'persona'],
  ['locale=*', 'locale'],
  ['sort=title', 'sort'],
  ['status=modified', 'status'],
  ['everyone=1', 'everyone'],
  ['filters[title]=x', 'filters'],
  ['populate=*', 'populate'],
  ['expand=true&fields=nope', 'fields'],
  ['expand=true&populate[nope]=true', 'populate'],
  ['cursor[]=a', 'cursor'],
])('refuses %s by its name', async (query, name) => {
  const { status, body } = await get(site, `${BASE}/content?${query}`, full);
  expect(status).toBe(400);
  expect(body.error?.message).toMatch(new RegExp(`^${name}`));
});

test(
  'answers nonsense with 200, 400 or 404, never with a fault, and nothing of a closed type',
  async () => {
    const token = await apiToken(site, 'custom', ...ROUTES, ...TERMS, find('faq'));
    const name = fc.constantFrom(
      ...['stage', 'persona', 'type', 'everyone', 'locale', 'status', 'sort', 'pageSize', 'cursor'],
      ...['withCount', 'expand', 'fields', 'populate', 'limit', 'filters', '_q', '__proto__', 'x']
    );
    const path = fc.array(
      fc.constantFrom(
        '0',
        '$eq',
        'title',
        'journeyStage',
        'contributors',
        'filters',
        'on',
        'sort',
        ''
      ),
      { maxLength: 3 }
    );
    const value = fc.oneof(
      fc.constantFrom(
        ...[
          'decision',
          'cfo',
          'articles',
          'faqs',
          'api::article.article',
          'true',
          'de',
          'draft',
          '*',
        ],
        ...['publishedAt:asc', '3', '-1', '1e9', '', '%00', "' or 1=1 --", '(.*)+$', '%F0%9F%98%80']
      ),
      fc.string({ maxLength: 12 }).map(encodeURIComponent)
    );
    const parameter = fc
      .tuple(name, fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, path), value)
      .map(([key, parts, end]) => `${key}${parts.map((part) => `[${part}]`).join('')}=${end}`);
    const route = fc.constantFrom(
      ...['content', 'content', 'journey', `content/faqs/${made['Aware faq']?.documentId}/next`],
      'content/articles/%00/next'
    );
    const query = fc.array(parameter, { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(route, query, async (where, parameters) => {
        const asked = `${BASE}/${where}?${parameters.join('&')}`;
        const { status, text } = await get(site, asked, token);
        expect({ asked, isExpected: [200, 400, 404].includes(status) }).toEqual({
          asked,
          isExpected: true,
        });
        expect(text).not.toMatch(/"type":"api::(article|guide)/);
      }),
      { numRuns: FUZZ_RUNS }
    );
  },
  60_000 + FUZZ_RUNS * 20
);
