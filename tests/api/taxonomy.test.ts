/** Stages and personas: presets are a choice, and applying them loses nothing. */
import type { ApplyResult, StageModel, Taxonomy } from '../../contracts/taxonomy';
import { rowsOf } from '../../server/src/strapi';
import { call, get, signIn } from '../site/client';
import { createDocument, emptyTypes, updateDocument, type Doc } from '../site/documents';
import { aPersona, aStage } from '../site/people';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

const STAGE = 'plugin::buyer-journey.stage';
const PERSONA = 'plugin::buyer-journey.persona';
const FAQ = 'api::faq.faq';

interface StageRow extends Doc {
  slug: string;
  position: number;
}

const types = [contentType('faq', { draftAndPublish: false })];

let site: Site;
let token: string;
beforeAll(async () => {
  site = await startSite({ types });
  token = await signIn(site);
});
afterAll(() => site.remove());

afterEach(() => emptyTypes(site, FAQ, STAGE, PERSONA));

const rows = (uid: string) =>
  rowsOf<StageRow>(site.strapi, uid).findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] });
const slugs = async (uid = STAGE) => (await rows(uid)).map(({ slug }) => slug);
const positions = async () =>
  Object.fromEntries((await rows(STAGE)).map(({ slug, position }) => [slug, position]));
const overview = async () =>
  (await get(site, '/buyer-journey/taxonomy', token)).body.data as Taxonomy;

