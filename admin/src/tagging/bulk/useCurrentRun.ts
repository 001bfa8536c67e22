import { useEffect, useRef, useState } from 'react';

import type { BulkRun } from '../../../../contracts/bulk-tagging';
import { useBulkRuns } from '../../api/bulk-tagging';

/** The run that there is something to say about: one that was begun here, one under way, or one that did not come to its end. */
export function useCurrentRun(onEnd: () => void) {
  const { data: runs } = useBulkRuns();
  const [watched, setWatched] = useState<number | null>(null);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [latest] = runs ?? [];
  const run = latest && isOfInterest(latest, watched) && latest.id !== dismissed ? latest : null;

  const isRunning = run?.state === 'running';
  const wasRunning = useRef(isRunning);
  useEffect(() => {
    if (wasRunning.current && !isRunning) onEnd();
    wasRunning.current = isRunning;
  }, [isRunning, onEnd]);

  return {
    run,
    watch: ({ id }: BulkRun) => {
      setWatched(id);
      setDismissed(null);
    },
    dismiss: () => {
      setDismissed(latest?.id ?? null);
    },
  };
}

function isOfInterest({ id, state }: BulkRun, watched: number | null): boolean {
  return id === watched || state !== 'done';
}
