/** What coverage can be narrowed by beside locale and type: each way alone, and all at once. */
import { DAY, REPS } from './build';
import type { LiveWorld } from './live-documents';
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

/** Slugs of the reps whom a live version names; the others cannot be asked for. */
export function namedReps({ documents }: LiveWorld): string[] {
  const versions = documents.flatMap((document) => document.versions);
  return REPS.filter((slug) => versions.some(({ contributors }) => contributors.includes(slug)));
}

/** Filters with borders where the documents of a world were published, for a rep that it names. */
export function documentFilters(
  { staleAfterDays }: WorldPlan,
  world: LiveWorld,
  now: number
): DocumentFilter[] {
  const daysAgo = (days: number) => new Date(now - days * DAY).toISOString().slice(0, 10);
  const reps = namedReps(world);
  const contributor = reps[staleAfterDays % reps.length];
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
