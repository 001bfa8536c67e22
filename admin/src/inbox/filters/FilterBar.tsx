import { Box, Button, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Filter } from '@strapi/icons';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import { INBOX_SORTS, type InboxSort } from '../../../../contracts/sales-sourced/inbox';
import { useInboxChoices } from '../../api/inbox';
import type { InboxFilter, InboxQuestion } from '../../api/inbox-question';
import { WordsFilter } from '../../ui/WordsFilter';
import { ChosenFilters } from './ChosenFilters';
import { FilterFields } from './FilterFields';

interface FilterBarProps {
  question: InboxQuestion;
  onFilter: (filter: InboxFilter) => void;
  onSort: (sort: InboxSort) => void;
}

/** Search, order and filters. What is chosen shows as tags that can be removed. */
export function FilterBar({ question, onFilter, onSort }: FilterBarProps) {
  const intl = useIntl();
  const { data: choices } = useInboxChoices();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const { filter, sort } = question;

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={2} wrap="wrap">
        <Box width={{ initial: '100%', small: '28rem' }}>
          <WordsFilter
            label={intl.formatMessage({
              id: 'buyer-journey.inbox.search',
              defaultMessage: 'Search what buyers said',
            })}
            inAddress={filter.search ?? ''}
            onSearch={(search) => {
              onFilter({ ...filter, search: search.trim() === '' ? null : search.trim() });
            }}
          />
        </Box>
        <Box width={{ initial: '100%', small: '24rem' }}>
          <SortSelect sort={sort} onSort={onSort} />
        </Box>
        <Button
          size="S"
          variant="tertiary"
          startIcon={<Filter />}
          aria-expanded={isUnfolded}
          onClick={() => {
            setIsUnfolded(!isUnfolded);
          }}
        >
          {intl.formatMessage({
            id: 'buyer-journey.inbox.filters',
            defaultMessage: 'Filters',
          })}
        </Button>
      </Flex>
      {isUnfolded && <FilterFields filter={filter} choices={choices} onChange={onFilter} />}
      <ChosenFilters filter={filter} choices={choices} onChange={onFilter} />
    </Flex>
  );
}

function SortSelect({ sort, onSort }: { sort: InboxSort; onSort: (sort: InboxSort) => void }) {
  const intl = useIntl();
  const names: Record<InboxSort, string> = {
    demand: intl.formatMessage({
      id: 'buyer-journey.inbox.sort.demand',
      defaultMessage: 'Most demand first',
    }),
    newest: intl.formatMessage({
      id: 'buyer-journey.inbox.sort.newest',
      defaultMessage: 'Newest first',
    }),
    oldest: intl.formatMessage({
      id: 'buyer-journey.inbox.sort.oldest',
      defaultMessage: 'Oldest first',
    }),
    lastHeard: intl.formatMessage({
      id: 'buyer-journey.inbox.sort.lastHeard',
      defaultMessage: 'Last heard first',
    }),
  };
  return (
    <SingleSelect
      size="S"
      aria-label={intl.formatMessage({ id: 'buyer-journey.inbox.sort', defaultMessage: 'Order' })}
      value={sort}
      onChange={(chosen) => {
        onSort(INBOX_SORTS.find((known) => known === chosen) ?? 'demand');
      }}
    >
      {INBOX_SORTS.map((known) => (
        <SingleSelectOption key={known} value={known}>
          {names[known]}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
}
