import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';

import type { ItemEvent, ItemEventKind } from '../../../../contracts/sales-sourced/detail';
import { useItemTexts } from '../item-texts';

const EVENTS: Record<ItemEventKind, MessageDescriptor> = defineMessages({
  created: { id: 'buyer-journey.inbox.event.created', defaultMessage: 'Brought in' },
  state: { id: 'buyer-journey.inbox.event.state', defaultMessage: '{from} → {to}' },
  edited: { id: 'buyer-journey.inbox.event.edited', defaultMessage: 'Changed: {fields}' },
  assigned: { id: 'buyer-journey.inbox.event.assigned', defaultMessage: 'Owner changed' },
  echoed: { id: 'buyer-journey.inbox.event.echoed', defaultMessage: 'Heard again' },
  merged: { id: 'buyer-journey.inbox.event.merged', defaultMessage: 'Merged' },
  unmerged: { id: 'buyer-journey.inbox.event.unmerged', defaultMessage: 'Merge undone' },
  answerLinked: { id: 'buyer-journey.inbox.event.linked', defaultMessage: 'Answer linked' },
  answerUnlinked: {
    id: 'buyer-journey.inbox.event.unlinked',
    defaultMessage: 'Answer not linked any more',
  },
  draftCreated: { id: 'buyer-journey.inbox.event.drafted', defaultMessage: 'Draft created' },
  wordingApproved: {
    id: 'buyer-journey.inbox.event.approved',
    defaultMessage: 'Wording approved by the rep',
  },
  published: { id: 'buyer-journey.inbox.event.published', defaultMessage: 'Published' },
  unpublished: { id: 'buyer-journey.inbox.event.unpublished', defaultMessage: 'Unpublished' },
  erased: {
    id: 'buyer-journey.inbox.event.erased',
    defaultMessage: 'Personal data of the rep erased',
  },
});

/** Puts a step of the history into words. */
export function useEventText(): (event: ItemEvent) => string {
  const intl = useIntl();
  const texts = useItemTexts();
  return ({ kind, from, to, fields }) =>
    intl.formatMessage(EVENTS[kind], {
      from: from ? texts.state(from) : '–',
      to: to ? texts.state(to) : '–',
      fields: intl.formatList(fields.map(texts.field)),
    });
}

const OVERRIDDEN: Partial<Record<string, MessageDescriptor>> = defineMessages({
  withoutApproval: {
    id: 'buyer-journey.inbox.event.withoutApproval',
    defaultMessage: 'without the approval of the rep',
  },
  overrideFindings: {
    id: 'buyer-journey.inbox.event.overrideFindings',
    defaultMessage: 'in spite of what looked private',
  },
});

/** What a step says beyond its kind; for a publication, the rules that it was made in spite of. */
export function useEventNote(): (event: ItemEvent) => string | null {
  const intl = useIntl();
  return ({ kind, note }) => {
    if (kind !== 'published' || note === null) return note;
    const rules = note.split(', ').map((rule) => {
      const message = OVERRIDDEN[rule];
      return message ? intl.formatMessage(message) : rule;
    });
    return intl.formatList(rules);
  };
}
