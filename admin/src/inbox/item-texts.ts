import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';

import type { Finding } from '../../../contracts/sales-sourced/answers';
import type { ItemStatus, TermRef } from '../../../contracts/sales-sourced/items';
import { useItemWords } from '../ui/item-words';

const STATES: Record<ItemStatus, MessageDescriptor> = defineMessages({
  received: { id: 'buyer-journey.inbox.state.received', defaultMessage: 'Received' },
  accepted: { id: 'buyer-journey.inbox.state.accepted', defaultMessage: 'Accepted' },
  in_progress: { id: 'buyer-journey.inbox.state.inProgress', defaultMessage: 'In progress' },
  declined: { id: 'buyer-journey.inbox.state.declined', defaultMessage: 'Declined' },
  merged: { id: 'buyer-journey.inbox.state.merged', defaultMessage: 'Merged' },
  answered: { id: 'buyer-journey.inbox.state.answered', defaultMessage: 'Answered' },
});

/** Names of fields, as the history and what holds a publication back mention them. */
const FIELDS: Partial<Record<string, MessageDescriptor>> = defineMessages({
  buyerWords: { id: 'buyer-journey.inbox.field.buyerWords', defaultMessage: 'Buyer’s words' },
  kind: { id: 'buyer-journey.inbox.field.kind', defaultMessage: 'Kind' },
  answer: { id: 'buyer-journey.inbox.field.answer', defaultMessage: 'Answer' },
  slug: { id: 'buyer-journey.inbox.field.slug', defaultMessage: 'Slug' },
  stage: { id: 'buyer-journey.inbox.field.stage', defaultMessage: 'Raised at stage' },
  resolveByStage: {
    id: 'buyer-journey.inbox.field.resolveByStage',
    defaultMessage: 'Resolve by stage',
  },
  personas: { id: 'buyer-journey.inbox.field.personas', defaultMessage: 'Personas' },
  contributors: { id: 'buyer-journey.inbox.field.contributors', defaultMessage: 'Byline' },
  rep: { id: 'buyer-journey.inbox.field.rep', defaultMessage: 'Rep' },
  owner: { id: 'buyer-journey.inbox.field.owner', defaultMessage: 'Owner' },
  dueDate: { id: 'buyer-journey.inbox.field.dueDate', defaultMessage: 'Due date' },
  source: { id: 'buyer-journey.inbox.field.source', defaultMessage: 'Source' },
  account: { id: 'buyer-journey.inbox.field.account', defaultMessage: 'Account' },
  crmReference: { id: 'buyer-journey.inbox.field.crmReference', defaultMessage: 'CRM reference' },
  externalId: { id: 'buyer-journey.inbox.field.externalId', defaultMessage: 'External id' },
  declineReason: {
    id: 'buyer-journey.inbox.field.declineReason',
    defaultMessage: 'Reason for declining',
  },
  confirmed: { id: 'buyer-journey.inbox.field.confirmed', defaultMessage: 'Confirmation' },
});

const FINDINGS: Record<Finding['kind'], MessageDescriptor> = defineMessages({
  email: { id: 'buyer-journey.inbox.finding.email', defaultMessage: 'E-mail address' },
  phone: { id: 'buyer-journey.inbox.finding.phone', defaultMessage: 'Telephone number' },
  account: { id: 'buyer-journey.inbox.finding.account', defaultMessage: 'Name of the account' },
  crmReference: {
    id: 'buyer-journey.inbox.finding.crmReference',
    defaultMessage: 'CRM reference',
  },
});

const DAY_IN_MS = 24 * 60 * 60 * 1000;

/** Puts what an item is made of into words. */
export function useItemTexts() {
  const intl = useIntl();
  return {
    ...useItemWords(),
    state: (state: ItemStatus) => intl.formatMessage(STATES[state]),
    finding: (kind: Finding['kind']) => intl.formatMessage(FINDINGS[kind]),
    /** A field that has no name of its own is called as the server calls it. */
    field: (name: string) => {
      const message = FIELDS[name];
      return message ? intl.formatMessage(message) : name;
    },
    /** How long ago, in whole days. */
    age: (at: string) =>
      intl.formatMessage(
        {
          id: 'buyer-journey.inbox.age',
          defaultMessage: '{days, plural, =0 {today} one {# day} other {# days}}',
        },
        { days: Math.max(0, Math.floor((Date.now() - Date.parse(at)) / DAY_IN_MS)) }
      ),
    /** The buyer's words in quotation marks. */
    quote: (buyerWords: string) =>
      intl.formatMessage(
        { id: 'buyer-journey.inbox.quote', defaultMessage: '“{buyerWords}”' },
        { buyerWords }
      ),
    /** Where it is raised and where it should have been resolved; null without any stage. */
    stages: (stage: TermRef | null, resolveBy: TermRef | null) => {
      if (stage && resolveBy && stage.slug !== resolveBy.slug) {
        return intl.formatMessage(
          {
            id: 'buyer-journey.inbox.stages.both',
            defaultMessage: 'raised: {stage} → resolve by: {resolveBy}',
          },
          { stage: stage.name, resolveBy: resolveBy.name }
        );
      }
      return (resolveBy ?? stage)?.name ?? null;
    },
    day: (at: string) => intl.formatDate(at, { dateStyle: 'medium' }),
    /** A calendar day such as 2026-01-31, whatever the time zone. */
    calendarDay: (day: string) => intl.formatDate(day, { dateStyle: 'medium', timeZone: 'UTC' }),
    moment: (at: string) => intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short' }),
  };
}
