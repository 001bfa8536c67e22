/** The index that pages of content are read by: on opted-in types alone, gone when they opt out. */
import { modelOf } from '../../server/src/strapi';
import { startSite, type Site, type SiteOptions } from '../site/site';
import { contentType } from '../site/types';

interface Index {
  name: string;
  columns: string[];
}

const LONG = 'a-type-with-a-name-that-is-longer-than-databases-take-for-an-index';

/** @param enabled whether the article is opted in. */
const options = (enabled: boolean): SiteOptions => ({
  types: [
    contentType('article', { enabled, localized: true }),
    contentType('faq', { draftAndPublish: false }),
    contentType('memo', { enabled: undefined }),
    {
      ...contentType(LONG),
      indexes: [{ name: 'of_the_site', columns: ['title'], type: null }],
    },
  ],
});

let site: Site;
beforeAll(async () => {
  site = await startSite(options(true));
});
afterAll(() => site.remove());

async function indexesOf(name: string): Promise<Index[]> {
  const table = modelOf(site.strapi, `api::${name}.${name}`)?.tableName ?? '';
  const { schemaInspector } = site.strapi.db.dialect as unknown as {
    schemaInspector: { getIndexes(table: string): Promise<Index[]> };
  };
  return schemaInspector.getIndexes(table);
}

/** Columns of the index, in no order: PostgreSQL tells them as the table has them. Long names are shortened. */
const columnsOf = async (name: string) =>
  (await indexesOf(name))
    .filter((index) => index.name.includes('_publ'))
    .map(({ columns }) => columns.sort().join());

test('has what orders a page, and the locale where there are some', async () => {
  expect(await columnsOf('article')).toEqual(['document_id,locale,published_at']);
  expect(await columnsOf('faq')).toEqual(['document_id,published_at']);
  expect(await columnsOf('memo')).toEqual([]);
});

test('has a name that every database takes, and leaves the site its own', async () => {
  expect(await columnsOf(LONG)).toEqual(['document_id,published_at']);
  expect((await indexesOf(LONG)).map(({ name }) => name)).toContain('of_the_site');
});

test('goes when the type opts out, and comes back with it', async () => {
  await site.restart(options(false));
  expect(await columnsOf('article')).toEqual([]);
  await site.restart(options(true));
  expect(await columnsOf('article')).toEqual(['document_id,locale,published_at']);
});
