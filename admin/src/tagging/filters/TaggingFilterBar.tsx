import { Box, Button, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Filter } from '@strapi/icons';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { TaggingChoices } from '../../../../contracts/tagging-queue';
import type { TaggingFilter } from '../../api/tagging-filter';
import { WordsFilter } from '../../ui/WordsFilter';
import { ChosenFilters } from './ChosenFilters';
import { useFilterNames } from './filter-names';
import { MoreFilters } from './MoreFilters';

interface TaggingFilterBarProps {
  filter: TaggingFilter;
  choices: TaggingChoices;
  onChange: (filter: TaggingFilter) => void;
}

/** Narrows the entries to tag. What is chosen shows as tags that can be removed. */
export function TaggingFilterBar({ filter, choices, onChange }: TaggingFilterBarProps) {
  const intl = useIntl();
  const names = useFilterNames();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const withouts: Record<TaggingFilter['without'], string> = {
    stage: intl.formatMessage({
      id: 'buyer-journey.tagging.without.stage',
      defaultMessage: 'Without stage',
    }),
    persona: intl.formatMessage({
      id: 'buyer-journey.tagging.without.persona',
      defaultMessage: 'Without persona',
    }),
    any: intl.formatMessage({
      id: 'buyer-journey.tagging.without.any',
      defaultMessage: 'All entries',
    }),
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={2} wrap="wrap">
        <Box width={{ initial: '100%', small: '20rem' }}>
          <SingleSelect
            size="S"
            aria-label={names.without}
            value={filter.without}
            onChange={(chosen) => {
              const without = chosen === 'persona' || chosen === 'any' ? chosen : 'stage';
              onChange({ ...filter, without });
            }}
          >
            {Object.entries(withouts).map(([value, name]) => (
              <SingleSelectOption key={value} value={value}>
                {name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
        <Box width={{ initial: '100%', small: '28rem' }}>
          <WordsFilter
            inAddress={filter.words ?? ''}
            label={names.words}
            onSearch={(words) => {
              onChange({ ...filter, words: words.trim() === '' ? null : words.trim() });
            }}
          />
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
          {intl.formatMessage({ id: 'buyer-journey.inbox.filters', defaultMessage: 'Filters' })}
        </Button>
      </Flex>
      {isUnfolded && <MoreFilters filter={filter} choices={choices} onChange={onChange} />}
      <ChosenFilters filter={filter} choices={choices} onChange={onChange} />
    </Flex>
  );
}
