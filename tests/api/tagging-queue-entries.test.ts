/** Tagging entries from the queue: both versions, nothing published, and all of it undone. */
import type { TaggedEntries, Undone } from '../../contracts/tagging-queue';
import { call, signIn } from '../site/client';
import { emptyTypes, updateDocument, versionsOf, type Doc } from '../site/documents';
import { listen } from '../site/events';
import { addLocales } from '../site/locales';
import { aPersona, aRep, aStage, changeRep } from '../site/people';
import { startSite, type Site } from '../site/site';
import { anEntry, linkRows, tagEntries, tagsOf, versionRows } from '../site/tagging';
import { contentType } from '../site/types';

const ARTICLE = 'api::article.article';
const FAQ = 'api::faq.faq';
const GUIDE = 'api::guide.guide';

let site: Site;
let token: string;
let decision: Doc;
let cfo: Doc;
let champion: Doc;
let maya: Doc;

beforeAll(async () => {
  site = await startSite({
    types: [
      contentType('article', { localized: true }),
      contentType('faq', { draftAndPublish: false }),
      contentType('guide'),
      contentType('memo', { enabled: undefined }),
    ],
  });
  await addLocales(site, 'de');
  token = await signIn(site);
  await aStage(site, 'Awareness');
  decision = await aStage(site, 'Decision');
  cfo = await aPersona(site, 'CFO');
  champion = await aPersona(site, 'Champion');
  maya = await aRep(site, 'Maya');
});
afterAll(() => site.remove());
afterEach(() => emptyTypes(site, ARTICLE, FAQ, GUIDE));

const done = (answer: { body: { data?: unknown } }) => answer.body.data as TaggedEntries;
const undo = async (run: number | null, by = token) => {
  const answer = await call(site, 'POST', '/buyer-journey/tagging/undo', {
    ...{ token: by, body: { run } },
  });
  return answer.body.data as Undone;
};

test('tags draft and published version, publishes no other edit, and keeps “Modified” true', async () => {
  const documentId = await anEntry(site, GUIDE, { title: 'One' });
  await updateDocument(site, GUIDE, documentId, { title: 'Edited' });
  const before = await versionRows(site, GUIDE, documentId);
  const answer = await tagEntries(site, token, [{ type: GUIDE, documentId }], {
    stage: 'decision',
    personas: { mode: 'add', slugs: ['champion', 'cfo'] },
  });
  expect([answer.status, done(answer)]).toEqual([
    200,
    {
      run: expect.any(Number) as number,
      entries: [
        {
          ...{ type: GUIDE, documentId, locale: null, state: 'changed' },
          ...{ versions: 'both', draftOnly: false },
        },
      ],
      failed: [],
    },
  ]);
  expect(await tagsOf(site, GUIDE, documentId)).toEqual([
    'draft: decision | champion cfo',
    'live: decision | champion cfo',
  ]);
  const after = await versionRows(site, GUIDE, documentId);
  const unchanged = (rows: typeof before) =>
    rows.map(({ publishedAt, updatedAt, ...row }) => [
      ...[(row as { title?: string }).title, publishedAt, updatedAt],
    ]);
  expect(unchanged(after)).toEqual(unchanged(before));
});

test('writes the same rows as Strapi would', async () => {
  const tags = { journeyStage: decision.id, personas: [champion.id, cfo.id] };
  await anEntry(site, FAQ, { title: 'By Strapi', ...tags });
  const expected = [
    await linkRows(site, FAQ, 'journeyStage'),
    await linkRows(site, FAQ, 'personas'),
  ];
  const byUs = await anEntry(site, FAQ, { title: 'By us' });
  await tagEntries(site, token, [{ type: FAQ, documentId: byUs }], {
    stage: 'decision',
    personas: { mode: 'set', slugs: ['champion', 'cfo'] },
  });
  const rows = [await linkRows(site, FAQ, 'journeyStage'), await linkRows(site, FAQ, 'personas')];
  const withoutOwner = (row: object) => ({ ...row, id: 0, faq_id: 0 });
  for (const [index, expectedRows] of expected.entries()) {
    const ours = (rows[index] ?? []).slice(expectedRows.length);
    expect(ours.map(withoutOwner)).toEqual(expectedRows.map(withoutOwner));
  }
});

test('adds, removes and sets lists, and takes a stage away', async () => {
  const documentId = await anEntry(site, FAQ, {
    ...{ title: 'One', journeyStage: decision.id, personas: [cfo.id] },
  });
  const entry = { type: FAQ, documentId };
  const personas = (mode: 'set' | 'add' | 'remove', ...slugs: string[]) =>
    tagEntries(site, token, [entry], { personas: { mode, slugs } });
  await personas('add', 'champion', 'cfo');
  expect(await tagsOf(site, FAQ, documentId)).toEqual(['live: decision | cfo champion']);
  await personas('remove', 'cfo');
  expect(await tagsOf(site, FAQ, documentId)).toEqual(['live: decision | champion']);
  await personas('set');
  expect(await tagsOf(site, FAQ, documentId)).toEqual(['live: decision']);
  expect(done(await personas('set'))).toMatchObject({ run: null, entries: [{ state: 'same' }] });
  await tagEntries(site, token, [entry], { stage: null });
  expect(await tagsOf(site, FAQ, documentId)).toEqual(['live: -']);
});

