import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { TaggingChoices } from '../../../../contracts/tagging-queue';
import { filterBody, type TaggingFilter } from '../../api/tagging-filter';
import type { useQueue } from '../../api/tagging-queue';
import { NoEntryFits } from '../NoEntryFits';
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
  /** Null where nothing narrows the list. */
  onClear: (() => void) | null;
}

const SET_TAGS = 'buyer-journey-set-tags';
const focusButton = () => document.getElementById(SET_TAGS);

/** All entries that fit the filter, to be tagged at once; and the run that is under way. */
export function BulkView({ filter, choices, queue, onTagged, onClear }: BulkViewProps) {
  const intl = useIntl();
  const [isAsking, setIsAsking] = useState(false);
  const { run, watch, dismiss } = useCurrentRun(onTagged);
  const entries = queue.data?.pages.flatMap(({ data }) => data) ?? [];
  const { left: fitting = 0, total = 0 } = queue.data?.pages[0]?.meta ?? {};

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {run && <RunCard run={run} choices={choices} onStep={watch} onDismiss={dismiss} />}
      {fitting === 0 ? (
        <NoEntryFits onClear={onClear}>
          {total > 0 &&
            intl.formatMessage(
              {
                id: 'buyer-journey.tagging.bulk.allTagged',
                defaultMessage:
                  'Nothing is missing here: {total, plural, one {# entry is} other {all # entries are}} tagged.',
              },
              { total }
            )}
        </NoEntryFits>
      ) : (
        <Box background="neutral0" hasRadius shadow="tableShadow">
          <Flex gap={3} wrap="wrap" justifyContent="space-between" padding={4}>
            <Typography tag="h2" variant="delta">
              {intl.formatMessage(
                {
                  id: 'buyer-journey.tagging.bulk.fitting',
                  defaultMessage: '{count, plural, one {# entry fits} other {# entries fit}}',
                },
                { count: fitting }
              )}
            </Typography>
            <Button
              id={SET_TAGS}
              disabled={run?.state === 'running'}
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
      )}
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
