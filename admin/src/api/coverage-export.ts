import { useFetchClient } from '@strapi/strapi/admin';
import { useMutation } from '@tanstack/react-query';

import { TOTAL_HEADER } from '../../../contracts/coverage';
import { rowCounter } from '../coverage/export/count-rows';
import { scopeParameters } from './coverage';
import type { CoverageScope } from './coverage-question';
import { useStreamedGet } from './streamed-get';

const EXPORT = '/buyer-journey/coverage/export';
const CSV = { type: 'text/csv;charset=utf-8' };

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

/** Fetches the entries as a CSV file, and reads it as it comes: the server says how many they are. */
export function useExportEntries() {
  const streamedGet = useStreamedGet();
  return useMutation({
    mutationFn: async ({ scope, signal, onProgress }: EntriesRequest) => {
      const path = `${EXPORT}/entries?${scopeParameters(scope).toString()}`;
      const { body, headers } = await streamedGet(path, signal);
      const total = Number(headers.get(TOTAL_HEADER));
      return readCsv(body, (rows) => {
        onProgress(total === 0 ? 1 : Math.min(1, rows / total));
      });
    },
  });
}

async function readCsv(body: Response['body'], onRows: (rows: number) => void): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  if (!body) return new Blob(parts, CSV);
  const count = rowCounter();
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts, CSV);
    parts.push(value);
    onRows(count(value));
  }
}