describe('stage models', () => {
  const models = async () =>
    (await get(site, '/buyer-journey/taxonomy/stage-models', token)).body.data as StageModel[];
  const apply = (id: string, body: object = {}) =>
    call(site, 'POST', `/buyer-journey/taxonomy/stage-models/${id}/apply`, { token, body });
  async function applied(id: string, body: object = {}): Promise<ApplyResult> {
    const answer = await apply(id, body);
    expect([answer.status, answer.body.error]).toEqual([200, undefined]);
    return answer.body.data as ApplyResult;
  }

  test('are a choice: a new site has no stages and no personas, not after another start either', async () => {
    await site.restart({ types });
    expect(await overview()).toMatchObject({ stages: [], personas: [] });
  });

  test('each apply to an empty site: their stages in order, with question and colour', async () => {
    const all = await models();
    expect(all.map(({ id }) => id)).toContain('three-stage');
    for (const { id, stages } of all) {
      const expected = stages.filter(({ optional }) => !optional);
      expect(await applied(id)).toEqual({
        created: expected.map(({ slug }) => slug),
        kept: [],
        removed: [],
      });
      expect((await overview()).stages).toEqual(
        expected.map(({ slug, name, buyerQuestion, color, alwaysOn }, position) => ({
          ...{ slug, name, buyerQuestion, color, alwaysOn, position, uses: 0, retired: false },
          updatedAt: expect.any(String) as unknown,
          documentId: expect.any(String) as unknown,
        }))
      );
      for (const stage of expected) {
        expect(stage.buyerQuestion).toMatch(/\?$/);
        expect(stage.color).toMatch(/^#[0-9a-f]{6}$/);
      }
      await emptyTypes(site, STAGE);
    }
  });

  test('applied again change nothing at all', async () => {
    await applied('three-stage');
    const before = await rows(STAGE);
    expect(await applied('three-stage')).toEqual({ created: [], kept: [], removed: [] });
    expect(await rows(STAGE)).toEqual(before);
  });

  test('applied again leave alone what somebody changed', async () => {
    await applied('three-stage');
    const [first] = await rows(STAGE);
    await updateDocument(site, STAGE, first?.documentId ?? '', { name: 'Discovery', position: 7 });
    const before = await rows(STAGE);
    await applied('three-stage');
    expect(await rows(STAGE)).toEqual(before);
  });

  test('have optional stages that come only when they are asked for', async () => {
    await applied('three-stage', { optionalStages: ['advocacy', 'onboarding'] });
    expect(await slugs()).toEqual([
      'awareness',
      'consideration',
      'decision',
      'onboarding',
      'advocacy',
    ]);
  });

  test('can be given an optional stage later, in its place, and keep one that is no longer asked for', async () => {
    await applied('three-stage', { optionalStages: ['advocacy'] });
    expect(await applied('three-stage', { optionalStages: ['retention'] })).toEqual({
      created: ['retention'],
      kept: ['advocacy'],
      removed: [],
    });
    expect(await positions()).toEqual({
      awareness: 0,
      consideration: 1,
      decision: 2,
      retention: 3,
      advocacy: 4,
    });
  });

  test('refuse an unknown model with 404, and an unknown optional stage by name, and create nothing', async () => {
    expect((await apply('four-stage')).status).toBe(404);
    const { status, body } = await apply('three-stage', { optionalStages: ['onboarding', 'sale'] });
    expect([status, body.error?.message]).toEqual([400, expect.stringContaining('“sale”')]);
    expect(await slugs()).toEqual([]);
  });

  describe('on a site with other stages', () => {
    beforeEach(async () => {
      await applied('see-think-do-care');
      const think = (await rows(STAGE)).find(({ slug }) => slug === 'think');
      await createDocument(site, FAQ, { title: 'Used', journeyStage: think?.documentId });
    });

    test('ask what happens to those, saying how often each is used, and change nothing', async () => {
      const before = await rows(STAGE);
      const { status, body } = await apply('three-stage');
      expect(status).toBe(400);
      expect(body.error?.message).toContain('oldStages');
      expect(body.error?.details).toEqual({
        reason: 'oldStages',
        oldStages: [
          { slug: 'see', name: 'See', uses: 0 },
          { slug: 'think', name: 'Think', uses: 1 },
          { slug: 'do', name: 'Do', uses: 0 },
          { slug: 'care', name: 'Care', uses: 0 },
        ],
      });
      expect(await rows(STAGE)).toEqual(before);
    });

    test('keep them after their own', async () => {
      expect(await applied('three-stage', { oldStages: 'keep' })).toEqual({
        created: ['awareness', 'consideration', 'decision'],
        kept: ['see', 'think', 'do', 'care'],
        removed: [],
      });
      expect(await positions()).toEqual({
        awareness: 0,
        consideration: 1,
        decision: 2,
        see: 3,
        think: 4,
        do: 5,
        care: 6,
      });
    });

    test('remove those that nothing uses, and keep those in use with their content', async () => {
      expect(await applied('three-stage', { oldStages: 'removeUnused' })).toEqual({
        created: ['awareness', 'consideration', 'decision'],
        kept: ['think'],
        removed: ['see', 'do', 'care'],
      });
      expect(await positions()).toEqual({ awareness: 0, consideration: 1, decision: 2, think: 3 });
      expect((await overview()).stages.map(({ slug, uses }) => [slug, uses])).toContainEqual([
        'think',
        1,
      ]);
    });

    test('come first again once the others are removed', async () => {
      await applied('three-stage', { oldStages: 'keep' });
      await applied('see-think-do-care', { oldStages: 'removeUnused' });
      expect(await positions()).toEqual({ see: 0, think: 1, do: 2, care: 3 });
    });

    test('share a stage of the same name', async () => {
      await applied('three-stage', { oldStages: 'removeUnused' });
      const awareness = (await rows(STAGE)).find(({ slug }) => slug === 'awareness');
      const { created } = await applied('bowtie', { oldStages: 'keep' });
      expect(created).not.toContain('awareness');
      expect((await rows(STAGE)).find(({ slug }) => slug === 'awareness')?.id).toBe(awareness?.id);
    });
  });

  test('applied at the same time create nothing twice', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => apply('gartner-buying-jobs')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await slugs()).toHaveLength(6);
    expect(new Set(await slugs()).size).toBe(6);
  });

  test('of two applied at the same time, the later one asks about the stages of the other', async () => {
    const answers = await Promise.all([apply('three-stage'), apply('see-think-do-care')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect([3, 4]).toContain((await slugs()).length);
  });
});

describe('the persona preset', () => {
  const apply = () =>
    call(site, 'POST', '/buyer-journey/taxonomy/persona-preset/apply', { token, body: {} });

  test('adds its personas after those there are, and applied again changes nothing', async () => {
    await aPersona(site, 'Architect', { position: 4 });
    const preset = (await get(site, '/buyer-journey/taxonomy/persona-preset', token)).body.data as {
      slug: string;
      buyingRole: string;
    }[];
    expect((await apply()).body.data).toEqual({
      created: preset.map(({ slug }) => slug),
      kept: ['architect'],
      removed: [],
    });
    expect((await overview()).personas).toMatchObject([
      { slug: 'architect', position: 4 },
      ...preset.map((persona, index) => ({ ...persona, position: 5 + index, uses: 0 })),
    ]);
    const before = await rows(PERSONA);
    expect((await apply()).body.data).toMatchObject({ created: [], removed: [] });
    expect(await rows(PERSONA)).toEqual(before);
  });

  test('applied at the same time creates nothing twice', async () => {
    await Promise.all([apply(), apply(), apply()]);
    const found = await slugs(PERSONA);
    expect(new Set(found).size).toBe(found.length);
  });
});

describe('slugs that mean something else in queries', () => {
  const path = (uid: string, documentId = '') =>
    `/content-manager/collection-types/${uid}/${documentId}`;

  test.each([
    [STAGE, 'none'],
    [PERSONA, 'everyone'],
  ])('are refused: %s %s', async (uid, slug) => {
    const create = await call(site, 'POST', path(uid), { token, body: { name: 'X', slug } });
    expect([create.status, create.body.error?.message]).toEqual([
      400,
      expect.stringContaining(slug),
    ]);
    const there = uid === STAGE ? await aStage(site, 'X') : await aPersona(site, 'X');
    const change = await call(site, 'PUT', path(uid, there.documentId), { token, body: { slug } });
    expect(change.status).toBe(400);
    expect(await slugs(uid)).toEqual(['x']);
  });

  test('would be cut in two by a comma, and cannot have one even through a query', async () => {
    for (const uid of [STAGE, PERSONA]) {
      const query = site.strapi.db.query(uid);
      const data = { name: 'X', slug: 'a,b', position: 0 };
      await expect(query.create({ data })).rejects.toThrow('“a,b”');
    }
  });

  test('are no trouble elsewhere', async () => {
    await aStage(site, 'Everyone');
    await aPersona(site, 'None');
    expect([...(await slugs(STAGE)), ...(await slugs(PERSONA))]).toEqual(['everyone', 'none']);
  });
});
