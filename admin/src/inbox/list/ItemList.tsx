import { Box } from '@strapi/design-system';
import type { KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';

import type { Item } from '../../../../contracts/sales-sourced/items';
import type { Selection } from '../../ui/useSelection';
import { ItemRow } from './ItemRow';

interface ItemListProps {
  items: Item[];
  openItem: string | null;
  /** Query of the address that opens an item. */
  searchOf: (documentId: string) => string;
  /** Null where items cannot be selected. */
  selection: Selection<Item> | null;
  onReopen: () => void;
}

/** How far a key moves in the list. */
const STEPS: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The items of the page, in order. Tab and the arrow keys move among them. */
export function ItemList({ items, openItem, searchOf, selection, onReopen }: ItemListProps) {
  const intl = useIntl();

  const moveByArrows = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-item-link]')];
    const row = (event.target as Element).closest('[data-item-row]');
    const link = links[links.findIndex((candidate) => row?.contains(candidate)) + step];
    if (!row || !link) return;
    event.preventDefault();
    link.focus();
  };

  return (
    <Box
      tag="ul"
      aria-label={intl.formatMessage({
        id: 'buyer-journey.inbox.list',
        defaultMessage: 'Items',
      })}
      onKeyDown={moveByArrows}
    >
      {items.map((item) => (
        <ItemRow
          key={item.documentId}
          item={item}
          search={searchOf(item.documentId)}
          isOpen={item.documentId === openItem}
          isSelected={selection && selection.has(item.documentId)}
          onSelect={() => {
            selection?.toggle(item.documentId);
          }}
          onReopen={onReopen}
        />
      ))}
    </Box>
  );
}