test('tags drafts alone where that is asked for', async () => {
  const documentId = await anEntry(site, GUIDE, { title: 'One' });
  const draft = { versions: 'draft' };
  await tagEntries(site, token, [{ type: GUIDE, documentId }], { stage: 'decision' }, draft);
  expect(await tagsOf(site, GUIDE, documentId)).toEqual(['draft: decision', 'live: -']);
});

describe('locales', () => {
  async function inTwoLocales(): Promise<string> {
    const documentId = await anEntry(site, ARTICLE, { title: 'One' });
    const german = { documentId, locale: 'de', data: { title: 'Eins' } };
    await versionsOf(site, ARTICLE).update(german);
    await versionsOf(site, ARTICLE).publish({ documentId, locale: 'de' });
    return documentId;
  }
  const tag = (documentId: string) =>
    tagEntries(site, token, [{ type: ARTICLE, documentId, locale: 'en' }], { stage: 'decision' });

  test('are tagged alike, and undone alike', async () => {
    const documentId = await inTwoLocales();
    const { run } = done(await tag(documentId));
    expect(await tagsOf(site, ARTICLE, documentId)).toEqual([
      ...['de draft: decision', 'de live: decision', 'en draft: decision', 'en live: decision'],
    ]);
    await undo(run);
    expect(await tagsOf(site, ARTICLE, documentId)).toEqual([
      ...['de draft: -', 'de live: -', 'en draft: -', 'en live: -'],
    ]);
  });

  test('are tagged on their own where the site says so', async () => {
    const { syncLocales } = site.strapi.config.get<{ syncLocales: boolean }>(
      'plugin::buyer-journey'
    );
    site.strapi.config.set('plugin::buyer-journey.syncLocales', false);
    const documentId = await inTwoLocales();
    await tag(documentId);
    site.strapi.config.set('plugin::buyer-journey.syncLocales', syncLocales);
    expect(await tagsOf(site, ARTICLE, documentId)).toEqual([
      ...['de draft: -', 'de live: -', 'en draft: decision', 'en live: decision'],
    ]);
  });
});

test('tells what changed on live versions once, and nothing of drafts', async () => {
  const { told, stop } = listen(site, 'buyer-journey.tags-changed');
  const live = await anEntry(site, GUIDE, { title: 'Live' });
  const draft = await anEntry(site, GUIDE, { title: 'Draft' }, { isLive: false });
  told.length = 0;
  const entries = [live, draft].map((documentId) => ({ type: GUIDE, documentId }));
  const change = { stage: 'decision', personas: { mode: 'set' as const, slugs: ['cfo'] } };
  await tagEntries(site, token, entries, change);
  await tagEntries(site, token, entries, change);
  stop();
  expect(told).toEqual([
    {
      ...{ uid: GUIDE, documentId: live, locale: null },
      before: { stage: null, personas: [], contributors: [] },
      after: { stage: 'decision', personas: ['cfo'], contributors: [] },
    },
  ]);
});

describe('consent', () => {
  test('is needed of whoever is to be named', async () => {
    await aRep(site, 'Shy', { bylineConsent: false });
    const documentId = await anEntry(site, GUIDE, { title: 'One' });
    const name = (slug: string) =>
      tagEntries(site, token, [{ type: GUIDE, documentId }], {
        ...{ stage: 'decision', contributors: { mode: 'add', slugs: [slug] } },
      });
    const refused = await name('shy');
    expect([refused.status, refused.body.error?.message]).toEqual([
      400,
      expect.stringContaining('“Shy” cannot be named'),
    ]);
    expect(await tagsOf(site, GUIDE, documentId)).toEqual(['draft: -', 'live: -']);
    await name('maya');
    expect(await tagsOf(site, GUIDE, documentId)).toEqual([
      'draft: decision | maya',
      'live: decision | maya',
    ]);
  });

  test('that was withdrawn meanwhile is not undone', async () => {
    const documentId = await anEntry(site, FAQ, { title: 'One', contributors: [maya.id] });
    const { run } = done(
      await tagEntries(site, token, [{ type: FAQ, documentId }], {
        ...{ stage: 'decision', contributors: { mode: 'remove', slugs: ['maya'] } },
      })
    );
    await changeRep(site, maya.documentId, { bylineConsent: false });
    expect(await undo(run)).toEqual({
      undone: [],
      left: [{ type: FAQ, documentId, locale: null, problem: 'incomplete' }],
    });
    expect(await tagsOf(site, FAQ, documentId)).toEqual(['live: -']);
    await changeRep(site, maya.documentId, { bylineConsent: true });
  });
});

