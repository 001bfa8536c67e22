/** The queue of entries to tag: what is in it, for whom, page by page. */
import type { Queue, QueueEntry, TaggingChoices } from '../../contracts/tagging-queue';
import { call, get, signIn } from '../site/client';
import {
  createDocument,
  emptyTypes,
  updateDocument,
  versionsOf,
  type Doc,
} from '../site/documents';
import { addLocales } from '../site/locales';
import { aPersona, aRep, aStage } from '../site/people';
import { startSite, type Site } from '../site/site';
import { anEntry, mayTag, TAG } from '../site/tagging';
import { contentType } from '../site/types';

const ARTICLE = 'api::article.article';
const FAQ = 'api::faq.faq';

/** Further attributes that can be filtered by, a value of each, and another one. */
const PLAIN = {
  short: { type: 'string' },
  long: { type: 'text' },
  path: { type: 'uid' },
  mail: { type: 'email' },
  views: { type: 'biginteger' },
  price: { type: 'decimal' },
  score: { type: 'float' },
  isNew: { type: 'boolean' },
};
const VALUES: [string, string, unknown, unknown][] = [
  ['short', 'Of Harbour_1', 'of harbour_1', 'of harbour11'],
  ['long', 'A longer text', 'a longer text', 'a longer text still'],
  ['path', 'a-path', 'a-path', 'another-path'],
  ['mail', 'Ann@example.com', 'ann@example.com', 'anna@example.com'],
  ['category', 'guide', 'guide', 'news'],
  ['pages', '-7', -7, 7],
  ['views', '123456789012', '123456789012', '12345678901'],
  ['price', '1.5', 1.5, 1.25],
  ['score', '0.25', 0.25, 0.5],
  ['isNew', 'false', false, true],
  ['day', '2026-01-31', '2026-01-31', '2026-02-01'],
];

let site: Site;
let token: string;
let decision: Doc;
let cfo: Doc;

beforeAll(async () => {
  site = await startSite({
    types: [
      contentType('article', {
        localized: true,
        attributes: {
          category: { type: 'enumeration', enum: ['news', 'guide'] },
          text: { type: 'richtext', pluginOptions: { i18n: { localized: true } } },
          blocks: { type: 'blocks', pluginOptions: { i18n: { localized: true } } },
          pages: { type: 'integer' },
          secret: { type: 'password' },
          day: { type: 'date' },
          ...PLAIN,
        },
      }),
      contentType('faq', { draftAndPublish: false, attributes: { isShort: { type: 'boolean' } } }),
      contentType('memo', { enabled: undefined }),
    ],
  });
  await addLocales(site, 'de');
  token = await signIn(site);
  decision = await aStage(site, 'Decision', { position: 1 });
  await aStage(site, 'Awareness');
  cfo = await aPersona(site, 'CFO');
});
afterAll(() => site.remove());
afterEach(() => emptyTypes(site, ARTICLE, FAQ));

async function queue(query = '', by = token): Promise<Queue> {
  const { status, body } = await get(site, `/buyer-journey/tagging/queue?${query}`, by);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as unknown as Queue;
}
const titles = (data: QueueEntry[]) => data.map(({ title }) => title);
const listed = async (query = '', by = token) => titles((await queue(query, by)).data);

test('holds drafts and live entries without a stage of all tagged types, the newest of a type first', async () => {
  await anEntry(site, ARTICLE, { title: 'Live' });
  const modified = await anEntry(site, ARTICLE, { title: 'Edited' });
  await updateDocument(site, ARTICLE, modified, { title: 'Modified' });
  await anEntry(site, ARTICLE, { title: 'Draft' }, { isLive: false });
  await anEntry(site, ARTICLE, { title: 'Tagged', journeyStage: decision.id });
  await anEntry(site, FAQ, { title: 'A question', personas: [cfo.id] });
  await createDocument(site, 'api::memo.memo', { title: 'A memo' });
  const { data, meta } = await queue();
  expect(data.map(({ title, status, type }) => [title, status, type])).toEqual([
    ['Draft', 'draft', ARTICLE],
    ['Modified', 'modified', ARTICLE],
    ['Live', 'published', ARTICLE],
    ['A question', 'published', FAQ],
  ]);
  expect(meta).toEqual({ nextCursor: null, left: 4, total: 5 });
  expect(data[3]).toEqual({
    ...{ type: FAQ, typeName: 'Faq', kind: 'collectionType', locale: null, status: 'published' },
    ...{ documentId: expect.any(String) as string, title: 'A question', excerpt: '', stage: null },
    ...{ personas: [{ slug: 'cfo', name: 'CFO' }], suggestion: null },
  });
});

