import { documentsOf, setDates, type Strapi } from '../documents';
import { eachWithProgress, line } from '../report';
import { libraryRow, problemsOf, type LibraryRow } from './library-file';

const ARTICLE_UID = 'api::article.article';
const LOCALE = 'en';

interface Refusal {
  /** Counted from 1. */
  row: number;
  slug: string | null;
  reason: string;
}

/**
 * Loads the rows of a library file as untagged, published articles: a row's type becomes the category, its
 * tags become the topics. A row without a date is published now. A row that does not fit, or whose
 * slug is taken, is refused and reported; each row is one transaction.
 */
export async function importLibrary(strapi: Strapi, rows: unknown[]): Promise<void> {
  const refusals: Refusal[] = [];
  await eachWithProgress('Importing', rows, async (row, index) => {
    const reason = await importRow(strapi, row);
    if (reason !== null) refusals.push({ row: index + 1, slug: slugOf(row), reason });
  });
  line(`Imported ${rows.length - refusals.length} of ${rows.length}, refused ${refusals.length}.`);
  for (const { row, slug, reason } of refusals) {
    line(`  row ${row}${slug === null ? '' : ` (${slug})`}: ${reason}`);
  }
}

/** @returns why the row was refused, or null. */
async function importRow(strapi: Strapi, row: unknown): Promise<string | null> {
  const parsed = libraryRow.safeParse(row);
  if (!parsed.success) return problemsOf(parsed.error);
  const { slug } = parsed.data;
  const documents = documentsOf(strapi, ARTICLE_UID);
  if (await documents.findFirst({ locale: LOCALE, filters: { slug } })) {
    return 'slug is taken by an earlier article';
  }
  try {
    await strapi.db.transaction(() => createArticle(strapi, parsed.data));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function createArticle(strapi: Strapi, row: LibraryRow): Promise<void> {
  const documents = documentsOf(strapi, ARTICLE_UID);
  const { documentId } = await documents.create({
    locale: LOCALE,
    data: {
      title: row.title,
      slug: row.slug,
      excerpt: row.description,
      body: row.body,
      category: row.type,
      author: row.author,
      topics: row.tags.join(', '),
    },
  });
  await documents.publish({ documentId, locale: LOCALE });
  if (row.publishedAt === null) return;
  const publishedAt = new Date(row.publishedAt);
  const dates = { createdAt: publishedAt, updatedAt: publishedAt };
  const version = { documentId, locale: LOCALE };
  await setDates(strapi, ARTICLE_UID, { ...version, live: true }, { ...dates, publishedAt });
  await setDates(strapi, ARTICLE_UID, { ...version, live: false }, dates);
}

function slugOf(row: unknown): string | null {
  const slug = typeof row === 'object' && row !== null && 'slug' in row ? row.slug : null;
  return typeof slug === 'string' && slug !== '' ? slug.slice(0, 80) : null;
}
