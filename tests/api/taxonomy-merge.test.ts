/** Merging, undoing a merge, and changing over to another stage model. */
import type { ApplyResult } from '../../contracts/taxonomy';
import type { MergeResult, SwitchResult, UndoProblems } from '../../contracts/taxonomy-terms';
import { rowsOf } from '../../server/src/strapi';
import { call, get, signIn } from '../site/client';
import {
  createDocument,
  emptyTypes,
  publishDocument,
  updateDocument,
  versionsOf,
} from '../site/documents';
import { listen } from '../site/events';
import { exportedUses, undoWith } from '../site/merges';
import { aPersona, aStage } from '../site/people';
import { capture, signInRep } from '../site/sales';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

const STAGE = 'plugin::buyer-journey.stage';
const PERSONA = 'plugin::buyer-journey.persona';
const ITEM = 'plugin::buyer-journey.sales-sourced';
const TARGET = 'plugin::buyer-journey.target';
const MERGED = 'plugin::buyer-journey.merged-term';
const ARTICLE = 'api::article.article';

let site: Site;
let token: string;
beforeAll(async () => {
  site = await startSite({
    types: [
      contentType('article', { attributes: { secret: { type: 'string' } } }),
      contentType('memo', {
        enabled: undefined,
        attributes: { own: { type: 'relation', relation: 'manyToMany', target: PERSONA } },
      }),
    ],
  });
  token = await signIn(site);
});
afterAll(() => site.remove());
afterEach(async () => {
  jest.restoreAllMocks();
  await emptyTypes(site, ARTICLE, 'api::memo.memo', ITEM, TARGET, STAGE, PERSONA, MERGED);
});

const at = (path: string) => `/buyer-journey/taxonomy${path}`;
const merge = (path: string, into: string, as = token) =>
  call(site, 'POST', at(`${path}/merge`), { token: as, body: { into } });
const refusedWith = ({ status, body }: { status: number; body: { error?: { message: string } } }) =>
  [status, body.error?.message] as const;
const tagsOf = async (uid: string, relation: string) =>
  (
    await rowsOf<Record<string, unknown>>(site.strapi, uid).findMany({
      orderBy: { id: 'asc' },
      populate: { [relation]: { select: ['slug'] } },
    })
  ).map((row) => ([row[relation] ?? []].flat() as { slug: string }[]).map(({ slug }) => slug));
const article = (title: string, tags: object) => createDocument(site, ARTICLE, { title, ...tags });

async function twoStages() {
  const [old, kept] = [await aStage(site, 'Old'), await aStage(site, 'Kept', { position: 1 })];
  return { old, kept, path: `/stages/${old.documentId}` };
}

