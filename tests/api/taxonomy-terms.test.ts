/** Changing single stages and personas: texts, order, retiring, and two editors at once. */
import type { OrderConflict, StageDetail, TermConflict } from '../../contracts/taxonomy-terms';
import type { Taxonomy } from '../../contracts/taxonomy';
import { call, get, signIn, type Answer } from '../site/client';
import { createDocument, emptyTypes, updateDocument } from '../site/documents';
import { listen } from '../site/events';
import { addLocales } from '../site/locales';
import { aPersona, aStage } from '../site/people';
import { capture, signInRep } from '../site/sales';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

const STAGE = 'plugin::buyer-journey.stage';
const PERSONA = 'plugin::buyer-journey.persona';
const ITEM = 'plugin::buyer-journey.sales-sourced';
const ARTICLE = 'api::article.article';

let site: Site;
let token: string;
beforeAll(async () => {
  site = await startSite({ types: [contentType('article', { localized: true })] });
  token = await signIn(site);
  await addLocales(site, 'de', 'fr');
});
afterAll(() => site.remove());
afterEach(() => emptyTypes(site, ARTICLE, ITEM, STAGE, PERSONA));

const at = (path: string) => `/buyer-journey/taxonomy${path}`;
const send = (method: 'POST' | 'PUT' | 'DELETE', path: string, body: unknown = {}) =>
  call(site, method, at(path), { token, body });
const stage = async (documentId: string) =>
  (await get(site, at(`/stages/${documentId}`), token)).body.data as StageDetail;
const overview = async () => (await get(site, at(''), token)).body.data as Taxonomy;
const refused = ({ status, body }: Answer) => [status, body.error?.message];

