/** Lists of uses, and undoing merges with them. */
import { get, type Json } from './client';
import { parseExport, type ExportedTable } from './csv';
import type { Site } from './site';

/** The list of all uses, as it is downloaded. @param path of the stage or persona. */
export async function exportedUses(
  site: Site,
  path: string,
  token: string
): Promise<ExportedTable & { text: string }> {
  const { status, text } = await get(site, `${path}/uses.csv`, token);
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
  return { ...parseExport(text), text };
}

/** Sends a list back. */
export async function undoWith(
  site: Site,
  token: string,
  list: string
): Promise<{ status: number; body: Json }> {
  const form = new FormData();
  form.append('file', new Blob([list], { type: 'text/csv' }), 'uses.csv');
  const response = await fetch(`${site.url}/buyer-journey/taxonomy/merges/undo`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  return { status: response.status, body: (await response.json()) as Json };
}
