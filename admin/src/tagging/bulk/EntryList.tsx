import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { QueueEntry } from '../../../../contracts/tagging-queue';
import { entryLink } from '../../ui/entry-link';
import { PageLink } from '../../ui/PageLink';
import { ToneBadge } from '../../ui/ToneBadge';
import { StatusBadge, useEntryTitle } from '../entry-words';

/** Rows of a list and no table: on a phone they stack. */
const Row = styled.li`
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  gap: ${({ theme }) => theme.spaces[2]};
  padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[4]}`};
  border-block-start: 1px solid ${({ theme }) => theme.colors.neutral150};

  @media (max-width: 768px) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

const Excerpt = styled(Typography)`
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
  overflow: hidden;
  overflow-wrap: anywhere;
`;

/** Entries with what they are tagged with, each of which leads to its edit view. */
export function EntryList({ entries }: { entries: QueueEntry[] }) {
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