describe('a stage', () => {
  test('is created after the others, with a slug made of its name', async () => {
    await aStage(site, 'Awareness', { position: 4 });
    const { status, body } = await send('POST', '/stages', {
      name: ' First contact ',
      buyerQuestion: 'Who are you?',
      color: '#4945ff',
      alwaysOn: true,
      ctaPolicy: 'none',
      salesRole: 'Listens',
      marketingRole: '',
    });
    expect([status, body.data]).toEqual([
      201,
      expect.objectContaining({
        ...{ name: 'First contact', slug: 'first-contact', position: 5, color: '#4945ff' },
        ...{ buyerQuestion: 'Who are you?', alwaysOn: true, ctaPolicy: 'none', retired: false },
        ...{ salesRole: 'Listens', marketingRole: null, translations: {}, description: null },
        updatedBy: expect.stringMatching(/^Person \d+$/) as unknown,
      }),
    ]);
  });

  test('changes in what is named, and in nothing else', async () => {
    const { documentId } = await aStage(site, 'Awareness', {
      ...{ color: '#111111', buyerQuestion: 'Why?', salesRole: 'Calls' },
      translations: { de: { name: 'Problem' }, xx: { name: 'Gone locale' } },
    });
    const before = await stage(documentId);
    const { body } = await send('PUT', `/stages/${documentId}`, {
      ...{ name: 'Aware', buyerQuestion: '', updatedAt: before.updatedAt },
    });
    expect(body.data).toEqual({
      ...before,
      ...{ name: 'Aware', buyerQuestion: null },
      updatedAt: expect.any(String) as unknown,
      updatedBy: expect.stringContaining('Person') as unknown,
    });
  });

  test('is translated to the site’s locales alone, and empty texts are no texts', async () => {
    const { documentId } = await aStage(site, 'Awareness', {
      translations: { de: { name: 'Alt' }, en: { name: 'Hides the name' }, xx: { name: 'Kept' } },
    });
    const { updatedAt, translations } = await stage(documentId);
    expect(translations).toEqual({ de: { name: 'Alt' } });
    const texts = {
      de: { name: 'Problem', question: ' Was tut weh? ', description: '' },
      fr: { name: '' },
    };
    const path = `/stages/${documentId}`;
    const saved = await send('PUT', path, { updatedAt, translations: texts });
    const expected = { de: { name: 'Problem', question: 'Was tut weh?' } };
    expect((saved.body.data as StageDetail).translations).toEqual(expected);
    const stored: unknown = await site.strapi.db.query(STAGE).findOne({ where: { documentId } });
    expect((stored as { translations: object }).translations).toEqual({
      ...expected,
      xx: { name: 'Kept' },
    });

    const now = (await stage(documentId)).updatedAt;
    for (const [field, translation] of [
      ['translations.xx', { xx: { name: 'A' } }],
      ['translations.en', { en: { name: 'A' } }],
      ['translations.constructor', { constructor: { name: 'A' } }],
      ['translations.de.title', { de: { title: 'A' } }],
      ['translations.de.name', { de: { name: 'x'.repeat(256) } }],
      ['translations.de.name', { de: { name: 5 } }],
    ] as const) {
      const answer = await send('PUT', path, { updatedAt: now, translations: translation });
      expect(refused(answer)).toEqual([400, expect.stringContaining(field)]);
    }
    const persona = await aPersona(site, 'CFO');
    const question = { translations: { de: { question: 'Warum?' } } };
    const { updatedAt: seen } = (await get(site, at(`/personas/${persona.documentId}`), token)).body
      .data as StageDetail;
    expect(
      refused(
        await send('PUT', `/personas/${persona.documentId}`, { ...question, updatedAt: seen })
      )
    ).toEqual([400, expect.stringContaining('translations.de.question')]);
  });

  test('saved by another one meanwhile is not overwritten: the later one is told what is there', async () => {
    const { documentId } = await aStage(site, 'Awareness');
    const { updatedAt } = await stage(documentId);
    const path = `/stages/${documentId}`;
    const answers = await Promise.all(
      ['Mine', 'Theirs'].map((name) => send('PUT', path, { updatedAt, name }))
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = answers.find(({ status }) => status === 200)?.body.data as StageDetail;
    const loser = answers.find(({ status }) => status === 409);
    expect(loser?.body).toMatchObject({ data: null, error: { name: 'ConflictError' } });
    expect(loser?.body.error?.details).toEqual({
      reason: 'changed',
      current: winner,
    } satisfies TermConflict);
    expect(await stage(documentId)).toEqual(winner);
    // What was seen by now is what is there.
    const again = await send('PUT', path, { updatedAt: winner.updatedAt, name: 'After all' });
    expect(again.status).toBe(200);
  });

  test('saved in the Content Manager meanwhile is not overwritten either', async () => {
    const { documentId } = await aStage(site, 'Awareness');
    const { updatedAt } = await stage(documentId);
    await updateDocument(site, STAGE, documentId, { salesRole: 'New' });
    const { status, body } = await send('PUT', `/stages/${documentId}`, { updatedAt, name: 'X' });
    expect([status, (body.error?.details.current as StageDetail).salesRole]).toEqual([409, 'New']);
  });

  test('given one slug at once with others gets it alone, or is told', async () => {
    const documents = [await aStage(site, 'A'), await aStage(site, 'B'), await aStage(site, 'C')];
    const stages = await Promise.all(documents.map(({ documentId }) => stage(documentId)));
    const answers = await Promise.all(
      stages.map(({ documentId, updatedAt }) =>
        send('PUT', `/stages/${documentId}`, { updatedAt, slug: 'same' })
      )
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    expect(slugs((await overview()).stages).filter((slug) => slug === 'same')).toHaveLength(1);
  });

  test.each([
    ['slug', { slug: 'decision' }],
    ['slug', { slug: 'a b' }],
    ['slug', { slug: 'none' }],
    ['slug', { slug: null }],
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(256) }],
    ['name', { name: 'a\0b' }],
    ['color', { color: 'red' }],
    ['buyingRole', { buyingRole: 'champion' }],
    ['ctaPolicy', { ctaPolicy: 'loud' }],
    ['alwaysOn', { alwaysOn: 'yes' }],
    ['updatedAt', { updatedAt: 'yesterday' }],
    ['updatedAt', { updatedAt: undefined }],
    ['retired', { retired: true }],
    ['position', { position: 3 }],
    ['translations', { translations: [] }],
  ])('refuses a wrong %s: %j', async (field, body) => {
    await aStage(site, 'Decision');
    const { documentId } = await aStage(site, 'Awareness');
    const { updatedAt } = await stage(documentId);
    const answer = await send('PUT', `/stages/${documentId}`, { updatedAt, ...body });
    expect(refused(answer)).toEqual([400, expect.stringContaining(field)]);
    expect((await stage(documentId)).updatedAt).toBe(updatedAt);
  });

  test('that is not there is a 404, a persona’s id too', async () => {
    const { documentId } = await aPersona(site, 'CFO');
    for (const id of [documentId, 'nosuchstage']) {
      const updatedAt = new Date().toISOString();
      expect((await get(site, at(`/stages/${id}`), token)).status).toBe(404);
      expect((await send('PUT', `/stages/${id}`, { updatedAt, name: 'A' })).status).toBe(404);
      expect((await send('DELETE', `/stages/${id}`)).status).toBe(404);
      expect((await send('POST', `/stages/${id}/retire`)).status).toBe(404);
      expect((await get(site, at(`/stages/${id}/uses.csv`), token)).status).toBe(404);
    }
  });

  test('goes when nothing uses it, and stays when something does', async () => {
    const { documentId } = await aStage(site, 'Awareness');
    const article = await createDocument(site, ARTICLE, { title: 'A', journeyStage: documentId });
    const kept = await send('DELETE', `/stages/${documentId}`);
    expect([kept.status, kept.body.error?.details.uses]).toEqual([400, 1]);
    await updateDocument(site, ARTICLE, article.documentId, { journeyStage: null });
    expect((await send('DELETE', `/stages/${documentId}`)).status).toBe(200);
    expect((await overview()).stages).toEqual([]);
  });
});

