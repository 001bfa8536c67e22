/** What coverage can be narrowed by beside locale and type: each way alone, and all at once. */
import { DAY, REPS } from './build';
import type { WorldPlan } from './plan';

export interface DocumentFilter {
  locale?: string;
  type?: string;
  contributor?: string;
  publishedFrom?: string;
  publishedTo?: string;
  freshOnly?: boolean;
  staleAfterDays?: number;
}

/** Filters with borders where the documents of a world were published. */
export function documentFilters({ staleAfterDays }: WorldPlan, now: number): DocumentFilter[] {
  const daysAgo = (days: number) => new Date(now - days * DAY).toISOString().slice(0, 10);
  const contributor = REPS[staleAfterDays % REPS.length];
  const publishedFrom = daysAgo(staleAfterDays);
  const publishedTo = daysAgo(staleAfterDays / 4);
  return [
    {},
    { staleAfterDays },
    { contributor },
    { publishedFrom, publishedTo },
    { publishedTo: publishedFrom },
    { freshOnly: true, staleAfterDays },
    { contributor, publishedFrom, freshOnly: true },
  ];
}
