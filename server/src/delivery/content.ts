/** `GET /content`: entries of every tagged content type that the caller may read, page by page. */
import type { ContentPage, ContentQuery } from '../../../contracts/delivery';
import { blameQuery } from '../content-api';
import { refusal } from '../refusal';
import { inReadingTransaction, type Strapi } from '../strapi';
import { readCursor, writeCursor } from './cursor';
import { entriesAt } from './entries';
import { checkNames } from './expand';
import { countOf, lastPublication, positionsOf } from './query';
import { select } from './selection';

const DEFAULT_PAGE_SIZE = 25;
/** Where the site sets no limit of its own. */
const LARGEST_PAGE = 100;

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
  const direction = query.sort === 'publishedAt:asc' ? 'asc' : 'desc';
  const { positions, startedAt, total } = await inReadingTransaction(strapi, async (trx) => {
    // One more than a page holds tells whether there is another page.
    const page = { direction, walk, limit: pageSize + 1 } as const;
    return {
      startedAt: walk ? walk.startedAt : await lastPublication(strapi, trx, selection),
      positions: await positionsOf(strapi, trx, selection, page),
      total: query.withCount ? await countOf(strapi, trx, selection) : undefined,
    };
  }).catch((error: unknown) => {
    // A forged cursor may hold what is no date to this database.
    if (walk) blameQuery(strapi, error);
    throw error;
  });

  const shown = positions.slice(0, pageSize);
  const last = positions.length > pageSize ? shown.at(-1) : undefined;
  return {
    data: await entriesAt(strapi, auth, selection, shown, whole),
    meta: {
      pagination: {
        pageSize,
        nextCursor: last ? writeCursor({ position: last, startedAt }, asked) : null,
        ...(total === undefined ? {} : { total }),
      },
    },
  };
}

/** @throws {ValidationError} naming `pageSize` when it is over the site's own limit. */
function pageSizeOf(strapi: Strapi, asked: number | undefined): number {
  const limit = Number(strapi.config.get('api.rest.maxLimit')) || LARGEST_PAGE;
  if (asked !== undefined && asked > limit) throw refusal('pageSize', `must be at most ${limit}`);
  return asked ?? Math.min(DEFAULT_PAGE_SIZE, limit);
}

/** What means something with `expand` only. */
function refuseAlone(query: ContentQuery): void {
  for (const parameter of ['fields', 'populate'] as const) {
    if (query[parameter] !== undefined) throw refusal(parameter, 'needs expand=true');
  }
}
