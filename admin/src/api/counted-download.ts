import { useCallback } from 'react';

import { TOTAL_HEADER } from '../../../contracts/coverage';
import { rowCounter } from '../coverage/export/count-rows';
import { useStreamedGet } from './streamed-get';

const CSV = { type: 'text/csv;charset=utf-8' };

export interface Progress {
  /** Ends the download. */
  signal: AbortSignal;
  /** Told the share of the rows that are here, 0..1. */
  onProgress: (share: number) => void;
}

/** Fetches a CSV file and reads it as it comes: the server says how many rows there are. */
export function useCountedDownload(): (path: string, progress: Progress) => Promise<Blob> {
  const streamedGet = useStreamedGet();
  return useCallback(
    async (path, { signal, onProgress }) => {
      const { body, headers } = await streamedGet(path, signal);
      const total = Number(headers.get(TOTAL_HEADER));
      return readCsv(body, (rows) => {
        onProgress(total === 0 ? 1 : Math.min(1, rows / total));
      });
    },
    [streamedGet]
  );
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
