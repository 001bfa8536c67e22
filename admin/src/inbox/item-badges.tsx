import { Badge, Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { Item, ItemKind, ItemStatus } from '../../../contracts/sales-sourced/items';
import { ToneBadge, type Tone } from '../ui/ToneBadge';
import { useItemTexts } from './item-texts';

const KIND_TONES: Record<ItemKind, Tone> = {
  question: 'primary',
  objection: 'danger',
  story: 'success',
  loss: 'secondary',
  request: 'warning',
};

const STATE_TONES: Record<ItemStatus, Tone> = {
  received: 'primary',
  accepted: 'secondary',
  in_progress: 'warning',
  declined: 'neutral',
  merged: 'neutral',
  answered: 'success',
};

/** What an item is about: its kind, its stages and its personas. */
export function PlacementBadges({
  item,
}: {
  item: Pick<Item, 'kind' | 'stage' | 'resolveByStage' | 'personas'>;
}) {
  const intl = useIntl();
  const texts = useItemTexts();
  const stages = texts.stages(item.stage, item.resolveByStage);
  return (
    <Flex gap={1} wrap="wrap">
      <ToneBadge tone={KIND_TONES[item.kind]}>{texts.kind(item.kind)}</ToneBadge>
      <Badge size="S">
        {stages ??
          intl.formatMessage({ id: 'buyer-journey.inbox.unplaced', defaultMessage: 'No stage' })}
      </Badge>
      {item.personas.map((persona) => (
        <Badge key={persona.slug} size="S">
          {persona.name}
        </Badge>
      ))}
    </Flex>
  );
}

/** Where an item stands. */
export function StateBadge({ state }: { state: ItemStatus }) {
  const texts = useItemTexts();
  return <ToneBadge tone={STATE_TONES[state]}>{texts.state(state)}</ToneBadge>;
}