describe('the order', () => {
  const ids = async () => (await overview()).stages.map(({ documentId }) => documentId);
  async function threeStages() {
    for (const name of ['A', 'B', 'C']) await aStage(site, name);
    return ids();
  }

  test('is set for all at once, told to the outside, and no save of a text', async () => {
    const seen = await threeStages();
    const before = await stage(seen[0] ?? '');
    const { told, stop } = listen<{ documentId: string }>(site, 'buyer-journey.stage-changed');
    const order = [...seen].reverse();
    const { status } = await send('PUT', '/stages/order', { order, seen });
    stop();
    expect([status, await ids()]).toEqual([200, order]);
    expect((await overview()).stages.map(({ position }) => position)).toEqual([0, 1, 2]);
    expect(told.map(({ documentId }) => documentId).sort()).toEqual([seen[0], seen[1]].sort());
    expect((await stage(before.documentId)).updatedAt).toBe(before.updatedAt);
  });

  test('that somebody else changed, or where a stage was added, is a conflict with what is there', async () => {
    const seen = await threeStages();
    const [a, b, c] = seen as [string, string, string];
    await send('PUT', '/stages/order', { order: [b, a, c], seen });
    const late = await send('PUT', '/stages/order', { order: [c, b, a], seen });
    expect([late.status, late.body.error?.details]).toEqual([
      409,
      { reason: 'changed', order: [b, a, c] } satisfies OrderConflict,
    ]);
    await aStage(site, 'D', { position: 9 });
    const later = await send('PUT', '/stages/order', { order: [c, b, a], seen: [b, a, c] });
    expect(later.status).toBe(409);
    expect((await ids()).slice(0, 3)).toEqual([b, a, c]);
  });

  test('of two at once, the later one is told', async () => {
    const seen = await threeStages();
    const [a, b, c] = seen as [string, string, string];
    const answers = await Promise.all(
      [
        [b, a, c],
        [c, b, a],
        [a, c, b],
      ].map((order) => send('PUT', '/stages/order', { order, seen }))
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test.each([
    ['order', (seen: string[]) => ({ seen, order: seen.slice(1) })],
    ['order', (seen: string[]) => ({ seen, order: [...seen, 'another'] })],
    ['order', (seen: string[]) => ({ seen, order: [seen[0], seen[0], seen[1]] })],
    ['order.0', (seen: string[]) => ({ seen, order: [1] })],
    ['seen', (seen: string[]) => ({ order: seen })],
  ])('refuses a wrong %s', async (field, body) => {
    const seen = await threeStages();
    expect(refused(await send('PUT', '/stages/order', body(seen)))).toEqual([
      400,
      expect.stringContaining(field),
    ]);
    expect(await ids()).toEqual(seen);
  });
});

describe('a retired stage or persona', () => {
  test('is not offered for anything new, stays on what has it, and can come back', async () => {
    const rep = await signInRep(site, 'Maya Roth', { token });
    const old = await aStage(site, 'Old');
    const cfo = await aPersona(site, 'CFO');
    await aStage(site, 'New', { position: 1 });
    const item = await capture(site, rep, 'Why?', { stage: 'old', personas: ['cfo'] });
    const article = await createDocument(site, ARTICLE, {
      title: 'A',
      journeyStage: old.documentId,
    });
    for (const path of [`/stages/${old.documentId}`, `/personas/${cfo.documentId}`]) {
      const { status, body } = await send('POST', `${path}/retire`);
      expect([status, (body.data as StageDetail).retired]).toEqual([200, true]);
    }

    const me = (await get(site, '/buyer-journey/sales-sourced/me', token)).body.data as Offered;
    expect([slugs(me.stages), slugs(me.personas)]).toEqual([['new'], []]);
    const inbox = (await get(site, '/buyer-journey/sales-sourced/filters', token)).body
      .data as Offered;
    expect(inbox.stages).toMatchObject([
      { slug: 'old', retired: true },
      { slug: 'new', retired: false },
    ]);
    for (const [field, names] of [
      ['journeyStage', ['New']],
      ['personas', []],
    ] as const) {
      const choices = await get(site, `/content-manager/relations/${ARTICLE}/${field}`, token);
      const { results } = choices.body as unknown as { results: { name: string }[] };
      expect(results.map(({ name }) => name)).toEqual(names);
    }
    const draft = { type: ARTICLE, title: 'B', stage: 'old', persona: null };
    const started = await call(site, 'POST', '/buyer-journey/coverage/drafts', {
      token,
      body: draft,
    });
    expect(refused(started)).toEqual([400, expect.stringContaining('stage')]);

    // What has it can be saved, and says so.
    const own = `/content-manager/collection-types/${ARTICLE}/${article.documentId}`;
    const saved = await call(site, 'PUT', own, { token, body: { title: 'C' } });
    expect(saved.status).toBe(200);
    const existing = await get(
      site,
      `/content-manager/relations/${ARTICLE}/${article.documentId}/journeyStage`,
      token
    );
    expect(existing.text).toContain('Old');
    expect(item.stage?.slug).toBe('old');

    const back = await send('POST', `/stages/${old.documentId}/unretire`);
    expect((back.body.data as StageDetail).retired).toBe(false);
    const offered = (await get(site, '/buyer-journey/sales-sourced/me', token)).body
      .data as Offered;
    expect(slugs(offered.stages)).toEqual(['old', 'new']);
  });

  test('stays in coverage while something uses it, out of scope', async () => {
    const old = await aStage(site, 'Old');
    await aPersona(site, 'CFO');
    const article = await createDocument(site, ARTICLE, {
      title: 'A',
      journeyStage: old.documentId,
    });
    const coverage = async () =>
      (await get(site, '/buyer-journey/coverage', token)).body.data as {
        stages: { slug: string; retired: boolean }[];
        cells: { target: number }[];
      };
    expect((await coverage()).cells.map(({ target }) => target)).toEqual([1, 0]);
    await send('POST', `/stages/${old.documentId}/retire`);
    const retired = await coverage();
    expect(retired.stages).toMatchObject([{ slug: 'old', retired: true }]);
    expect(retired.cells.map(({ target }) => target)).toEqual([0, 0]);
    await updateDocument(site, ARTICLE, article.documentId, { journeyStage: null });
    expect((await coverage()).stages).toEqual([]);
  });
});

interface Offered {
  stages: { slug: string }[];
  personas: { slug: string }[];
}
const slugs = (terms: { slug: string }[]) => terms.map(({ slug }) => slug);
