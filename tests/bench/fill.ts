/** Fills a site with tagged documents, by bulk insert: the Document Service would take hours. */
import { modelOf } from '../../server/src/strapi';
import { DATABASE_CLIENT } from '../site/database';
import type { Site } from '../site/site';
import { contentType } from '../site/types';
import { CHUNK, dice, insertTags, removeTags, tagsFor, type Tags, type Terms } from './tags';

const attributes = { body: { type: 'richtext' } };
export const BENCH_TYPES = [
  ...['article', 'guide', 'story', 'page'].map((name) =>
    contentType(name, { localized: true, attributes })
  ),
  contentType('faq', { draftAndPublish: false, attributes }),
];
export const UIDS = BENCH_TYPES.map(({ info: { singularName: name } }) => `api::${name}.${name}`);
export const SECOND_LOCALE = 'fr';

const DAY = 24 * 60 * 60 * 1000;
/** Rows of one document, at most: draft and published version in two locales. */
const VERSIONS = 4;
/** Half the text of a usual blog article: what is in a row makes the tables as large as on real sites. */
const BODY = 'A sentence of some length that says nothing. '.repeat(70);

interface Row {
  id: number;
  row: object;
  tags: Tags;
}

/**
 * Adds documents over the types until there are `to` of them. Each has a draft and a published version in
 * English, one in five another pair in a second locale with tags of its own; the last type has neither
 * drafts nor locales.
 * @param from how many there are.
 */
export async function addDocuments(
  site: Site,
  terms: Terms,
  { from, to }: { from: number; to: number }
): Promise<void> {
  const { connection } = site.strapi.db;
  for (const [index, uid] of UIDS.entries()) {
    const model = modelOf(site.strapi, uid);
    if (!model) throw new Error(`There is no ${uid}.`);
    const rows = rowsOf(index, terms, shareOf(index, from), shareOf(index, to));
    await connection.batchInsert(
      model.tableName,
      rows.map(({ row }) => row),
      CHUNK
    );
    await insertTags(site, uid, rows);
  }
  await settle(site);
}

/** Spreads the same documents over the terms that there are by now. */
export async function tagAnew(site: Site, terms: Terms, documents: number): Promise<void> {
  for (const [index, uid] of UIDS.entries()) {
    await removeTags(site, uid);
    await insertTags(site, uid, rowsOf(index, terms, 0, shareOf(index, documents)));
  }
  await settle(site);
}

/** How many of all documents are of the type with this index. */
function shareOf(index: number, documents: number): number {
  const share = Math.floor(documents / UIDS.length);
  return index === 0 ? documents - share * (UIDS.length - 1) : share;
}

/** The rows of some documents of a type. */
function rowsOf(type: number, terms: Terms, from: number, to: number): Row[] {
  const plain = UIDS[type] === 'api::faq.faq';
  const rows: Row[] = [];
  for (let index = from; index < to; index += 1) {
    const next = dice(type * 10_000_000 + index);
    const published = new Date(Date.now() - next(400) * DAY);
    const locales = plain ? [null] : next(5) === 0 ? ['en', SECOND_LOCALE] : ['en'];
    const versions = locales.flatMap((locale, nth) => {
      const tags = tagsFor(terms, (type * 2 + nth + 1) * 20_000_000 + index);
      return (plain ? [published] : [null, published]).map((publishedAt) => ({
        locale,
        publishedAt,
        tags,
      }));
    });
    for (const [nth, { locale, publishedAt, tags }] of versions.entries()) {
      const id = index * VERSIONS + nth + 1;
      const row = {
        id,
        document_id: `bench${String(index).padStart(19, '0')}`,
        title: `Entry ${index}`,
        body: BODY,
        locale,
        published_at: publishedAt,
        created_at: published,
        updated_at: published,
      };
      rows.push({ id, row, tags });
    }
  }
  return rows;
}

/** PostgreSQL and MariaDB do so by themselves, some minutes later. */
async function settle({ strapi }: Site): Promise<void> {
  const { connection } = strapi.db;
  if (DATABASE_CLIENT === 'postgres') await connection.raw('vacuum analyze');
}
