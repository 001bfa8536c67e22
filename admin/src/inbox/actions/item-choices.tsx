import { Flex, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';

import type { Item } from '../../../../contracts/sales-sourced/items';
import { useInbox } from '../../api/inbox';
import { NO_FILTER } from '../../api/inbox-question';
import { PlacementBadges } from '../item-badges';
import { useItemTexts } from '../item-texts';
import { HeardText } from '../list/HeardText';
import type { Pickable } from './PickDialog';

/** Milliseconds without a key until a search is sent. */
const PAUSE = 250;

/** Items with these words, those heard most first, to be picked from. */
export function useItemChoices(search: string) {
  const texts = useItemTexts();
  const words = useDebounce(search.trim(), PAUSE);
  const filter = { ...NO_FILTER, search: words === '' ? null : words };
  const { data, error, refetch } = useInbox({ filter, sort: 'demand', page: 1 });
  const pickable = (item: Item): Pickable => ({
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
  });
  return { choices: data?.data.map(pickable), error, refetch };
}
