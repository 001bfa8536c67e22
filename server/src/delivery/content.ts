/** `GET /content`: entries of every tagged content type that the caller may read, page by page. */
import type { ContentPage, ContentQuery } from '../../../contracts/delivery';
import { blameQuery } from '../content-api';
import { refusal } from '../refusal';
import { inReadingTransaction, type Strapi, type Trx } from '../strapi';
import { readCursor, writeCursor, type Walk } from './cursor';
import { readEntries } from './entries';
import { addWholes, checkNames } from './expand';
import { countOf, findPage, type Found, type PageOf } from './query';
import { select, type Selection } from './selection';

const DEFAULT_PAGE_SIZE = 25;
/** Where the site's own limit is higher, or is none: databases take so many values in one statement. */
const LARGEST_PAGE = 1000;

/**
 * One page of entries.
 * @param auth of the request.
 * @throws {ValidationError} naming the parameter that cannot be meant.
 */
export async function contentPage(
  strapi: Strapi,
  auth: unknown,
  query: ContentQuery
): Promise<ContentPage> {
  const { cursor, expand, fields, populate } = query;
  const pageSize = pageSizeOf(strapi, query.pageSize);
  const whole = expand ? { fields, populate } : undefined;
  if (!whole) refuseAlone(query);
  const selection = await select(strapi, auth, query);
  if (whole) checkNames(selection.types, whole);

  const asked = { ...query, locale: selection.locale, pageSize, cursor: undefined };
  const walk = cursor === undefined ? undefined : readCursor(cursor, asked);
  // One more than a page holds tells whether there is another page.
  const page: PageOf = {
    direction: query.sort === 'publishedAt:asc' ? 'asc' : 'desc',
    walk,
    limit: pageSize + 1,
  };
  const answer = await inReadingTransaction(strapi, async (trx) => {
    const found = await findPage(strapi, trx, selection, page).catch((error: unknown) => {
      // A forged cursor may hold what is no date to this database.
      if (walk) blameQuery(strapi, error);
      throw error;
    });
    const shown = found.slice(0, pageSize);
    const last = found.length > pageSize ? shown.at(-1) : undefined;
    const start = walk ?? (await startOf(strapi, trx, selection, page, found));
    const total = query.withCount ? await countOf(strapi, trx, selection) : undefined;
    return {
      data: await readEntries(strapi, trx, auth, selection, shown),
      meta: {
        pagination: {
          pageSize,
          nextCursor: last ? writeCursor({ ...start, position: last }, asked) : null,
          ...(total === undefined ? {} : { total }),
        },
      },
    };
  });
  if (!whole) return answer;
  return { ...answer, data: await addWholes(strapi, auth, selection, answer.data, whole) };
}

/** What the first page knew of: most often its first entry tells. */
async function startOf(
  strapi: Strapi,
  trx: Trx,
  selection: Selection,
  { direction }: PageOf,
  [first]: Found[]
): Promise<Pick<Walk, 'startedAt' | 'asOf'>> {
  const newestBy = async (until?: Date) =>
    (await findPage(strapi, trx, selection, { direction: 'desc', limit: 1, until }))[0];
  const newest = direction === 'desc' ? first : first && (await newestBy());
  if (!newest || newest.isPast || newest.at === null) {
    return { startedAt: newest?.at ?? null, asOf: null };
  }
  const now = new Date();
  return { startedAt: (await newestBy(now))?.at ?? null, asOf: now.toISOString() };
}

/** @throws {ValidationError} naming `pageSize` when it is over the site's own limit. */
function pageSizeOf(strapi: Strapi, asked: number | undefined): number {
  const set = Number(strapi.config.get('api.rest.maxLimit'));
  const limit = set > 0 ? Math.min(set, LARGEST_PAGE) : LARGEST_PAGE;
  if (asked !== undefined && asked > limit) throw refusal('pageSize', `must be at most ${limit}`);
  return asked ?? Math.min(DEFAULT_PAGE_SIZE, limit);
}

/** What means something with `expand` only. */
function refuseAlone(query: ContentQuery): void {
  for (const parameter of ['fields', 'populate'] as const) {
    if (query[parameter] !== undefined) throw refusal(parameter, 'needs expand=true');
  }
}
