import { Button, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import { errorStatus } from '../api/errors';
import { keys } from '../api/keys';
import { isNarrowed, NO_FILTER } from '../api/tagging-filter';
import { useQueue, useTaggingChoices } from '../api/tagging-queue';
import { PERMISSIONS, useMay } from '../permissions';
import { SUGGESTION_RULES_PATH } from '../plugin-id';
import { ErrorNotice, LoadingNotice } from '../ui/notices';
import { PageLink } from '../ui/PageLink';
import { TabGroup } from '../ui/TabGroup';
import { useTaggingAddress, type TaggingView } from './address';
import { BulkView } from './bulk/BulkView';
import { TagsCsvMenu } from './csv/TagsCsvMenu';
import { TaggingFilterBar } from './filters/TaggingFilterBar';
import { NothingToTag } from './NothingToTag';
import { QueueView } from './queue/QueueView';

/** What is not placed yet? One entry after the other, or all that fit a filter at once. */
export function TaggingScreen() {
  const intl = useIntl();
  const queryClient = useQueryClient();
  const { view, filter, setView, setFilter } = useTaggingAddress();
  const choices = useTaggingChoices();
  const queue = useQueue(filter);
  const { may: mayEditRules } = useMay(PERMISSIONS.editRules);
  const [left, setLeft] = useState<number | null>(null);
  const [round, setRound] = useState(0);
  const title = intl.formatMessage({ id: 'buyer-journey.tagging.title', defaultMessage: 'To tag' });
  const error = (choices.data ? null : choices.error) ?? (queue.data ? null : queue.error);
  const { total, left: fitting = 0 } = queue.data?.pages[0]?.meta ?? {};
  const clear = isNarrowed(filter)
    ? () => {
        setFilter({ ...NO_FILTER, without: filter.without });
      }
    : null;
  const isRefused = errorStatus(error) === 400 && clear !== null;
  const startAgain = () => {
    setRound(round + 1);
    void queryClient.resetQueries({ queryKey: keys.tagging.queues });
  };

  const names: Record<TaggingView, string> = {
    queue: intl.formatMessage({
      id: 'buyer-journey.tagging.view.queue',
      defaultMessage: 'One by one',
    }),
    bulk: intl.formatMessage({ id: 'buyer-journey.tagging.view.bulk', defaultMessage: 'In bulk' }),
  };

  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={
          total !== undefined && (
            <Typography tag="p" variant="epsilon" textColor="neutral600">
              {filter.without === 'any'
                ? intl.formatMessage(
                    {
                      id: 'buyer-journey.tagging.subtitle.any',
                      defaultMessage: '{total, plural, one {# entry} other {# entries}}',
                    },
                    { total }
                  )
                : intl.formatMessage(
                    {
                      id: 'buyer-journey.tagging.subtitle',
                      defaultMessage: '{left, number} left of {total, number}',
                    },
                    { left: (view === 'queue' ? left : null) ?? fitting, total }
                  )}
            </Typography>
          )
        }
        primaryAction={
          <Flex gap={3} wrap="wrap">
            {mayEditRules && (
              <PageLink to={SUGGESTION_RULES_PATH}>
                {intl.formatMessage({
                  id: 'buyer-journey.rules.title',
                  defaultMessage: 'Suggestion rules',
                })}
              </PageLink>
            )}
            <TagsCsvMenu onImported={startAgain} />
            <TabGroup
              label={intl.formatMessage({
                id: 'buyer-journey.tagging.view',
                defaultMessage: 'How to tag',
              })}
              choices={(['queue', 'bulk'] as const).map((value) => ({ value, name: names[value] }))}
              chosen={view}
              onChange={(chosen) => {
                // What was tagged one by one must not be listed any more, and the other way round.
                startAgain();
                setView(chosen);
              }}
            />
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {choices.data && choices.data.types.length > 0 && choices.data.stages.length > 0 && (
            <TaggingFilterBar filter={filter} choices={choices.data} onChange={setFilter} />
          )}
          {error && (
            <ErrorNotice
              error={error}
              onRetry={
                isRefused ? undefined : () => void Promise.all([choices.refetch(), queue.refetch()])
              }
              action={
                isRefused && (
                  <Button onClick={clear}>
                    {intl.formatMessage({
                      id: 'buyer-journey.filter.clear',
                      defaultMessage: 'Clear filters',
                    })}
                  </Button>
                )
              }
            />
          )}
          {!error && !(choices.data && queue.data) && <LoadingNotice />}
          {!error && choices.data && queue.data && (
            <>
              {choices.data.types.length === 0 || choices.data.stages.length === 0 ? (
                <NothingToTag hasStages={choices.data.stages.length > 0} />
              ) : view === 'queue' ? (
                <QueueView
                  key={`${round} ${JSON.stringify(filter)}`}
                  filter={filter}
                  choices={choices.data}
                  queue={queue}
                  onLeft={setLeft}
                  onAgain={startAgain}
                  onClear={clear}
                />
              ) : (
                <BulkView
                  filter={filter}
                  choices={choices.data}
                  queue={queue}
                  onTagged={() => {
                    void queryClient.invalidateQueries({ queryKey: keys.tagging.queues });
                  }}
                  onClear={clear}
                />
              )}
            </>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
