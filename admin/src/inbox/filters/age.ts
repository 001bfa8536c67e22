import type { InboxFilter } from '../../api/inbox-question';

type Age = Pick<InboxFilter, 'olderThan' | 'newerThan'>;

/** Ages to choose from. Others can stand in an address, and are shown there. */
export const AGES: readonly Age[] = [
  { newerThan: 7, olderThan: null },
  { newerThan: 30, olderThan: null },
  { newerThan: 90, olderThan: null },
  { newerThan: null, olderThan: 7 },
  { newerThan: null, olderThan: 30 },
  { newerThan: null, olderThan: 90 },
];

/** An age as one value of a select. */
export const ageValue = ({ olderThan, newerThan }: Age) =>
  `${String(olderThan ?? '')}-${String(newerThan ?? '')}`;

/** The age behind a value; null for a value that is none. */
export const ageOfValue = (value: string): Age | null =>
  AGES.find((age) => ageValue(age) === value) ?? null;
