/** Addresses of pages. Whom the reader is goes along, so that the journey stays theirs. */
import { typeOf } from './entry-types';

const withQuery = (path: string, parameters: Record<string, string | undefined>) => {
  const given = Object.entries(parameters).filter((pair): pair is [string, string] => !!pair[1]);
  const query = new URLSearchParams(given).toString();
  return query ? `${path}?${query}` : path;
};

export const journeyAddress = (persona?: string) => withQuery('/', { persona });

export const stageAddress = (slug: string, persona?: string, cursor?: string) =>
  withQuery(`/stages/${encodeURIComponent(slug)}`, { persona, cursor });

/** Undefined for what has no page here: a type that this site does not show, or an entry without a slug. */
export function entryAddress(entry: { type: string; slug: string | null }, persona?: string) {
  const type = typeOf(entry.type);
  if (!type || !entry.slug) return undefined;
  return withQuery(`/${type.path}/${encodeURIComponent(entry.slug)}`, { persona });
}

export const questionAddress = (slug: string) => `/questions/${encodeURIComponent(slug)}`;
