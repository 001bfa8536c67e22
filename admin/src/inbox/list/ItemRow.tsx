import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { Item } from '../../../../contracts/sales-sourced/items';
import { PlacementBadges, StateBadge } from '../item-badges';
import { itemLinkMark } from '../item-focus';
import { useItemTexts } from '../item-texts';
import { DemandFigure } from './DemandFigure';
import { HeardText } from './HeardText';
import { Above, Row, WordsLink } from './list-styles';

interface ItemRowProps {
  item: Item;
  /** Query of the address that opens the item. */
  search: string;
  isOpen: boolean;
  /** Null where items cannot be selected. */
  isSelected: boolean | null;
  onSelect: () => void;
  /** The opened item is opened once more. */
  onReopen: () => void;
}

/** One item: how much it is wanted, what it is about, what was said, and where it stands. */
export function ItemRow({ item, search, isOpen, isSelected, onSelect, onReopen }: ItemRowProps) {
  const intl = useIntl();
  const texts = useItemTexts();
  const words = texts.quote(item.buyerWords);

  return (
    <Row data-item-row={item.documentId} data-open={isOpen || undefined}>
      <Above>
        {isSelected !== null && (
          <Checkbox
            aria-label={intl.formatMessage(
              { id: 'buyer-journey.inbox.select', defaultMessage: 'Select {words}' },
              { words }
            )}
            checked={isSelected}
            onCheckedChange={onSelect}
          />
        )}
      </Above>
      <Flex direction="column" alignItems="stretch" gap={1}>
        <PlacementBadges item={item} />
        <WordsLink
          to={{ search }}
          aria-current={isOpen ? 'true' : undefined}
          {...itemLinkMark(item.documentId)}
          onClick={(event) => {
            if (!isOpen) return;
            event.preventDefault();
            onReopen();
          }}
        >
          {words}
        </WordsLink>
        <Flex gap={2} wrap="wrap">
          {item.answered && <StateBadge state="answered" />}
          <Typography variant="pi" textColor="neutral600">
            <ItemFacts item={item} />
          </Typography>
        </Flex>
      </Flex>
      <Above>
        <Flex direction="column" alignItems="flex-end">
          <DemandFigure demand={item.demand} />
          <Box>
            <Typography variant="pi" textColor="neutral600">
              <HeardText heard={item.heard} />
            </Typography>
          </Box>
        </Flex>
      </Above>
    </Row>
  );
}

/** Who brought it in, how long ago, where it stands, who owns it, and until when. */
function ItemFacts({ item }: { item: Item }) {
  const intl = useIntl();
  const texts = useItemTexts();
  const facts = [
    item.rep?.displayName,
    !item.confirmed &&
      intl.formatMessage({
        id: 'buyer-journey.inbox.toConfirm',
        defaultMessage: 'to be confirmed',
      }),
    texts.age(item.broughtInAt),
    texts.state(item.state),
    item.owner &&
      intl.formatMessage(
        { id: 'buyer-journey.inbox.ownedBy', defaultMessage: 'owner {name}' },
        { name: item.owner.name }
      ),
    item.dueDate !== null &&
      intl.formatMessage(
        { id: 'buyer-journey.inbox.dueOn', defaultMessage: 'due {date}' },
        { date: texts.calendarDay(item.dueDate) }
      ),
  ];
  return <>{facts.filter(Boolean).join(' · ')}</>;
}
