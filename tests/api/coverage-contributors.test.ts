/** Whom coverage can be narrowed to: reps with a byline on live content, and nobody else. */
import type { CoverageFilters } from '../../contracts/coverage';
import { get } from '../site/client';
import { createDocument, publishDocument } from '../site/documents';
import { aRep, changeRep, type Doc } from '../site/people';
import type { Site } from '../site/site';
import { startWorldSite } from '../worlds/site';

const ARTICLE = 'api::article.article';
const FAQ = 'api::faq.faq';

let site: Site;
let token: string;
let zoe: Doc;
beforeAll(async () => {
  ({ site, token } = await startWorldSite());
  zoe = await aRep(site, 'Zoe Adler');
  const bert = await aRep(site, 'Bert Lang');
  const drafted = await aRep(site, 'Ada Drafted');
  await aRep(site, 'Max Unnamed');
  await createDocument(site, FAQ, { title: 'Live at once', contributors: [zoe.documentId] });
  await createDocument(site, ARTICLE, { title: 'A draft', contributors: [drafted.documentId] });
  const { documentId } = await createDocument(site, ARTICLE, {
    ...{ title: 'Published', contributors: [bert.documentId] },
  });
  await publishDocument(site, ARTICLE, documentId);
});
afterAll(() => site.remove());

const offered = async () => {
  const { body } = await get(site, '/buyer-journey/coverage/filters', token);
  return (body.data as CoverageFilters).contributors;
};
const asked = async (slug: string, path = '') => {
  const query = `contributor=${slug}&type=${FAQ}`;
  const answer = await get(site, `/buyer-journey/coverage${path}?${query}`, token);
  return [answer.status, answer.body.error?.message.replace(slug, 'SLUG')];
};

test('offers the reps whom live entries name, by name and in one statement', async () => {
  const statements: string[] = [];
  const note = ({ sql }: { sql: string }) => statements.push(sql);
  site.strapi.db.connection.on('query', note);
  expect(await offered()).toEqual([
    { slug: 'bert-lang', displayName: 'Bert Lang' },
    { slug: 'zoe-adler', displayName: 'Zoe Adler' },
  ]);
  site.strapi.db.connection.off('query', note);
  expect(statements.filter((sql) => /contributors_lnk.* as .byline/.test(sql))).toHaveLength(1);
});

test.each(['', '/entries', '/demand', '/sales-sourced', '/export/grid', '/export/entries'])(
  'of /coverage%s refuses who has no byline as it refuses whom nobody knows',
  async (path) => {
    const unknown = await asked('nobody', path);
    expect(unknown).toEqual([400, expect.stringMatching(/^contributor: /)]);
    expect(await asked('ada-drafted', path)).toEqual(unknown);
    expect(await asked('max-unnamed', path)).toEqual(unknown);
    expect((await asked('zoe-adler', path))[0]).toBe(200);
    // Live, if not in the type that is looked at.
    expect((await asked('bert-lang', path))[0]).toBe(200);
  }
);

test('forgets who takes back the consent', async () => {
  await changeRep(site, zoe.documentId, { bylineConsent: false });
  expect(await offered()).toEqual([{ slug: 'bert-lang', displayName: 'Bert Lang' }]);
  expect(await asked('zoe-adler')).toEqual(await asked('nobody'));
});
