/** What the plugin makes of the Content Manager's own lists: tags by name, and who can have a byline. */
import { call, get, signIn, type Permission } from '../site/client';
import { createDocument, publishDocument } from '../site/documents';
import { aPersona, aRep, aStage } from '../site/people';
import { startSite, type Site } from '../site/site';
import { contentType } from '../site/types';

const ARTICLE = 'api::article.article';
const ITEM = 'plugin::buyer-journey.sales-sourced';
const READ = 'plugin::content-manager.explorer.read';

const reads = (subject: string, ...fields: string[]): Permission => ({
  action: READ,
  subject,
  properties: { fields },
});

let site: Site;
let token: string;
beforeAll(async () => {
  site = await startSite({
    types: [contentType('article'), contentType('page', { enabled: false })],
  });
  token = await signIn(site);
});
afterAll(() => site.remove());

interface Listed {
  results: Record<string, unknown>[];
}

describe('tags in the list view', () => {
  const list = async (as: string) => {
    const answer = await get(site, `/content-manager/collection-types/${ARTICLE}?pageSize=10`, as);
    expect(answer.status).toBe(200);
    return (answer.body as unknown as Listed).results;
  };

  test('come with the page itself, personas by name, for who may read them', async () => {
    const [cfo, champion] = [await aPersona(site, 'CFO'), await aPersona(site, 'Champion')];
    const personas = [cfo.documentId, champion.documentId];
    const { documentId } = await createDocument(site, ARTICLE, { title: 'A', personas });
    await publishDocument(site, ARTICLE, documentId);

    const [row] = await list(token);
    expect(row?.personas).toMatchObject([{ name: 'CFO' }, { name: 'Champion' }]);
    expect(row?.contributors).toEqual({ count: 0 });
    const reader = await signIn(site, [
      reads(ARTICLE, 'title', 'personas'),
      reads('plugin::buyer-journey.persona', 'name'),
    ]);
    expect((await list(reader))[0]?.personas).toMatchObject([
      { name: 'CFO' },
      { name: 'Champion' },
    ]);

    const blind = await signIn(site, [reads(ARTICLE, 'title', 'personas')]);
    expect(JSON.stringify(await list(blind))).not.toContain('CFO');
    const without = await signIn(site, [
      reads(ARTICLE, 'title'),
      reads('plugin::buyer-journey.persona', 'name'),
    ]);
    expect(JSON.stringify(await list(without))).not.toContain('CFO');
  });

  test('do not bring along what is private of a stage, nor what the user may not read of it', async () => {
    const { documentId } = await aStage(site, 'Awareness', { salesRole: 'Hush', color: '#112233' });
    await createDocument(site, ARTICLE, { title: 'B', journeyStage: documentId });
    const stageAs = async (as: string) =>
      (await list(as)).find(({ title }) => title === 'B')?.journeyStage;
    const { id } = (await stageAs(token)) as { id: number };
    expect(await stageAs(token)).toEqual({
      ...{ id, documentId, name: 'Awareness', slug: 'awareness', color: '#112233' },
    });
    const own: Permission = {
      ...reads('plugin::buyer-journey.stage', 'name'),
      conditions: ['admin::is-creator'],
    };
    const author = await signIn(site, [reads(ARTICLE, 'title', 'journeyStage'), own]);
    expect(await stageAs(author)).toEqual({ id, documentId });
  });

  test('stay a count where Strapi asks for one elsewhere', async () => {
    const [{ documentId = '' } = {}] = (await list(token)) as { documentId?: string }[];
    const entry = await get(
      site,
      `/content-manager/collection-types/${ARTICLE}/${documentId}`,
      token
    );
    expect(entry.body.data).toMatchObject({ personas: { count: 2 } });
  });
});

describe('reps to choose from', () => {
  const offered = async (model: string, field: string, query = '') => {
    const path = `/content-manager/relations/${model}/${field}?pageSize=10&page=1${query}`;
    const { status, body } = await get(site, path, token);
    expect(status).toBe(200);
    const { results, pagination } = body as unknown as Listed & { pagination: { total: number } };
    expect(pagination.total).toBe(results.length);
    return results.map(({ displayName }) => displayName);
  };

  test('are those who can have a byline; the private attribution takes any', async () => {
    await aRep(site, 'Ana Active');
    await aRep(site, 'Quentin Quiet', { bylineConsent: false });
    await aRep(site, 'Gwen Gone', { active: false });
    for (const model of [ARTICLE, ITEM]) {
      expect(await offered(model, 'contributors')).toEqual(['Ana Active']);
    }
    expect(await offered(ARTICLE, 'contributors', '&_q=q')).toEqual([]);
    expect(await offered(ARTICLE, 'contributors', '&_q=ana')).toEqual(['Ana Active']);
    expect(await offered(ITEM, 'rep')).toHaveLength(3);
    const list = await call(
      site,
      'GET',
      '/content-manager/collection-types/plugin::buyer-journey.rep',
      {
        token,
      }
    );
    expect((list.body as unknown as Listed).results).toHaveLength(3);
  });
});
