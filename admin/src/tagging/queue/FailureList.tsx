import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { QueueEntry } from '../../../../contracts/tagging-queue';
import { useEntryTitle } from '../entry-words';
import type { Failure } from './useQueueWork';

interface FailureListProps {
  failures: Failure[];
  onReopen: (entry: QueueEntry) => void;
}

/** What could not be saved or brought back, while the queue went on. */
export function FailureList({ failures, onReopen }: FailureListProps) {
  const intl = useIntl();
  const titleOf = useEntryTitle();
  if (failures.length === 0) return null;
  return (
    <Box role="alert" background="neutral0" hasRadius borderColor="danger600" padding={4}>
      <Typography tag="h2" fontWeight="bold">
        {intl.formatMessage(
          {
            id: 'buyer-journey.tagging.failures',
            defaultMessage: 'It did not work for {count, plural, one {# entry} other {# entries}}',
          },
          { count: failures.length }
        )}
      </Typography>
      <Box tag="ul">
        {failures.map(({ entry, reason }) => (
          <Flex
            key={`${entry.type} ${entry.documentId}`}
            tag="li"
            gap={2}
            wrap="wrap"
            paddingTop={2}
          >
            <TextButton
              onClick={() => {
                onReopen(entry);
              }}
            >
              {titleOf(entry)}
            </TextButton>
            <Typography textColor="neutral600">{reason}</Typography>
          </Flex>
        ))}
      </Box>
    </Box>
  );
}
