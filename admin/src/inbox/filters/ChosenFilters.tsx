import { Flex, Tag, TextButton } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useIntl } from 'react-intl';

import type { InboxChoices } from '../../../../contracts/sales-sourced/inbox';
import { NO_FILTER, type InboxFilter } from '../../api/inbox-question';
import { useFilterTexts, type ListFilter } from './filter-texts';

interface ChosenFiltersProps {
  filter: InboxFilter;
  choices: InboxChoices | undefined;
  onChange: (filter: InboxFilter) => void;
}

interface Chosen {
  name: string;
  /** The filter without it. */
  without: InboxFilter;
}

const LISTS: readonly ListFilter[] = ['states', 'kinds', 'stages', 'personas', 'owners', 'reps'];

/** What the list is narrowed to, each with a button that removes it. */
export function ChosenFilters({ filter, choices, onChange }: ChosenFiltersProps) {
  const intl = useIntl();
  const texts = useFilterTexts(choices);

  const chosen: Chosen[] = LISTS.flatMap((list) =>
    filter[list].map((value) => ({
      name: `${texts.labels[list]}: ${texts.nameOf(list, value)}`,
      without: { ...filter, [list]: filter[list].filter((other) => other !== value) },
    }))
  );
  if (filter.answered !== null) {
    chosen.push({ name: texts.answered(filter.answered), without: { ...filter, answered: null } });
  }
  if (filter.olderThan !== null || filter.newerThan !== null) {
    chosen.push({
      name: texts.age(filter),
      without: { ...filter, olderThan: null, newerThan: null },
    });
  }
  if (filter.search !== null) {
    chosen.push({ name: `“${filter.search}”`, without: { ...filter, search: null } });
  }
  if (chosen.length === 0) return null;

  return (
    <Flex gap={2} wrap="wrap">
      {chosen.map(({ name, without }) => (
        <Tag
          key={name}
          icon={<Cross aria-hidden />}
          label={intl.formatMessage(
            { id: 'buyer-journey.filter.remove', defaultMessage: 'Remove filter: {name}' },
            { name }
          )}
          onClick={() => {
            onChange(without);
          }}
        >
          {name}
        </Tag>
      ))}
      <TextButton
        onClick={() => {
          onChange(NO_FILTER);
        }}
      >
        {intl.formatMessage({ id: 'buyer-journey.filter.clear', defaultMessage: 'Clear filters' })}
      </TextButton>
    </Flex>
  );
}