describe('a merge', () => {
  test('reaches relations that the site made itself, and answers with what it did', async () => {
    const [boss, cfo] = [await aPersona(site, 'Boss'), await aPersona(site, 'CFO')];
    const both = { own: [boss.documentId, cfo.documentId] };
    await createDocument(site, 'api::memo.memo', { title: 'M', ...both });
    await article('A', { personas: [boss.documentId] });
    const { documentId } = await article('B', { personas: [boss.documentId] });
    await publishDocument(site, ARTICLE, documentId);
    const answer = await merge(`/personas/${boss.documentId}`, cfo.documentId);
    expect([answer.status, answer.body.data]).toEqual([
      200,
      {
        kind: 'persona',
        merged: { documentId: boss.documentId, slug: 'boss', name: 'Boss' },
        into: { documentId: cfo.documentId, slug: 'cfo', name: 'CFO' },
        groups: [
          {
            ...{ kind: 'entries', uid: ARTICLE, name: 'Article', attributes: ['personas'] },
            ...{ optedOut: false, documents: 2, live: 1 },
          },
          {
            ...{ kind: 'entries', uid: 'api::memo.memo', name: 'Memo', attributes: ['own'] },
            ...{ optedOut: false, documents: 1, live: 0 },
          },
        ],
        settledTargets: [],
      } satisfies MergeResult,
    ]);
    expect(await tagsOf('api::memo.memo', 'own')).toEqual([['cfo']]);
    expect(await tagsOf(ARTICLE, 'personas')).toEqual([['cfo'], ['cfo'], ['cfo']]);
  });

  test('says where both had a target, and keeps the larger one', async () => {
    const { old, kept, path } = await twoStages();
    await aPersona(site, 'CFO');
    const targets = [
      { stage: 'old', persona: 'cfo', target: 5 },
      { stage: 'kept', persona: 'cfo', target: 2 },
      { stage: 'old', persona: null, target: 1 },
    ];
    const set = await call(site, 'PUT', '/buyer-journey/coverage/targets', {
      token,
      body: { targets },
    });
    expect(set.status).toBe(200);
    const list = await exportedUses(site, at(path), token);
    const result = (await merge(path, kept.documentId)).body.data as MergeResult;
    expect(result.settledTargets).toMatchObject([{ scope: '', kept: 5, dropped: 2 }]);
    const values = async () =>
      (await rowsOf<{ value: number }>(site.strapi, TARGET).findMany({}))
        .map(({ value }) => value)
        .sort();
    expect(await values()).toEqual([1, 5]);

    // Somebody sets another target for the cell: that is theirs to keep.
    await site.strapi.db.query(TARGET).updateMany({ where: { value: 5 }, data: { value: 7 } });
    const refused = await undoWith(site, token, list.text);
    expect(refusedWith(refused)).toEqual([400, expect.stringContaining('changed since')]);
    await site.strapi.db.query(TARGET).updateMany({ where: { value: 7 }, data: { value: 5 } });
    expect((await undoWith(site, token, list.text)).status).toBe(200);
    expect(await values()).toEqual([1, 2, 5]);
    expect(old.documentId).toBe((await stageIds()).get('old'));
  });

  test('that fails midway leaves nothing half-written', async () => {
    const { old, kept, path } = await twoStages();
    await article('A', { journeyStage: old.documentId });
    const rep = await signInRep(site, 'Maya Roth', { token });
    await capture(site, rep, 'Why?', { stage: 'old' });
    jest.spyOn(site.strapi.log, 'error').mockImplementation();
    const fail = site.strapi.db.lifecycles.subscribe({
      models: [MERGED],
      beforeCreate() {
        throw new Error('The disk is full.');
      },
    });
    const { told, stop } = listen(site, 'buyer-journey.tags-changed');
    expect((await merge(path, kept.documentId)).status).toBe(500);
    fail();
    stop();
    expect(await tagsOf(ARTICLE, 'journeyStage')).toEqual([['old']]);
    expect(await tagsOf(ITEM, 'stage')).toEqual([['old']]);
    expect([...(await stageIds()).keys()].sort()).toEqual(['kept', 'old']);
    expect(told).toEqual([]);
  });

  test('into itself, into nothing, of nothing or into a persona is refused', async () => {
    const { old, kept, path } = await twoStages();
    const cfo = await aPersona(site, 'CFO');
    expect(refusedWith(await merge(path, old.documentId))).toEqual([
      400,
      expect.stringContaining('into'),
    ]);
    expect((await merge(path, 'nosuchstage')).status).toBe(404);
    expect((await merge(path, cfo.documentId)).status).toBe(404);
    expect((await merge('/stages/nosuchstage', kept.documentId)).status).toBe(404);
    expect((await merge(path, 'a b')).status).toBe(400);
  });

  test('of two at once, each is done or told that there is nothing left', async () => {
    const { old, kept } = await twoStages();
    await article('A', { journeyStage: old.documentId });
    const answers = await Promise.all([
      merge(`/stages/${old.documentId}`, kept.documentId),
      merge(`/stages/${kept.documentId}`, old.documentId),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect((await stageIds()).size).toBe(1);
    expect((await tagsOf(ARTICLE, 'journeyStage')).flat()).toHaveLength(1);
  });
});

describe('undoing a merge', () => {
  test('gives back what is listed and nothing else, and the stage with all its texts', async () => {
    const kept = await aStage(site, 'Kept');
    const old = await aStage(site, 'Old', {
      ...{ color: '#123456', salesRole: 'Private', buyerQuestion: 'Why?' },
      translations: { de: { name: 'Alt' } },
    });
    await article('Listed', { journeyStage: old.documentId });
    const list = await exportedUses(site, at(`/stages/${old.documentId}`), token);
    await article('Not listed', { journeyStage: old.documentId });
    const detail = async () =>
      (await get(site, at(`/stages/${old.documentId}`), token)).body.data as object;
    const before = await detail();
    await merge(`/stages/${old.documentId}`, kept.documentId);
    expect((await undoWith(site, token, list.text)).body.data).toEqual({
      kind: 'stage',
      restored: { documentId: old.documentId, slug: 'old', name: 'Old' },
      rows: 1,
    });
    expect(await tagsOf(ARTICLE, 'journeyStage')).toEqual([['old'], ['kept']]);
    expect(await detail()).toEqual(before);
  });

  test('names each row that changed since, and changes nothing then', async () => {
    const { old, kept, path } = await twoStages();
    const other = await aStage(site, 'Other', { position: 2 });
    const tagged = { journeyStage: old.documentId };
    const [gone, moved] = [await article('Gone', tagged), await article('Moved', tagged)];
    await article('Stays', tagged);
    const list = await exportedUses(site, at(path), token);
    await merge(path, kept.documentId);
    await versionsOf(site, ARTICLE).delete({ documentId: gone.documentId });
    await updateDocument(site, ARTICLE, moved.documentId, { journeyStage: other.documentId });
    const before = await tagsOf(ARTICLE, 'journeyStage');
    const { status, body } = await undoWith(site, token, list.text);
    const lines = list.text.split('\r\n');
    const lineOf = (documentId: string) => lines.findIndex((line) => line.includes(documentId)) + 1;
    expect([status, body.error?.details]).toEqual([
      400,
      {
        reason: 'rows',
        total: 2,
        rows: [
          { row: lineOf(gone.documentId), message: 'is no longer there' },
          { row: lineOf(moved.documentId), message: 'was tagged otherwise since' },
        ],
      } satisfies UndoProblems,
    ]);
    expect(await tagsOf(ARTICLE, 'journeyStage')).toEqual(before);
    expect([...(await stageIds()).keys()]).not.toContain('old');
    // Without those rows it goes through.
    const rest = lines.filter(
      (line) => !line.includes(gone.documentId) && !line.includes(moved.documentId)
    );
    expect((await undoWith(site, token, rest.join('\r\n'))).status).toBe(200);
    expect(await tagsOf(ARTICLE, 'journeyStage')).toEqual([['other'], ['old']]);
  });

  test('survives a spreadsheet with semicolons, and a publication in between', async () => {
    const { old, kept, path } = await twoStages();
    const { documentId } = await article('A', { journeyStage: old.documentId });
    await publishDocument(site, ARTICLE, documentId);
    const list = await exportedUses(site, at(path), token);
    await merge(path, kept.documentId);
    await publishDocument(site, ARTICLE, documentId);
    const text = list.text.replaceAll(',', ';').replaceAll('; ', ', ');
    expect((await undoWith(site, token, text)).status).toBe(200);
    expect(await tagsOf(ARTICLE, 'journeyStage')).toEqual([['old'], ['old']]);
  });

  test('waits for the undoing of a later merge, and for a slug that is taken', async () => {
    const { old, kept, path } = await twoStages();
    const last = await aStage(site, 'Last', { position: 2 });
    const list = await exportedUses(site, at(path), token);
    const later = await exportedUses(site, at(`/stages/${kept.documentId}`), token);
    await merge(path, kept.documentId);
    await merge(`/stages/${kept.documentId}`, last.documentId);
    expect(refusedWith(await undoWith(site, token, list.text))).toEqual([
      400,
      expect.stringContaining('undo that merge first'),
    ]);
    expect((await undoWith(site, token, later.text)).status).toBe(200);
    const taken = await aStage(site, 'Old');
    expect(refusedWith(await undoWith(site, token, list.text))).toEqual([
      400,
      expect.stringContaining('“old”'),
    ]);
    await versionsOf(site, STAGE).delete({ documentId: taken.documentId });
    expect((await undoWith(site, token, list.text)).status).toBe(200);
    expect((await stageIds()).get('old')).toBe(old.documentId);
  });

  test.each([
    ['', 'columns'],
    ['a,b\r\n1,2\r\n', 'columns'],
    ['\0', 'UTF-8'],
    [
      'kind,type,attribute,documentId,row,locale,version,title,tags,order,scope,value\r\n',
      'uses of the',
    ],
  ])('refuses what is no such list: %j', async (text, message) => {
    expect(refusedWith(await undoWith(site, token, text))).toEqual([
      400,
      expect.stringContaining(message),
    ]);
  });

  test('refuses two terms for a version that takes one, and both for one that lost the other', async () => {
    const { old, kept, path } = await twoStages();
    await article('A', { journeyStage: old.documentId });
    const stages = await exportedUses(site, at(path), token);
    await merge(path, kept.documentId);
    const forged = stages.text.replace('draft,A,old', 'draft,A,old | kept');
    expect(forged).not.toBe(stages.text);
    expect(refusedWith(await undoWith(site, token, forged))).toEqual([
      400,
      expect.stringContaining('takes one'),
    ]);
    expect(await tagsOf(ARTICLE, 'journeyStage')).toEqual([['kept']]);

    const [boss, cfo] = [await aPersona(site, 'Boss'), await aPersona(site, 'CFO')];
    const both = { personas: [boss.documentId, cfo.documentId] };
    const { documentId } = await article('B', both);
    const personas = await exportedUses(site, at(`/personas/${boss.documentId}`), token);
    await merge(`/personas/${boss.documentId}`, cfo.documentId);
    await updateDocument(site, ARTICLE, documentId, { personas: [] });
    expect(refusedWith(await undoWith(site, token, personas.text))).toEqual([
      400,
      expect.stringContaining('was tagged otherwise since'),
    ]);
    await updateDocument(site, ARTICLE, documentId, { personas: [cfo.documentId] });
    expect((await undoWith(site, token, personas.text)).status).toBe(200);
    expect((await tagsOf(ARTICLE, 'personas'))[1]?.sort()).toEqual(['boss', 'cfo']);
  });

  test('refuses rows that name what the site does not have, and ids that no database takes', async () => {
    const { old, kept, path } = await twoStages();
    await article('A', { journeyStage: old.documentId });
    const list = await exportedUses(site, at(path), token);
    await merge(path, kept.documentId);
    for (const [from, to] of [
      [ARTICLE, 'admin::user'],
      ['journeyStage', 'title'],
      ['draft', 'published'],
    ] as const) {
      const { status } = await undoWith(site, token, list.text.replaceAll(`${from},`, `${to},`));
      expect([from, status]).toEqual([from, 400]);
    }
    const strange = list.text.replace(/,\d+,/, ',99999999999999999999,');
    expect((await undoWith(site, token, strange)).status).toBe(200);
  });
});

describe('the list of uses', () => {
  test('has every use; titles are for who may read them', async () => {
    const { old, path } = await twoStages();
    await article('=Secret title', { journeyStage: old.documentId });
    const all = await exportedUses(site, at(path), token);
    expect(all.rows).toMatchObject([
      { kind: 'entries', type: ARTICLE, version: 'draft', title: "'=Secret title", tags: 'old' },
    ]);
    const settings = { action: 'plugin::buyer-journey.settings.read' };
    const reading = (more: object) => [
      settings,
      { action: 'plugin::content-manager.explorer.read', subject: ARTICLE, ...more },
    ];
    for (const [permissions, title] of [
      [[settings], ''],
      [reading({ properties: { fields: ['secret'] } }), ''],
      [reading({ properties: { fields: ['title'] }, conditions: ['admin::is-creator'] }), ''],
      [reading({ properties: { fields: ['title'] } }), "'=Secret title"],
    ] as const) {
      const reader = await signIn(site, [...permissions]);
      const { rows } = await exportedUses(site, at(path), reader);
      expect(rows.map((row) => row.title)).toEqual([title]);
    }
  });
});

const stageIds = async () =>
  new Map(
    (await rowsOf<{ slug: string; documentId: string }>(site.strapi, STAGE).findMany({})).map(
      ({ slug, documentId }) => [slug, documentId]
    )
  );

describe('changing over to another stage model', () => {
  const switchTo = (id: string, body: object) =>
    call(site, 'POST', at(`/stage-models/${id}/switch`), { token, body });
  let ids: Map<string, string>;
  const from = (slug: string) => ids.get(slug) ?? '';

  beforeEach(async () => {
    const apply = at('/stage-models/see-think-do-care/apply');
    const { body } = await call(site, 'POST', apply, { token, body: {} });
    expect((body.data as ApplyResult).created).toHaveLength(4);
    ids = await stageIds();
    await article('A', { journeyStage: from('see') });
    await article('B', { journeyStage: from('do') });
  });

  test('moves each stage where the table says, and keeps the others, retired', async () => {
    const list = await exportedUses(site, at(`/stages/${from('see')}`), token);
    const { status, body } = await switchTo('three-stage', {
      mapping: [
        { from: from('see'), to: 'awareness' },
        { from: from('think'), to: 'awareness' },
        { from: from('do'), to: null },
        { from: from('care'), to: 'decision' },
      ],
    });
    const result = body.data as SwitchResult;
    expect([status, result.created]).toEqual([200, ['awareness', 'consideration', 'decision']]);
    expect(result.merges.map(({ merged, into }) => [merged.slug, into.slug])).toEqual([
      ['see', 'awareness'],
      ['think', 'awareness'],
      ['care', 'decision'],
    ]);
    expect(result.retired.map(({ slug }) => slug)).toEqual(['do']);
    expect(await tagsOf(ARTICLE, 'journeyStage')).toEqual([['awareness'], ['do']]);
    const { stages } = (await get(site, at(''), token)).body.data as {
      stages: { slug: string; position: number; retired: boolean }[];
    };
    expect(stages.map(({ slug, position, retired }) => [slug, position, retired])).toEqual([
      ['awareness', 0, false],
      ['consideration', 1, false],
      ['decision', 2, false],
      ['do', 3, true],
    ]);
    expect((await undoWith(site, token, list.text)).status).toBe(200);
    expect((await tagsOf(ARTICLE, 'journeyStage'))[0]).toEqual(['see']);
  });

  test('needs a word on every stage, and changes nothing without', async () => {
    const whole = ['see', 'think', 'do', 'care'].map((slug) => ({ from: from(slug), to: null }));
    for (const [field, mapping] of [
      ['mapping', whole.slice(1)],
      ['mapping.0.to', [{ ...whole[0], to: 'nosuch' }, ...whole.slice(1)]],
      ['mapping.4.from', [...whole, whole[0]]],
      ['mapping.4.from', [...whole, { from: 'nosuch', to: null }]],
      ['mapping.0.to', [{ from: from('see') }]],
    ] as const) {
      const answer = await switchTo('three-stage', { mapping });
      expect(refusedWith(answer)).toEqual([400, expect.stringContaining(field)]);
    }
    expect((await switchTo('nosuch', { mapping: whole })).status).toBe(404);
    const unknown = { mapping: whole, optionalStages: ['nosuch'] };
    expect(refusedWith(await switchTo('three-stage', unknown))).toEqual([
      400,
      expect.stringContaining('optionalStages'),
    ]);
    expect(await stageIds()).toEqual(ids);
  });

  test('to the same model changes nothing but brings retired stages back', async () => {
    await call(site, 'POST', at(`/stages/${from('see')}/retire`), { token, body: {} });
    const { body } = await switchTo('see-think-do-care', { mapping: [] });
    expect(body.data).toEqual({ created: [], merges: [], retired: [] });
    const see = (await get(site, at(`/stages/${from('see')}`), token)).body.data;
    expect(see).toMatchObject({ retired: false });
  });
});
