import { FetchError, useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import { TOTAL_HEADER, type CoverageEntries } from '../../../contracts/coverage';
import { rowCounter } from '../coverage/export/count-rows';
import { scopeParameters } from './coverage';
import type { CoverageScope } from './coverage-question';

const EXPORT = '/buyer-journey/coverage/export';

/** Fetches the grid as a CSV file. */
export function useExportGrid() {
  const { get } = useFetchClient();
  return useMutation({
    mutationFn: async (scope: CoverageScope) => {
      const params = scopeParameters(scope).toString();
      return (await get<Blob>(`${EXPORT}/grid`, { params, responseType: 'blob' })).data;
    },
  });
}

interface EntriesRequest {
  scope: CoverageScope;
  signal: AbortSignal;
  /** Told the share of the rows that are here, 0..1. */
  onProgress: (share: number) => void;
}

/**
 * Fetches the entries as a CSV file. Strapi's client hands out an answer only once it is whole; this one is
 * read as it comes.
 */
export function useExportEntries() {
  const { get } = useFetchClient();
  const token = useAuth('useExportEntries', (auth) => auth.token);
  const latestToken = useRef(token);
  useEffect(() => {
    latestToken.current = token;
  }, [token]);

  return useMutation({
    mutationFn: async ({ scope, signal, onProgress }: EntriesRequest) => {
      const parameters = scopeParameters(scope).toString();
      // Renews a session that has run out, and says in a sentence what is wrong with the filters.
      const counted = await get<CoverageEntries>('/buyer-journey/coverage/entries', {
        params: [parameters, 'pageSize=1'].filter(Boolean).join('&'),
        signal,
      });
      const response = await fetch(`${backendUrl()}${EXPORT}/entries?${parameters}`, {
        headers: { authorization: `Bearer ${latestToken.current ?? ''}` },
        credentials: 'include',
        signal,
      });
      if (!response.ok || !response.body) {
        throw Object.assign(new FetchError('Server Error'), { status: response.status });
      }
      const told = response.headers.get(TOTAL_HEADER);
      const total = told === null ? counted.data.meta.pagination.total : Number(told);
      return readCsv(response.body, (rows) => {
        onProgress(total === 0 ? 1 : Math.min(1, rows / total));
      });
    },
  });
}

async function readCsv(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onRows: (rows: number) => void
): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const count = rowCounter();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts, { type: 'text/csv;charset=utf-8' });
    parts.push(value);
    onRows(count(value));
  }
}

/** Where Strapi's own client sends its requests. */
function backendUrl(): string {
  return (window as unknown as { strapi: { backendURL: string } }).strapi.backendURL;
}
