/** Setting up: which steps are done, read off the site; what was skipped, kept; how much has a place. */
import type { Placed, Setup, SetupStep, StepState } from '../../contracts/setup';
import { call, get, signIn } from '../site/client';
import { createDocument, updateDocument } from '../site/documents';
import { addLocales } from '../site/locales';
import { startSite, type Site } from '../site/site';
import { anEntry } from '../site/tagging';
import { contentType } from '../site/types';

const ARTICLE = 'api::article.article';
const FAQ = 'api::faq.faq';
const RULES = '/buyer-journey/tagging/rules';

let site: Site;
let token: string;
beforeAll(async () => {
  site = await startSite({
    types: [
      contentType('article', { localized: true }),
      contentType('faq', { draftAndPublish: false }),
      contentType('memo', { enabled: undefined }),
    ],
  });
  await addLocales(site, 'de');
  token = await signIn(site);
});
afterAll(() => site.remove());

async function setup(): Promise<Setup> {
  const { status, body } = await get(site, '/buyer-journey/setup', token);
  expect(status).toBe(200);
  return body.data as Setup;
}
const states = ({ steps }: Setup) =>
  Object.fromEntries(steps.map(({ step, state }) => [step, state])) as Record<SetupStep, StepState>;
const counts = ({ types }: Setup) =>
  types.map(({ uid, left, total }: Placed) => [uid, left, total] as const);
const post = async (path: string, body: object) => {
  const answer = await call(site, 'POST', `/buyer-journey${path}`, { token, body });
  expect(answer.status).toBe(200);
};
const skip = async (step: string, skipped: boolean) => {
  const path = `/buyer-journey/setup/${step}`;
  const { status, body } = await call(site, 'PUT', path, { token, body: { skipped } });
  expect(status).toBe(200);
  return states(body.data as Setup);
};

test('goes from nothing to a backlog that is placed, whoever does the steps', async () => {
  const fresh = await setup();
  expect(fresh.steps.map(({ step }) => step)).toEqual([
    ...['stages', 'personas', 'types', 'suggestions', 'backlog'],
  ]);
  expect(states(fresh)).toEqual({
    ...{ stages: 'open', personas: 'open', types: 'done' },
    ...{ suggestions: 'open', backlog: 'open' },
  });
  expect(counts(fresh)).toEqual([
    [ARTICLE, 0, 0],
    [FAQ, 0, 0],
  ]);

  await post('/taxonomy/stage-models/three-stage/apply', {});
  expect(states(await setup()).stages).toBe('done');
  expect(await skip('personas', true)).toMatchObject({ personas: 'skipped', suggestions: 'open' });
  expect(await skip('suggestions', true)).toMatchObject({
    ...{ personas: 'skipped', suggestions: 'skipped' },
  });
  expect(await skip('personas', false)).toMatchObject({
    ...{ personas: 'open', suggestions: 'skipped' },
  });
  await skip('personas', true);
  // Done after all.
  await post('/taxonomy/persona-preset/apply', { personas: ['champion'] });
  expect(states(await setup()).personas).toBe('done');

  const stages = await site.strapi
    .documents('plugin::buyer-journey.stage')
    .findMany({ sort: 'position' });
  const stage = stages[0];
  const rule = { id: 'a', type: ARTICLE, when: { kind: 'always' }, personas: [] };
  const body = { version: 0, rules: [{ ...rule, stage: stage?.documentId }] };
  expect((await call(site, 'PUT', RULES, { token, body })).status).toBe(200);
  expect(states(await setup()).suggestions).toBe('done');

  await anEntry(site, ARTICLE, { title: 'Live' });
  const draft = await anEntry(site, ARTICLE, { title: 'Draft' }, { isLive: false });
  await updateDocument(site, ARTICLE, draft, { title: 'Entwurf' }, { locale: 'de' });
  await anEntry(site, FAQ, { title: 'Placed', journeyStage: stage?.id });
  await createDocument(site, 'api::memo.memo', { title: 'A memo' });
  // Suggested is not placed.
  expect(counts(await setup())).toEqual([
    [ARTICLE, 2, 2],
    [FAQ, 0, 1],
  ]);
  expect(states(await setup()).backlog).toBe('open');

  await updateDocument(site, ARTICLE, draft, { journeyStage: stage?.id });
  expect(counts(await setup())[0]).toEqual([ARTICLE, 1, 2]);
  const { data } = (await get(site, '/buyer-journey/tagging/queue', token)).body as unknown as {
    data: { documentId: string }[];
  };
  expect(data).toHaveLength(1);
  await updateDocument(site, ARTICLE, data[0]?.documentId ?? '', { journeyStage: stage?.id });
  expect(states(await setup())).toEqual({
    ...{ stages: 'done', personas: 'done', types: 'done', suggestions: 'done', backlog: 'done' },
  });
});

test('stages and personas that are retired are not offered, and do not count', async () => {
  const { body } = await get(site, '/buyer-journey/taxonomy', token);
  const { personas } = body.data as { personas: { documentId: string }[] };
  expect(personas).toHaveLength(1);
  await post(`/taxonomy/personas/${personas[0]?.documentId}/retire`, {});
  expect(states(await setup()).personas).toBe('skipped');
});

test('what two people skip at the same moment is skipped both', async () => {
  await skip('personas', false);
  await skip('suggestions', false);
  await Promise.all([skip('personas', true), skip('suggestions', true)]);
  const kept = await site.strapi
    .store({ type: 'plugin', name: 'buyer-journey' })
    .get({ key: 'skipped-setup-steps' });
  expect((kept as string[]).sort()).toEqual(['personas', 'suggestions']);
});