test('leaves out what got a stage in its draft, and keeps what has one on the live version alone', async () => {
  const placed = await anEntry(site, ARTICLE, { title: 'Placed' });
  await updateDocument(site, ARTICLE, placed, { journeyStage: decision.id });
  const emptied = await anEntry(site, ARTICLE, { title: 'Emptied', journeyStage: decision.id });
  await updateDocument(site, ARTICLE, emptied, { journeyStage: null });
  expect(await listed()).toEqual(['Emptied']);
});

test('looks for entries without persona, or at all entries, where that is asked for', async () => {
  await anEntry(site, FAQ, { title: 'Neither' });
  await anEntry(site, FAQ, { title: 'Staged', journeyStage: decision.id });
  await anEntry(site, FAQ, { title: 'Both', journeyStage: decision.id, personas: [cfo.id] });
  expect(await listed('without=persona')).toEqual(['Staged', 'Neither']);
  expect(await listed('without=any')).toEqual(['Both', 'Staged', 'Neither']);
  expect((await queue('without=any')).meta).toEqual({ nextCursor: null, left: 3, total: 3 });
});

test('shows the beginning of the text without its markup', async () => {
  const text = `# Berths\n\n**Twelve** berths, [three](https://example.com) shifts <br>\n- and ${'x'.repeat(300)}`;
  await anEntry(site, ARTICLE, { title: 'Markdown', text });
  const children = [{ type: 'text', text: 'From blocks' }];
  await anEntry(site, ARTICLE, { title: 'Blocks', blocks: [{ type: 'paragraph', children }] });
  const [blocks, markdown] = (await queue()).data;
  expect(blocks?.excerpt).toBe('From blocks');
  expect(markdown?.excerpt).toMatch(/^Berths Twelve berths, three shifts and x+…$/);
  expect(markdown?.excerpt).toHaveLength(200);
});

test('walks page by page, and neither doubles nor misses what is not touched', async () => {
  for (const number of [1, 2, 3, 4, 5]) await anEntry(site, FAQ, { title: `Faq ${number}` });
  for (const number of [1, 2]) await anEntry(site, ARTICLE, { title: `Article ${number}` });
  const seen: (string | null)[] = [];
  let next: string | null = '';
  while (next !== null) {
    const { data, meta } = await queue(`pageSize=2${next ? `&cursor=${next}` : ''}`);
    seen.push(...titles(data));
    if (next === '') await anEntry(site, FAQ, { title: 'New' });
    // What was tagged meanwhile is gone.
    const [first] = data;
    if (first)
      await updateDocument(site, first.type, first.documentId, { journeyStage: decision.id });
    next = meta.nextCursor;
  }
  expect(seen).toEqual([
    ...['Article 2', 'Article 1', 'New', 'Faq 5', 'Faq 4', 'Faq 3', 'Faq 2', 'Faq 1'],
  ]);
});

test('refuses a cursor that is damaged, or of another question', async () => {
  for (const title of ['One', 'Two']) await anEntry(site, FAQ, { title });
  const { nextCursor } = (await queue('pageSize=1')).meta;
  for (const query of [
    `cursor=${nextCursor}&without=any`,
    'cursor=nonsense',
    `cursor=${nextCursor}x1`,
  ]) {
    const answer = await get(site, `/buyer-journey/tagging/queue?${query}`, token);
    expect([answer.status, answer.body.error?.message]).toEqual([
      400,
      expect.stringContaining('cursor'),
    ]);
  }
});

