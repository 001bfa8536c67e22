import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { QueueEntry } from '../../../../contracts/tagging-queue';
import { entryLink } from '../../ui/entry-link';
import { PageLink } from '../../ui/PageLink';
import { ToneBadge } from '../../ui/ToneBadge';
import type { Selection } from '../../ui/useSelection';
import { StatusBadge, useEntryTitle } from '../entry-words';

/** Rows of a list and no table: on a phone they stack. */
const Row = styled.li`
  display: grid;
  grid-template-columns: auto minmax(0, 1fr) auto;
  gap: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
  padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[4]}`};
  border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};

  @media (max-width: 768px) {
    grid-template-columns: auto minmax(0, 1fr);

    & > :last-child {
      grid-column: 2;
    }
  }
`;

const Excerpt = styled(Typography)`
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
  overflow: hidden;
  overflow-wrap: anywhere;
`;

interface EntryListProps {
  entries: QueueEntry[];
  selection: Selection<QueueEntry>;
}

/** Entries with what they are tagged with, each to be chosen, and each of which leads to its edit view. */
export function EntryList({ entries, selection }: EntryListProps) {
  const intl = useIntl();
  const titleOf = useEntryTitle();
  if (entries.length === 0) return null;
  return (
    <Box
      tag="ul"
      aria-label={intl.formatMessage({
        id: 'buyer-journey.tagging.bulk.entries',
        defaultMessage: 'Entries that fit',
      })}
    >
      {entries.map((entry) => (
        <Row key={`${entry.type} ${entry.documentId}`}>
          <Checkbox
            aria-label={intl.formatMessage(
              { id: 'buyer-journey.tagging.bulk.choose', defaultMessage: 'Choose {title}' },
              { title: titleOf(entry) }
            )}
            checked={selection.has(entry.documentId)}
            onCheckedChange={() => {
              selection.toggle(entry.documentId);
            }}
          />
          <Box>
            <PageLink to={entryLink(entry)}>{titleOf(entry)}</PageLink>
            {entry.excerpt !== '' && (
              <Excerpt tag="p" variant="pi" textColor="neutral600">
                {entry.excerpt}
              </Excerpt>
            )}
          </Box>
          <Flex gap={2} wrap="wrap" alignItems="flex-start">
            <ToneBadge tone="neutral">{entry.typeName}</ToneBadge>
            <StatusBadge status={entry.status} />
            {entry.stage && <ToneBadge tone="primary">{entry.stage.name}</ToneBadge>}
            {entry.personas.map(({ slug, name }) => (
              <ToneBadge key={slug} tone="neutral">
                {name}
              </ToneBadge>
            ))}
          </Flex>
        </Row>
      ))}
    </Box>
  );
}
