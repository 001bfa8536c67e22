/** Events that tell static sites and CDNs what to renew. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { partOf } from '../../server/src/strapi';
import { versionsOf, type Doc } from '../site/documents';
import { addLocales } from '../site/locales';
import { aPersona, aStage } from '../site/people';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

const TAGS_CHANGED = 'buyer-journey.tags-changed';
const NONE = { stage: null, personas: [], contributors: [] };

let site: Site;
let receiver: Server;
const received: Record<string, unknown>[] = [];
const of = (name: string) => versionsOf(site, `api::${name}.${name}`);
let awareness: Doc;
let decision: Doc;
let cfo: Doc;

beforeAll(async () => {
  site = await startSite({
    types: [
      contentType('article', { localized: true }),
      contentType('faq', { draftAndPublish: false }),
      contentType('memo', { enabled: undefined }),
    ],
  });
  await addLocales(site, 'de');
  awareness = await aStage(site, 'Awareness');
  decision = await aStage(site, 'Decision');
  cfo = await aPersona(site, 'CFO');
  receiver = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      received.push(JSON.parse(text) as Record<string, unknown>);
      response.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  const webhook = {
    name: 'Static site',
    url: `http://127.0.0.1:${port}`,
    events: [TAGS_CHANGED, 'buyer-journey.stage-changed', 'buyer-journey.persona-changed'],
    headers: {},
    isEnabled: true,
  };
  const store = partOf<{ createWebhook(data: object): Promise<object> }>(
    site.strapi,
    'webhookStore'
  );
  const runner = partOf<{ add(webhook: object): void }>(site.strapi, 'webhookRunner');
  runner.add(await store.createWebhook(webhook));
});
afterAll(async () => {
  receiver.close();
  await site.remove();
});

/** What the receiver got of the work; webhooks are sent in the background. */
async function toldOf(work: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  received.length = 0;
  await work();
  await new Promise((resolve) => setTimeout(resolve, 300));
  for (const told of received) delete told.createdAt;
  return [...received];
}

test('a publication tells how the tags of the live version changed, a saved draft nothing', async () => {
  const articles = of('article');
  const article = await articles.create({
    data: { title: 'One', journeyStage: awareness.documentId, personas: [cfo.documentId] },
  });
  const { documentId } = article;
  const first = { stage: 'awareness', personas: ['cfo'], contributors: [] };
  const second = { ...first, stage: 'decision' };
  const event = { event: TAGS_CHANGED, uid: 'api::article.article', documentId, locale: 'en' };

  expect(await toldOf(() => articles.publish({ documentId }))).toEqual([
    { ...event, before: NONE, after: first },
  ]);
  const data = { journeyStage: decision.documentId };
  expect(await toldOf(() => articles.update({ documentId, data }))).toEqual([]);
  expect(await toldOf(() => articles.publish({ documentId }))).toEqual([
    { ...event, before: first, after: second },
  ]);
  expect(await toldOf(() => articles.publish({ documentId }))).toEqual([]);
  expect(await toldOf(() => articles.unpublish({ documentId }))).toEqual([
    { ...event, before: second, after: NONE },
  ]);
  await toldOf(() => articles.publish({ documentId }));
  expect(await toldOf(() => articles.delete({ documentId }))).toEqual([
    { ...event, before: second, after: NONE },
  ]);
});

test('types without drafts tell of each save that changes tags; others of none', async () => {
  const faqs = of('faq');
  const { documentId } = await faqs.create({ data: { title: 'One' } });
  const save = (data: object) => () => faqs.update({ documentId, data });
  expect(await toldOf(save({ title: 'Two' }))).toEqual([]);
  expect(await toldOf(save({ journeyStage: decision.documentId }))).toMatchObject([
    { uid: 'api::faq.faq', documentId, locale: null, after: { stage: 'decision' } },
  ]);
  expect(await toldOf(() => of('memo').create({ data: { title: 'A memo' } }))).toEqual([]);
});

test('what is rolled back is not told', async () => {
  const told = await toldOf(() =>
    site.strapi.db
      .transaction(async () => {
        const data = { title: 'Gone', journeyStage: decision.documentId };
        await of('faq').create({ data });
        throw new Error('rolled back');
      })
      .catch(() => undefined)
  );
  expect(told).toEqual([]);
});

test('stages and personas tell of their changes', async () => {
  const stages = versionsOf(site, 'plugin::buyer-journey.stage');
  const { documentId } = awareness;
  expect(await toldOf(() => stages.update({ documentId, data: { name: 'Aware' } }))).toEqual([
    { event: 'buyer-journey.stage-changed', action: 'update', documentId },
  ]);
  const told = await toldOf(() => aPersona(site, 'Champion'));
  expect(told).toMatchObject([{ event: 'buyer-journey.persona-changed', action: 'create' }]);
});