describe('undo', () => {
  test('brings back exactly what was there, and leaves alone what somebody changed since', async () => {
    const before = { title: 'One', journeyStage: decision.id, personas: [champion.id, cfo.id] };
    const [kept, touched] = [
      await anEntry(site, GUIDE, before),
      await anEntry(site, GUIDE, before),
    ];
    const entries = [kept, touched].map((documentId) => ({ type: GUIDE, documentId }));
    const { run } = done(
      await tagEntries(site, token, entries, {
        ...{ stage: 'awareness', personas: { mode: 'remove', slugs: ['champion'] } },
      })
    );
    await updateDocument(site, GUIDE, touched, { journeyStage: null });
    expect(await undo(run)).toEqual({
      undone: [{ type: GUIDE, documentId: kept, locale: null }],
      left: [{ type: GUIDE, documentId: touched, locale: null, problem: 'changedSince' }],
    });
    expect(await tagsOf(site, GUIDE, kept)).toEqual([
      'draft: decision | champion cfo',
      'live: decision | champion cfo',
    ]);
    // Its draft was changed, its live version was not.
    expect(await tagsOf(site, GUIDE, touched)).toEqual([
      'draft: - | cfo',
      'live: decision | champion cfo',
    ]);
    expect(await undo(run)).toEqual({ undone: [], left: [] });
  });

  test('outlives a publication, and tells of an entry that is gone', async () => {
    const [published, gone] = [
      await anEntry(site, GUIDE, { title: 'One' }),
      await anEntry(site, GUIDE, { title: 'Two' }),
    ];
    const entries = [published, gone].map((documentId) => ({ type: GUIDE, documentId }));
    const { run } = done(await tagEntries(site, token, entries, { stage: 'decision' }));
    await versionsOf(site, GUIDE).publish({ documentId: published });
    await versionsOf(site, GUIDE).delete({ documentId: gone });
    expect(await undo(run)).toMatchObject({
      undone: [{ documentId: published }],
      left: [{ documentId: gone, problem: 'gone' }],
    });
    expect(await tagsOf(site, GUIDE, published)).toEqual(['draft: -', 'live: -']);
  });

  test('knows no run that is not there', async () => {
    const body = { run: 987_654 };
    const answer = await call(site, 'POST', '/buyer-journey/tagging/undo', { token, body });
    expect(answer.status).toBe(404);
  });
});

test('tells of what is gone and goes on with the rest, over several types', async () => {
  const [guide, faq] = [
    await anEntry(site, GUIDE, { title: 'One' }),
    await anEntry(site, FAQ, { title: 'Two' }),
  ];
  const entries = [
    { type: GUIDE, documentId: 'nosuchdocument' },
    { type: FAQ, documentId: faq },
    { type: GUIDE, documentId: guide },
    { type: GUIDE, documentId: guide },
  ];
  const told = done(await tagEntries(site, token, entries, { stage: 'decision' }));
  expect(told.failed).toMatchObject([{ documentId: 'nosuchdocument', problem: 'gone' }]);
  expect(told.entries.map(({ documentId, state }) => [documentId, state])).toEqual([
    [faq, 'changed'],
    [guide, 'changed'],
    [guide, 'same'],
  ]);
  expect((await undo(told.run)).undone).toHaveLength(2);
  expect(await tagsOf(site, GUIDE, guide)).toEqual(['draft: -', 'live: -']);
});

test.each([
  ['entries', { entries: [] }],
  ['entries', { entries: 'all' }],
  ['entries', { entries: Array.from({ length: 101 }, () => ({ type: GUIDE, documentId: 'x' })) }],
  ['entries.0.documentId', { entries: [{ type: GUIDE, documentId: 7 }] }],
  ['entries.0.documentId', { entries: [{ type: GUIDE, documentId: 'a\0b' }] }],
  ['entries.0.surprise', { entries: [{ type: GUIDE, documentId: 'x', surprise: 1 }] }],
  ['type', { entries: [{ type: 'api::memo.memo', documentId: 'x' }] }],
  ['type', { entries: [{ type: '__proto__', documentId: 'x' }] }],
  ['change', { change: {} }],
  ['change', { change: null }],
  ['change.stage', { change: { stage: 'nosuchstage' } }],
  ['change.stage', { change: { stage: 7 } }],
  ['change.stage', { change: { stage: 'a\0b' } }],
  ['change.personas', { change: { personas: { mode: 'set', slugs: ['nobody'] } } }],
  ['change.personas.mode', { change: { personas: { mode: 'toggle', slugs: [] } } }],
  ['change.personas.slugs', { change: { personas: { mode: 'set' } } }],
  ['change.contributors', { change: { contributors: { mode: 'add', slugs: ['nobody'] } } }],
  ['versions', { versions: 'live' }],
  ['surprise', { surprise: true }],
])('refuses a wrong %s: %j', async (field, wrong) => {
  const body = {
    ...{ entries: [{ type: GUIDE, documentId: 'x' }], change: { stage: 'decision' } },
    ...wrong,
  };
  const answer = await call(site, 'POST', '/buyer-journey/tagging/entries', { token, body });
  expect([answer.status, answer.body.error?.message]).toEqual([
    400,
    expect.stringContaining(field),
  ]);
});
