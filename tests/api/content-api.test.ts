/** What a front-end site fetches: our read-only routes, and native queries on the site's own. */
import fc from 'fast-check';

import { documentsOf } from '../../server/src/strapi';
import { allowPublic, apiToken, call, get } from '../site/client';
import { aPersona, aRep, aStage } from '../site/people';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

const ROUTES = ['stages', 'personas', 'reps', 'sales-sourced'];

interface Doc {
  id: number;
  documentId: string;
}

let site: Site;
beforeAll(async () => {
  site = await startSite({
    types: [contentType('article'), contentType('faq', { draftAndPublish: false })],
  });
});
afterAll(() => site.remove());

const data = (answer: { body: { data?: unknown } }) =>
  answer.body.data as Record<string, unknown>[];

test('is closed until somebody opens it, and read-only ever after but for the intake', async () => {
  const token = await apiToken(site, 'full-access');
  for (const route of ROUTES) {
    for (const path of [route, `${route}/some-id`]) {
      expect((await get(site, `/api/buyer-journey/${path}`)).status).toBe(403);
      for (const method of ['POST', 'PUT', 'DELETE'] as const) {
        // The intake has tests of its own.
        if (method === 'POST' && path === 'sales-sourced') continue;
        const answer = await call(site, method, `/api/buyer-journey/${path}`, { token, body: {} });
        expect({ method, path, status: answer.status }).toEqual({ method, path, status: 405 });
      }
    }
  }
});

describe('opened', () => {
  let readOnly: string;
  beforeAll(async () => {
    readOnly = await apiToken(site, 'read-only');
    const decision = await aStage(site, 'Decision', { position: 2 });
    await aStage(site, 'Awareness', { position: 0, buyerQuestion: 'What is my problem?' });
    await aStage(site, 'Consideration', { position: 1 });
    const cfo = await aPersona(site, 'CFO', { position: 1 });
    await aPersona(site, 'Champion', { position: 0 });
    const rep = await aRep(site, 'Maya Roth', { jobTitle: 'Account executive' });
    const tags = {
      journeyStage: decision.documentId,
      personas: [cfo.documentId],
      contributors: [rep.documentId],
    };
    for (const uid of ['api::article.article', 'api::faq.faq']) {
      const documents = documentsOf<Doc>(site.strapi, uid) as unknown as {
        create(params: object): Promise<Doc>;
      };
      await documents.create({ data: { title: 'Tagged', ...tags }, status: 'published' });
      await documents.create({ data: { title: 'Untagged' }, status: 'published' });
    }
    await allowPublic(
      site,
      ...['stage', 'persona', 'rep', 'sales-sourced'].flatMap((type) => [
        `plugin::buyer-journey.${type}.find`,
        `plugin::buyer-journey.${type}.findOne`,
      ]),
      'api::article.article.find',
      'api::faq.faq.find'
    );
  });

  test('serves stages and personas in order unless told otherwise', async () => {
    const names = async (path: string) =>
      data(await get(site, `/api/buyer-journey/${path}`)).map(({ name }) => name);
    expect(await names('stages')).toEqual(['Awareness', 'Consideration', 'Decision']);
    expect(await names('stages?sort=name:desc')).toEqual([
      'Decision',
      'Consideration',
      'Awareness',
    ]);
    expect(await names('stages?pagination[pageSize]=1&pagination[page]=2')).toEqual([
      'Consideration',
    ]);
    expect(await names('stages?filters[slug][$eq]=decision&fields[0]=name')).toEqual(['Decision']);
    expect(await names('personas')).toEqual(['Champion', 'CFO']);
  });

  test('serves one by its document id, and 404 for an unknown one', async () => {
    const [stage] = data(await get(site, '/api/buyer-journey/stages'));
    const one = await get(site, `/api/buyer-journey/stages/${String(stage?.documentId)}`);
    expect(one.body.data).toMatchObject({
      slug: 'awareness',
      buyerQuestion: 'What is my problem?',
      alwaysOn: false,
      ctaPolicy: 'soft',
    });
    expect((await get(site, '/api/buyer-journey/stages/no-such-id')).status).toBe(404);
  });

  test('lets a read-only token in without any role', async () => {
    const closed = await get(site, '/api/buyer-journey/stages', readOnly);
    expect(closed.status).toBe(200);
  });

  test.each(['articles', 'faqs'])(
    'answers native filters and populate on /api/%s',
    async (route) => {
      const titles = async (query: string) =>
        data(await get(site, `/api/${route}?${query}`)).map(({ title }) => title);
      expect(await titles('filters[journeyStage][slug][$eq]=decision')).toEqual(['Tagged']);
      expect(await titles('filters[personas][slug][$eq]=cfo')).toEqual(['Tagged']);
      expect(await titles('filters[journeyStage][slug][$eq]=unknown')).toEqual([]);
      expect(await titles('filters[journeyStage][$null]=true')).toEqual(['Untagged']);
      const [tagged] = data(
        await get(site, `/api/${route}?filters[journeyStage][slug]=decision&populate=*`)
      );
      expect(tagged).toMatchObject({
        journeyStage: { slug: 'decision' },
        personas: [{ slug: 'cfo' }],
        contributors: [{ displayName: 'Maya Roth', jobTitle: 'Account executive' }],
      });
    }
  );

  test('answers nonsense with 200 or 400, never with a fault', async () => {
    const word = fc.constantFrom(
      ...['name', 'slug', 'position', 'alwaysOn', 'translations', 'createdAt', 'photo', 'stage'],
      ...['$eq', '$or', '$and', '$not', '$between', '$in', '$null', '$contains', 'filters', 'id'],
      ...['contributors', 'sort', 'fields', 'populate', 'on', 'count', '0', '*', '__proto__', '%00']
    );
    const value = fc.constantFrom(
      ...['1', '-1', 'abc', '', 'null', 'true', '99999999999999999999', '%00', '%F0%9F%98%80', '*'],
      ...["'; drop table x; --", '[a', '1,2', 'name:asc', 'position', 'stage', '2026-13-45']
    );
    const parameter = fc
      .tuple(
        fc.constantFrom('filters', 'sort', 'fields', 'populate', 'pagination', 'locale', '_q', 'x'),
        fc.array(word, { maxLength: 4 }),
        value
      )
      .map(([name, path, end]) => `${name}${path.map((part) => `[${part}]`).join('')}=${end}`);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ROUTES),
        fc.constantFrom('', '/no-such-id'),
        fc.array(parameter, { minLength: 1, maxLength: 3 }),
        async (route, id, parameters) => {
          const path = `/api/buyer-journey/${route}${id}?${parameters.join('&')}`;
          const { status } = await get(site, path);
          expect({ path, allowed: [200, 400, 404].includes(status) }).toEqual({
            path,
            allowed: true,
          });
        }
      ),
      {
        numRuns: 600,
        examples: [
          // A number that contains a text: PostgreSQL has no such operator.
          ['sales-sourced', '', ['filters[stage][$contains]=1']],
          // An operator within an operator: SQLite cannot bind it.
          ['stages', '', ['filters[name][$eq][$contains]=1']],
          ['personas', '/no-such-id', ['filters[id][$in][$contains]=1']],
        ],
      }
    );
  });
});
