import type { useQueue } from '../api/tagging-queue';
import { ErrorNotice } from '../ui/notices';

/** A further page could not be fetched: says so, and tries again when asked to. */
export function NextPageError({ queue }: { queue: ReturnType<typeof useQueue> }) {
  if (!queue.isFetchNextPageError) return null;
  return <ErrorNotice error={queue.error} onRetry={() => void queue.fetchNextPage()} />;
}
