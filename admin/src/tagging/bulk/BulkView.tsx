import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { TaggingChoices } from '../../../../contracts/tagging-queue';
import { filterBody, type TaggingFilter } from '../../api/tagging-filter';
import type { useQueue } from '../../api/tagging-queue';
import { EntryList } from './EntryList';
import { RunCard } from './RunCard';
import { SetTagsDialog } from './SetTagsDialog';
import { useCurrentRun } from './useCurrentRun';

interface BulkViewProps {
  filter: TaggingFilter;
  choices: TaggingChoices;
  queue: ReturnType<typeof useQueue>;
  /** Called when a run has ended. */
  onTagged: () => void;
}

const SET_TAGS = 'buyer-journey-set-tags';
const focusButton = () => document.getElementById(SET_TAGS);

/** All entries that fit the filter, to be tagged at once; and the run that is under way. */
export function BulkView({ filter, choices, queue, onTagged }: BulkViewProps) {
  const intl = useIntl();
  const [isAsking, setIsAsking] = useState(false);
  const { run, watch, dismiss } = useCurrentRun(onTagged);
  const entries = queue.data?.pages.flatMap(({ data }) => data) ?? [];
  const fitting = queue.data?.pages[0]?.meta.left ?? 0;

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {run && <RunCard run={run} choices={choices} onStep={watch} onDismiss={dismiss} />}
      <Box background="neutral0" hasRadius shadow="tableShadow">
        <Flex gap={3} wrap="wrap" justifyContent="space-between" padding={4}>
          <Typography tag="h2" variant="delta">
            {intl.formatMessage(
              {
                id: 'buyer-journey.tagging.bulk.fitting',
                defaultMessage:
                  '{count, plural, =0 {No entry fits} one {# entry fits} other {# entries fit}}',
              },
              { count: fitting }
            )}
          </Typography>
          <Button
            id={SET_TAGS}
            disabled={fitting === 0 || run?.state === 'running'}
            onClick={() => {
              setIsAsking(true);
            }}
          >
            {intl.formatMessage(
              {
                id: 'buyer-journey.tagging.bulk.ask',
                defaultMessage:
                  '{count, plural, one {Set tags of # entry…} other {Set tags of all # entries…}}',
              },
              { count: fitting }
            )}
          </Button>
        </Flex>
        <EntryList entries={entries} />
        {queue.hasNextPage && (
          <Flex justifyContent="center" padding={3}>
            <Button
              variant="tertiary"
              loading={queue.isFetchingNextPage}
              onClick={() => void queue.fetchNextPage()}
            >
              {intl.formatMessage({
                id: 'buyer-journey.tagging.bulk.more',
                defaultMessage: 'Show more',
              })}
            </Button>
          </Flex>
        )}
      </Box>
      {isAsking && (
        <SetTagsDialog
          filter={filterBody(filter)}
          choices={choices}
          returnFocus={focusButton}
          onStarted={watch}
          onClose={() => {
            setIsAsking(false);
          }}
        />
      )}
    </Flex>
  );
}
