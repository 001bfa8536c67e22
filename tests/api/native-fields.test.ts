/** The fields of tags in the Content Manager itself: permissions for fields hold as for any other relation. */
import { call, get, signIn } from '../site/client';
import { aPersona, aStage, type Doc } from '../site/people';
import { startSite, type Site } from '../site/site';
import { anEntry, mayTag, tagsOf } from '../site/tagging';
import { contentType } from '../site/types';

const ARTICLE = 'api::article.article';

let site: Site;
let awareness: Doc;
let decision: Doc;
let cfo: Doc;
let documentId: string;
beforeAll(async () => {
  site = await startSite({ types: [contentType('article')] });
  awareness = await aStage(site, 'Awareness');
  decision = await aStage(site, 'Decision', { position: 1 });
  cfo = await aPersona(site, 'CFO');
});
afterAll(() => site.remove());
beforeEach(async () => {
  const tags = { journeyStage: awareness.id, personas: [cfo.id] };
  documentId = await anEntry(site, ARTICLE, { title: 'One', ...tags }, { isLive: false });
});

const path = () => `/content-manager/collection-types/${ARTICLE}/${documentId}`;
const editorOf = (...fields: string[]) => signIn(site, mayTag(ARTICLE, { fields }));
const connect = ({ id, documentId: target }: Doc) => ({
  connect: [{ id, documentId: target }],
  disconnect: [],
});

test('a role with the field sets it by saving the entry', async () => {
  const token = await editorOf('title', 'journeyStage');
  const body = { title: 'Two', journeyStage: connect(decision) };
  expect((await call(site, 'PUT', path(), { token, body })).status).toBe(200);
  expect(await tagsOf(site, ARTICLE, documentId)).toEqual(['draft: decision | cfo']);
});

test('a role without the field saves the entry, and the tag stays', async () => {
  const token = await editorOf('title');
  const body = { title: 'Two', journeyStage: connect(decision), personas: { set: [] } };
  const { status, body: answer } = await call(site, 'PUT', path(), { token, body });
  expect([status, answer.data]).toMatchObject([200, { title: 'Two' }]);
  expect(await tagsOf(site, ARTICLE, documentId)).toEqual(['draft: awareness | cfo']);
});

test('a role without the field does not see it, and one with it does', async () => {
  const token = await editorOf('title', 'journeyStage');
  const entry = (await get(site, path(), token)).body.data;
  expect(entry).toHaveProperty('journeyStage');
  expect(entry).not.toHaveProperty('personas');
  const relation = `/content-manager/relations/${ARTICLE}/${documentId}/journeyStage`;
  expect((await get(site, relation, token)).body.results).toMatchObject([
    { documentId: awareness.documentId },
  ]);
});
