/** Sales-sourced items in tests: who brings them in, and the routes of the admin. */
import type { ItemDetail } from '../../contracts/sales-sourced/detail';
import type { Inbox } from '../../contracts/sales-sourced/inbox';
import type { Item } from '../../contracts/sales-sourced/items';
import { call, get, signIn, type Answer } from './client';
import type { Site } from './site';

const BASE = '/buyer-journey/sales-sourced';

export const ITEM_UID = 'plugin::buyer-journey.sales-sourced';

/** A call to a route of the inbox or of capture. */
export const sales = (
  site: Site,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  token: string,
  body?: object
): Promise<Answer> => call(site, method, BASE + path, { token, body });

/** Signs somebody in who is a rep; by default a super admin who consents to a byline. */
export async function signInRep(
  site: Site,
  displayName: string,
  { consent = true, token }: { consent?: boolean; token?: string } = {}
): Promise<string> {
  const as = token ?? (await signIn(site));
  const answer = await sales(site, 'PUT', '/me', as, { displayName, bylineConsent: consent });
  if (answer.status !== 200) throw new Error(answer.text);
  return as;
}

/** Brings an item in, and answers with it. */
export async function capture(
  site: Site,
  token: string,
  buyerWords: string,
  more: object = {}
): Promise<Item> {
  const answer = await sales(site, 'POST', '/items', token, { buyerWords, ...more });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.data as Item;
}

/** An item as the inbox tells it. */
export async function detail(site: Site, token: string, documentId: string): Promise<ItemDetail> {
  const answer = await get(site, `${BASE}/items/${documentId}`, token);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.data as ItemDetail;
}

/** A page of the inbox. */
export async function inbox(site: Site, token: string, query = ''): Promise<Inbox> {
  const answer = await get(site, `${BASE}/items?${query}`, token);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as unknown as Inbox;
}