describe('filters', () => {
  test('by type, words, field value and date narrow the list and the counts', async () => {
    const text = 'Berths and Größe';
    await anEntry(site, ARTICLE, { title: 'A guide', category: 'guide', text, pages: 7 });
    await anEntry(site, ARTICLE, {
      title: 'Some news',
      category: 'news',
      journeyStage: decision.id,
    });
    const children = [{ type: 'text', text: 'hidden harbour' }];
    await anEntry(site, ARTICLE, { title: 'In blocks', blocks: [{ type: 'paragraph', children }] });
    await anEntry(site, FAQ, { title: 'About BERTHS', isShort: true });
    expect(await listed(`type=${FAQ}`)).toEqual(['About BERTHS']);
    expect(await listed('words=berths')).toEqual(['A guide', 'About BERTHS']);
    expect(await listed('words=berths%20größe')).toEqual(['A guide']);
    expect(await listed('words=Harbour')).toEqual(['In blocks']);
    expect(await listed('words=100%25_')).toEqual([]);
    expect(await listed('field=category&value=GUIDE')).toEqual(['A guide']);
    expect((await queue('field=category&value=news')).meta).toMatchObject({ left: 0, total: 1 });
    expect(await listed('field=pages&value=7')).toEqual(['A guide']);
    expect(await listed('field=isShort&value=true')).toEqual(['About BERTHS']);
    const today = new Date().toISOString().slice(0, 10);
    expect(await listed(`changedFrom=${today}&changedTo=${today}`)).toHaveLength(3);
    expect(await listed('changedTo=2020-01-01')).toEqual([]);
    expect(await listed('changedFrom=2090-01-01')).toEqual([]);
  });

  test.each([
    ['цена', 'Цена и условия', 'Сеть и адреса'],
    ['料金', 'ポートの料金', 'ポートの導入'],
    ['ÉTÉ', 'En été', 'En mai'],
    ['große', 'Eine GROßE Frage', 'Eine grobe Frage'],
    ['[ü*?]', 'Of [Ü*?] and more', 'Of ü and more'],
    ['^ü', 'Up ^ü', 'Up a'],
  ])('by words beyond English find %s in any case, and nothing else', async (word, one, other) => {
    await anEntry(site, FAQ, { title: one });
    await anEntry(site, FAQ, { title: other });
    expect(await listed(`words=${encodeURIComponent(word)}`)).toEqual([one]);
  });

  test.each(VALUES)('by the value of %s take %s alone', async (field, asked, one, other) => {
    await anEntry(site, ARTICLE, { title: 'Wanted', [field]: one });
    await anEntry(site, ARTICLE, { title: 'Other', [field]: other });
    await anEntry(site, ARTICLE, { title: 'Empty' });
    expect(await listed(`field=${field}&value=${encodeURIComponent(asked)}`)).toEqual(['Wanted']);
  });

  test.each([
    ['цены', 'Цены', 'блог'],
    ['料金', '料金', '導入'],
    ['Pêche', 'pêche', 'peche'],
    ['ü*', 'Ü*', 'üb'],
    ['100%', '100%', '1000'],
  ])('by value take %s in any case, and nothing else', async (value, one, other) => {
    await anEntry(site, FAQ, { title: one });
    await anEntry(site, FAQ, { title: other });
    await anEntry(site, FAQ, { title: `${one} and more` });
    expect(await listed(`field=title&value=${encodeURIComponent(value)}`)).toEqual([one]);
  });

  test('by locale, the default one unless said otherwise', async () => {
    const documentId = await anEntry(site, ARTICLE, { title: 'English' });
    await versionsOf(site, ARTICLE).update({
      documentId,
      locale: 'de',
      data: { title: 'Deutsch' },
    });
    await anEntry(site, FAQ, { title: 'Everywhere' });
    expect(await listed()).toEqual(['English', 'Everywhere']);
    expect(await listed('locale=de')).toEqual(['Deutsch', 'Everywhere']);
  });

  test.each([
    ...['without=nothing', 'without=', 'type=api::memo.memo', 'type=', 'words=', 'words=%00'],
    ...['field=category', 'value=guide', 'field=secret&value=x', 'field=nosuchfield&value=x'],
    ...['field=documentId&value=x', 'field=journeyStage&value=1', 'field=__proto__&value=x'],
    ...['field=constructor&value=x', 'field=pages&value=many', 'field=pages&value=99999999999'],
    ...['changedFrom=soon', 'changedTo=2026-13-01', 'locale=xx', 'locale=', 'pageSize=0'],
    ...['pageSize=101', 'cursor=', 'surprise=1', 'words=a&words=b', 'type[$ne]=x'],
  ])('that make no sense are refused: %s', async (query) => {
    const answer = await get(site, `/buyer-journey/tagging/queue?${query}`, token);
    const name = query.split(/[=[]/)[0] ?? '';
    expect([answer.status, answer.body.error?.message]).toEqual([
      400,
      expect.stringMatching(new RegExp(`${name}|value`)),
    ]);
  });
});

describe('who', () => {
  const as = (...permissions: Parameters<typeof signIn>[1] & object) =>
    signIn(site, [{ action: TAG }, ...permissions]);

  test('may not edit a type, or its tags, does not see it in the queue', async () => {
    await anEntry(site, ARTICLE, { title: 'Article' });
    await anEntry(site, FAQ, { title: 'Faq' });
    expect(await listed('', await as())).toEqual([]);
    expect(await listed('', await as(...mayTag(FAQ)))).toEqual(['Faq']);
    const reader = await as({
      ...{ action: 'plugin::content-manager.explorer.read', subject: FAQ },
    });
    expect((await queue('', reader)).meta).toEqual({ nextCursor: null, left: 0, total: 0 });
    const untagging = await as(...mayTag(FAQ, { fields: ['title', 'personas'] }));
    expect(await listed('', untagging)).toEqual([]);
    expect(await listed('without=persona', untagging)).toEqual(['Faq']);
  });

  test('may edit own entries or one locale alone sees just those', async () => {
    await anEntry(site, FAQ, { title: 'Of another' });
    const creator = await as(...mayTag(FAQ, { conditions: ['admin::is-creator'] }), {
      action: 'plugin::content-manager.explorer.create',
      subject: FAQ,
      properties: { fields: ['title'] },
    });
    const path = `/content-manager/collection-types/${FAQ}`;
    await call(site, 'POST', path, { token: creator, body: { title: 'Own' } });
    const { data, meta } = await queue('', creator);
    expect([titles(data), meta.total]).toEqual([['Own'], 1]);
    const [read, update] = mayTag(FAQ);
    const own = { ...update, action: update?.action ?? '', conditions: ['admin::is-creator'] };
    const reader = await as({ ...own, ...read, conditions: [] }, own);
    expect(await listed('', reader)).toEqual([]);
    await anEntry(site, ARTICLE, { title: 'English' });
    const german = await as(...mayTag(ARTICLE, { properties: { locales: ['de'] } }));
    expect(await listed('locale=en', german)).toEqual([]);
  });

  test('may not read a field neither sees it nor finds anything by it', async () => {
    await anEntry(site, ARTICLE, { title: 'Title', text: 'hidden words', category: 'guide' });
    const fields = ['journeyStage', 'personas'];
    const blind = await as(...mayTag(ARTICLE, { fields, properties: { locales: ['en'] } }));
    expect((await queue('', blind)).data).toMatchObject([{ title: null, excerpt: '' }]);
    expect(await listed('words=hidden', blind)).toEqual([]);
    const path = '/buyer-journey/tagging/queue?field=category&value=guide';
    expect((await get(site, path, blind)).status).toBe(400);
  });
});

test('offers nothing that is retired', async () => {
  const [old, gone] = [
    await aStage(site, 'Old', { retired: true }),
    await aPersona(site, 'Gone', { retired: true }),
  ];
  const { body } = await get(site, '/buyer-journey/tagging/choices', token);
  const { stages, personas } = body.data as TaggingChoices;
  expect(stages.map(({ slug }) => slug)).toEqual(['awareness', 'decision']);
  expect(personas.map(({ slug }) => slug)).toEqual(['cfo']);
  // It stays on what has it, and goes on being called by its name.
  await anEntry(site, FAQ, { title: 'Kept', journeyStage: old.id, personas: [gone.id] });
  expect((await queue('without=any')).data).toMatchObject([
    { stage: { name: 'Old' }, personas: [{ name: 'Gone' }] },
  ]);
  await emptyTypes(site, FAQ);
  for (const [type, { id }] of Object.entries({ stage: old, persona: gone })) {
    await site.strapi.db.query(`plugin::buyer-journey.${type}`).delete({ where: { id } });
  }
});

test('tells what can be tagged with and where', async () => {
  await aRep(site, 'Maya');
  await aRep(site, 'Shy', { bylineConsent: false });
  const { body } = await get(site, '/buyer-journey/tagging/choices', token);
  const choices = body.data as TaggingChoices;
  expect(choices).toMatchObject({
    stages: [{ slug: 'awareness' }, { slug: 'decision' }],
    personas: [{ slug: 'cfo', name: 'CFO' }],
    reps: [{ slug: 'maya', displayName: 'Maya' }],
    locales: [{ code: 'en' }, { code: 'de' }],
    syncLocales: true,
  });
  expect(choices.types.map(({ uid, mayPublish }) => [uid, mayPublish])).toEqual([
    [ARTICLE, true],
    [FAQ, true],
  ]);
  expect(choices.types[0]?.fields).toEqual([
    { name: 'title', values: null },
    { name: 'category', values: ['news', 'guide'] },
    { name: 'pages', values: null },
    { name: 'day', values: null },
    ...Object.keys(PLAIN).map((name) => ({
      name,
      values: name === 'isNew' ? ['true', 'false'] : null,
    })),
  ]);
});
