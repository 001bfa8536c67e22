import { useEffect, useRef, useState } from 'react';

import type { BulkRun } from '../../../../contracts/bulk-tagging';
import { useBulkRuns } from '../../api/bulk-tagging';

/** The run that there is something to say about: one that was begun here, one under way, or one that did not come to its end. */
export function useCurrentRun(onEnd: () => void) {
  const { data: runs, error, refetch } = useBulkRuns();
  const [watched, setWatched] = useState<number | null>(null);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [latest] = runs ?? [];
  // One that somebody is seen at is of interest until its end.
  if (latest?.state === 'running' && latest.id !== watched) setWatched(latest.id);
  const run = latest && isOfInterest(latest, watched) && latest.id !== dismissed ? latest : null;

  const end =
    run && run.id === watched && run.state !== 'running'
      ? `${run.id} ${run.phase} ${run.finishedAt ?? ''}`
      : null;
  const tell = useRef(onEnd);
  useEffect(() => {
    tell.current = onEnd;
  });
  useEffect(() => {
    if (end !== null) tell.current();
  }, [end]);

  return {
    ...{ run, error, refetch },
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
