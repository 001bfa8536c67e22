import { Box, Button, Flex } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { QueueEntry, TaggingChoices } from '../../../../contracts/tagging-queue';
import { filterBody, type TaggingFilter } from '../../api/tagging-filter';
import type { useQueue } from '../../api/tagging-queue';
import { ErrorNotice } from '../../ui/notices';
import { useSelection } from '../../ui/useSelection';
import { findNoEntryFits, NoEntryFits } from '../NoEntryFits';
import { NextPageError } from '../NextPageError';
import { BulkHead, findSetTags } from './BulkHead';
import { EntryList } from './EntryList';
import { RunCard } from './RunCard';
import { SetTagsDialog } from './SetTagsDialog';
import { TagChosenDialog } from './TagChosenDialog';
import { useCurrentRun } from './useCurrentRun';

interface BulkViewProps {
  filter: TaggingFilter;
  choices: TaggingChoices;
  queue: ReturnType<typeof useQueue>;
  /** Called when a run has ended, and when chosen entries were tagged. */
  onTagged: () => void;
  /** Null where nothing narrows the list. */
  onClear: (() => void) | null;
}

const returnFocus = () => findSetTags() ?? findNoEntryFits();

/** All entries that fit the filter: they, or those chosen among them, are tagged at once. And the run that is under way. */
export function BulkView({ filter, choices, queue, onTagged, onClear }: BulkViewProps) {
  const intl = useIntl();
  const { run, error, refetch, watch, dismiss } = useCurrentRun(onTagged);
  const entries = queue.data?.pages.flatMap(({ data }) => data) ?? [];
  const { left: fitting = 0, total = 0 } = queue.data?.pages[0]?.meta ?? {};
  const selection = useSelection(entries);
  // Entries leave the list once they are tagged, while the dialog still tells what became of them.
  const [asked, setAsked] = useState<'all' | QueueEntry[] | null>(null);
  const close = () => {
    setAsked(null);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {run && (
        <RunCard
          run={run}
          choices={choices}
          onStep={watch}
          onDismiss={() => {
            dismiss();
            returnFocus()?.focus();
          }}
        />
      )}
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
          <BulkHead
            fitting={fitting}
            shown={entries.length}
            selection={selection}
            isRunning={run?.state === 'running'}
            onTagAll={() => {
              setAsked('all');
            }}
            onTagChosen={() => {
              setAsked(selection.items);
            }}
          />
          <EntryList entries={entries} selection={selection} />
          <NextPageError queue={queue} />
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
      {asked === 'all' && (
        <SetTagsDialog
          filter={filterBody(filter)}
          choices={choices}
          returnFocus={returnFocus}
          onStarted={watch}
          onClose={close}
        />
      )}
      {asked !== null && asked !== 'all' && (
        <TagChosenDialog
          entries={asked}
          choices={choices}
          returnFocus={returnFocus}
          onTagged={() => {
            selection.clear();
            onTagged();
          }}
          onClose={close}
        />
      )}
    </Flex>
  );
}
