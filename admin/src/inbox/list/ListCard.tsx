import { Box, Button, Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Navigate } from 'react-router-dom';

import type { Item } from '../../../../contracts/sales-sourced/items';
import { errorStatus } from '../../api/errors';
import type { useInbox } from '../../api/inbox';
import { NO_FILTER, type InboxFilter } from '../../api/inbox-question';
import { ErrorNotice, LoadingNotice } from '../../ui/notices';
import { Pager } from '../../ui/Pager';
import type { Selection } from '../../ui/useSelection';
import { writeAddress, type useInboxAddress } from '../address';
import { BulkBar } from '../bulk/BulkBar';
import { EmptyInbox, NothingFound } from '../EmptyInbox';
import { StateTabs } from '../filters/StateTabs';
import { findHeading } from '../item-focus';
import { ItemList } from './ItemList';

interface ListCardProps {
  address: ReturnType<typeof useInboxAddress>;
  inbox: ReturnType<typeof useInbox>;
  /** Null for who may only read. */
  selection: Selection<Item> | null;
}

const isUnfiltered = (filter: InboxFilter) => JSON.stringify(filter) === JSON.stringify(NO_FILTER);

/** The list with its tabs and pages, or what there is to say instead of it. */
export function ListCard({ address, inbox, selection }: ListCardProps) {
  const intl = useIntl();
  const { question, openItem } = address;
  const { data, error, isPlaceholderData, refetch } = inbox;
  const clear = isUnfiltered(question.filter)
    ? null
    : () => {
        address.setFilter(NO_FILTER);
      };

  if (error) {
    const isRefused = errorStatus(error) === 400 && clear !== null;
    return (
      <ErrorNotice
        error={error}
        onRetry={isRefused ? undefined : () => void refetch()}
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
    );
  }
  if (!data) return <LoadingNotice />;

  const { pagination, states } = data.meta;
  const everything = Object.values(states).reduce((sum, count) => sum + count, 0);
  if (everything === 0 && clear === null) return <EmptyInbox />;
  if (question.page > pagination.pageCount && pagination.pageCount > 0 && !isPlaceholderData) {
    const last = { ...question, page: pagination.pageCount };
    return <Navigate to={{ search: writeAddress({ question: last, openItem }) }} replace />;
  }

  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" aria-busy={isPlaceholderData}>
      <StateTabs
        counts={states}
        chosen={question.filter.states}
        onChoose={(chosen) => {
          address.setFilter({ ...question.filter, states: chosen });
        }}
      />
      {data.data.length === 0 ? (
        <NothingFound onClear={clear} />
      ) : (
        <>
          {selection && <BulkBar selection={selection} onPage={data.data.length} />}
          <ItemList
            items={data.data}
            openItem={openItem}
            searchOf={(documentId) => writeAddress({ question, openItem: documentId })}
            selection={selection}
            onReopen={() => {
              if (openItem !== null) findHeading(openItem)?.focus();
            }}
          />
        </>
      )}
      <Flex justifyContent="flex-end" padding={pagination.pageCount > 1 ? 3 : 0}>
        <Pager {...pagination} page={question.page} onChange={address.setPage} />
      </Flex>
    </Box>
  );
}
