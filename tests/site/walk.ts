/** Following cursors through `GET /api/buyer-journey/content`, as a front-end does. */
import type { ContentEntry, ContentPage } from '../../contracts/delivery';
import { get } from './client';
import type { Site } from './site';

/** One page; anything but a 200 fails. */
export async function contentPage(site: Site, query: string, token?: string): Promise<ContentPage> {
  const { status, body, text } = await get(site, `/api/buyer-journey/content?${query}`, token);
  if (status !== 200) throw new Error(`${query}: ${status} ${text}`);
  return body as unknown as ContentPage;
}

/**
 * All entries of all pages, in order.
 * @param between is done after each page.
 */
export async function walk(
  site: Site,
  query: string,
  { token, between }: { token?: string; between?: () => Promise<void> } = {}
): Promise<ContentEntry[]> {
  const entries: ContentEntry[] = [];
  let cursor: string | null = '';
  do {
    const page: ContentPage = await contentPage(
      site,
      cursor === '' ? query : `${query}&cursor=${cursor}`,
      token
    );
    entries.push(...page.data);
    cursor = page.meta.pagination.nextCursor;
    await between?.();
  } while (cursor !== null);
  return entries;
}
