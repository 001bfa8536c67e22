import { useIntl } from 'react-intl';

import { type InboxChoices } from '../../../../contracts/sales-sourced/inbox';
import { ITEM_KINDS, WORKFLOW_STATES } from '../../../../contracts/sales-sourced/items';
import { EVERYONE, NO_STAGE } from '../../../../contracts/coverage';
import type { InboxFilter } from '../../api/inbox-question';
import { useItemTexts } from '../item-texts';

/** Filters that hold any of several values. */
export type ListFilter = 'states' | 'kinds' | 'stages' | 'personas' | 'owners' | 'reps';

export interface FilterOption {
  value: string;
  name: string;
}

/** Words that stand for people among the ids of owners. */
const ME = 'me';
const NOBODY = 'none';

/** What can be chosen in each filter, in words. */
export function useFilterTexts(choices: InboxChoices | undefined) {
  const intl = useIntl();
  const texts = useItemTexts();

  const options: Record<ListFilter, FilterOption[]> = {
    states: WORKFLOW_STATES.map((state) => ({ value: state, name: texts.state(state) })),
    kinds: ITEM_KINDS.map((kind) => ({ value: kind, name: texts.kind(kind) })),
    stages: [
      ...(choices?.stages ?? []).map(({ slug, name }) => ({ value: slug, name })),
      {
        value: NO_STAGE,
        name: intl.formatMessage({
          id: 'buyer-journey.inbox.unplaced',
          defaultMessage: 'No stage',
        }),
      },
    ],
    personas: [
      ...(choices?.personas ?? []).map(({ slug, name }) => ({ value: slug, name })),
      {
        value: EVERYONE,
        name: intl.formatMessage({
          id: 'buyer-journey.grid.everyone',
          defaultMessage: 'Everyone',
        }),
      },
    ],
    owners: [
      {
        value: ME,
        name: intl.formatMessage({ id: 'buyer-journey.inbox.owner.me', defaultMessage: 'Me' }),
      },
      {
        value: NOBODY,
        name: intl.formatMessage({
          id: 'buyer-journey.inbox.owner.none',
          defaultMessage: 'Nobody',
        }),
      },
      ...(choices?.owners ?? []).map(({ id, name }) => ({ value: String(id), name })),
    ],
    reps: (choices?.reps ?? []).map(({ documentId, displayName }) => ({
      value: documentId,
      name: displayName,
    })),
  };

  const labels: Record<ListFilter, string> = {
    states: intl.formatMessage({ id: 'buyer-journey.inbox.filter.state', defaultMessage: 'State' }),
    kinds: texts.field('kind'),
    stages: intl.formatMessage({ id: 'buyer-journey.inbox.filter.stage', defaultMessage: 'Stage' }),
    personas: texts.field('personas'),
    owners: texts.field('owner'),
    reps: texts.field('rep'),
  };

  return {
    options,
    labels,
    /** A value that is no choice is called as the address calls it. */
    nameOf: (filter: ListFilter, value: string) =>
      options[filter].find((option) => option.value === value)?.name ?? value,
    answered: (answered: boolean) =>
      answered
        ? texts.state('answered')
        : intl.formatMessage({
            id: 'buyer-journey.inbox.filter.unanswered',
            defaultMessage: 'Unanswered',
          }),
    age: ({ olderThan, newerThan }: Pick<InboxFilter, 'olderThan' | 'newerThan'>) =>
      [
        newerThan !== null &&
          intl.formatMessage(
            {
              id: 'buyer-journey.inbox.filter.newer',
              defaultMessage: 'last {days, plural, one {day} other {# days}}',
            },
            { days: newerThan }
          ),
        olderThan !== null &&
          intl.formatMessage(
            {
              id: 'buyer-journey.inbox.filter.older',
              defaultMessage: 'older than {days, plural, one {# day} other {# days}}',
            },
            { days: olderThan }
          ),
      ]
        .filter(Boolean)
        .join(', '),
  };
}
