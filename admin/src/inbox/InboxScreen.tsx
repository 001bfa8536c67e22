import { Flex } from '@strapi/design-system';
import { Layouts, Page, useIsDesktop, usePersistentState } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { Item } from '../../../contracts/sales-sourced/items';
import { useInbox } from '../api/inbox';
import { ItemCsvActions } from '../item-csv/ItemCsvActions';
import { AskedDialogs } from './actions/AskedDialogs';
import { TriageContext } from './actions/triage-context';
import { UndoBar } from '../ui/UndoBar';
import { useSelection } from '../ui/useSelection';
import { useInboxAddress } from './address';
import { BackToList } from './BackToList';
import { ItemPane } from './detail/ItemPane';
import { FilterBar } from './filters/FilterBar';
import { InboxFigures } from './InboxFigures';
import { InboxSubtitle } from './InboxSubtitle';
import { findItem } from './item-focus';
import { KeyHints } from './keys/KeyHints';
import { KeySheet } from './keys/KeySheet';
import { useShortcuts } from './keys/useShortcuts';
import { ListCard } from './list/ListCard';
import { useInboxControl } from './useInboxControl';

const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr) minmax(0, 48rem);
  align-items: start;
  gap: ${({ theme }) => theme.spaces[4]};
`;

/** Stays beside the list while that is scrolled, below the admin's sticky header. */
const Beside = styled.div`
  position: sticky;
  inset-block-start: 8rem;
  max-block-size: calc(100dvh - 10rem);
  overflow-y: auto;
`;

const NO_ITEMS: Item[] = [];
/** Where the browser remembers who wants no single keys. */
const KEYS_SETTING = 'BUYER_JOURNEY_INBOX_KEYS';

/** What do buyers say that we have not answered? The list, and beside or instead of it the opened item. */
export function InboxScreen() {
  const intl = useIntl();
  const isDesktop = useIsDesktop();
  const address = useInboxAddress();
  const { question, openItem } = address;
  const inbox = useInbox(question);
  const items = inbox.data?.data ?? NO_ITEMS;
  const selection = useSelection(items);
  const control = useInboxControl({ ...address, items, selection });
  const { asked, wantFocus } = control;
  const [areKeysOn, setAreKeysOn] = usePersistentState<boolean>(KEYS_SETTING, true);
  useShortcuts(areKeysOn, control.onShortcut);
  usePageFocus(isDesktop ? null : openItem, wantFocus);
  const isPageOfItem = !isDesktop && openItem !== null;

  const returnFocus = () => (openItem === null ? null : findItem(openItem));
  const title = intl.formatMessage({ id: 'buyer-journey.inbox.title', defaultMessage: 'Inbox' });
  const list = (
    <ListCard
      address={address}
      inbox={inbox}
      selection={control.triage.mayTriage ? selection : null}
    />
  );

  return (
    <TriageContext.Provider value={control.triage}>
      <Page.Main>
        <Page.Title>{title}</Page.Title>
        <Layouts.Header
          title={title}
          subtitle={!isPageOfItem && <InboxSubtitle />}
          secondaryAction={!isPageOfItem && <ItemCsvActions filter={question.filter} />}
          navigationAction={isPageOfItem && <BackToList question={question} />}
          primaryAction={
            <KeyHints
              onOpen={() => {
                control.setIsKeySheetOpen(true);
              }}
            />
          }
        />
        <Layouts.Content>
          {isPageOfItem ? (
            <ItemPane documentId={openItem} />
          ) : (
            <Flex direction="column" alignItems="stretch" gap={4}>
              <InboxFigures />
              <FilterBar
                question={question}
                onFilter={address.setFilter}
                onSort={address.setSort}
              />
              {isDesktop ? (
                <Columns>
                  {list}
                  <Beside>
                    <ItemPane documentId={openItem} />
                  </Beside>
                </Columns>
              ) : (
                list
              )}
            </Flex>
          )}
          <UndoBar
            undoable={control.triage.actions.undoable}
            onDismiss={control.triage.actions.dismissUndo}
          />
        </Layouts.Content>
        {asked && (
          <AskedDialogs
            question={asked.question}
            item={asked.item}
            onSettled={() => {
              control.leave(asked.documentId);
            }}
            onClose={control.stopAsking}
            returnFocus={returnFocus}
          />
        )}
        {control.isKeySheetOpen && (
          <KeySheet
            isOn={areKeysOn}
            onSwitch={setAreKeysOn}
            onClose={() => {
              control.setIsKeySheetOpen(false);
            }}
            returnFocus={returnFocus}
          />
        )}
      </Page.Main>
    </TriageContext.Provider>
  );
}

/** Where an item takes the place of the list: its heading is focused, and coming back the item in the list. */
function usePageFocus(page: string | null, wantFocus: (documentId: string) => void): void {
  const before = useRef(page);
  useEffect(() => {
    const focused = page ?? before.current;
    if (page !== before.current && focused !== null) wantFocus(focused);
    before.current = page;
  }, [page, wantFocus]);
}
