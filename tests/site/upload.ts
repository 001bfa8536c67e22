/** Files as a browser sends them. */
import type { ErrorBody } from './client';
import type { Site } from './site';

export interface Uploaded<Report> {
  status: number;
  /** Also where nothing was done: the details of the error then. */
  report: Report;
  message?: string;
}

/** Sends a CSV file as `file` of a form. */
export async function uploadCsv<Report>(
  site: Site,
  path: string,
  content: string | Uint8Array<ArrayBuffer>,
  token: string
): Promise<Uploaded<Report>> {
  const form = new FormData();
  form.append('file', new Blob([content], { type: 'text/csv' }), 'file.csv');
  const response = await fetch(site.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  const body = (await response.json()) as { data: Report; error?: ErrorBody };
  const report = body.error ? (body.error.details as Report) : body.data;
  return { status: response.status, report, message: body.error?.message };
}
