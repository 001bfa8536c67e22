import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';

import type { ItemKind, ItemSource } from '../../../contracts/sales-sourced/items';

const KINDS: Record<ItemKind, MessageDescriptor> = defineMessages({
  question: { id: 'buyer-journey.item.kind.question', defaultMessage: 'Question' },
  objection: { id: 'buyer-journey.item.kind.objection', defaultMessage: 'Objection' },
  story: { id: 'buyer-journey.item.kind.story', defaultMessage: 'Story' },
  loss: { id: 'buyer-journey.item.kind.loss', defaultMessage: 'Loss' },
  request: { id: 'buyer-journey.item.kind.request', defaultMessage: 'Request' },
});

const SOURCES: Record<ItemSource, MessageDescriptor> = defineMessages({
  call: { id: 'buyer-journey.item.source.call', defaultMessage: 'Call' },
  email: { id: 'buyer-journey.item.source.email', defaultMessage: 'E-mail' },
  meeting: { id: 'buyer-journey.item.source.meeting', defaultMessage: 'Meeting' },
  event: { id: 'buyer-journey.item.source.event', defaultMessage: 'Event' },
  chat: { id: 'buyer-journey.item.source.chat', defaultMessage: 'Chat' },
  other: { id: 'buyer-journey.item.source.other', defaultMessage: 'Other' },
});

/** Puts the kind of an item, and where the buyer said it, into a word. */
export function useItemWords() {
  const intl = useIntl();
  return {
    kind: (kind: ItemKind) => intl.formatMessage(KINDS[kind]),
    source: (source: ItemSource) => intl.formatMessage(SOURCES[source]),
  };
}
