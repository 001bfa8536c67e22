import { Flex, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import type { SimilarItem } from '../../../../contracts/sales-sourced/capture';
import type { Item } from '../../../../contracts/sales-sourced/items';
import { useInbox } from '../../api/inbox';
import { NO_FILTER } from '../../api/inbox-question';
import { PlacementBadges } from '../item-badges';
import { useItemTexts } from '../item-texts';
import { HeardText } from '../list/HeardText';
import { PickDialog, type Pickable } from './PickDialog';

interface MergeDialogProps {
  /** What is merged: the words of an item, or how many there are. */
  subject: string;
  /** Items that are merged, and so cannot be merged into. */
  except: string[];
  /** Offered while nothing is searched for. */
  similar: SimilarItem[];
  /** Answers whether it was done. */
  onMerge: (into: string) => Promise<boolean>;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** Milliseconds without a key until a search is sent. */
const PAUSE = 250;

/** Asks which item says the same. */
export function MergeDialog({ subject, except, similar, ...dialog }: MergeDialogProps) {
  const intl = useIntl();
  const texts = useItemTexts();
  const [search, setSearch] = useState('');
  const words = useDebounce(search.trim(), PAUSE);
  const filter = { ...NO_FILTER, search: words === '' ? null : words };
  const { data, error, refetch } = useInbox({ filter, sort: 'demand', page: 1 });
  const isOffered = ({ documentId }: { documentId: string }) => !except.includes(documentId);

  const fromSearch = data?.data.filter(isOffered).map((item) => pickable(item));
  const alike = words === '' ? similar.filter(isOffered) : [];
  const choices = fromSearch && [
    ...alike.map(({ documentId, buyerWords, heard, likeness }): Pickable => ({
      id: documentId,
      name: texts.quote(buyerWords),
      note: (
        <Typography variant="pi" textColor="neutral600">
          {intl.formatMessage(
            {
              id: 'buyer-journey.inbox.similar.likeness',
              defaultMessage: '{likeness, number, percent} alike',
            },
            { likeness }
          )}
          {' · '}
          <HeardText heard={heard} />
        </Typography>
      ),
    })),
    ...fromSearch.filter(({ id }) => alike.every(({ documentId }) => documentId !== id)),
  ];

  function pickable(item: Item): Pickable {
    return {
      id: item.documentId,
      name: texts.quote(item.buyerWords),
      note: (
        <Flex gap={2} wrap="wrap">
          <PlacementBadges item={item} />
          <Typography variant="pi" textColor="neutral600">
            <HeardText heard={item.heard} />
          </Typography>
        </Flex>
      ),
    };
  }

  return (
    <PickDialog
      title={intl.formatMessage({
        id: 'buyer-journey.inbox.merge.title',
        defaultMessage: 'Merge into another item',
      })}
      hint={subject}
      note={intl.formatMessage({
        id: 'buyer-journey.inbox.merge.hint',
        defaultMessage:
          'It becomes part of the item that you pick, and whoever heard it counts there. This can be undone.',
      })}
      searchLabel={intl.formatMessage({
        id: 'buyer-journey.inbox.merge.search',
        defaultMessage: 'Search items',
      })}
      confirmLabel={intl.formatMessage({
        id: 'buyer-journey.inbox.action.merge',
        defaultMessage: 'Merge',
      })}
      search={search}
      onSearch={setSearch}
      choices={choices}
      error={error}
      onRetry={() => void refetch()}
      onPick={dialog.onMerge}
      onClose={dialog.onClose}
      returnFocus={dialog.returnFocus}
    />
  );
}
