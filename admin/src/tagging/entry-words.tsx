import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';

import type { EntryStatus } from '../../../contracts/tagging-queue';
import { ToneBadge, type Tone } from '../ui/ToneBadge';

const STATUSES: Record<EntryStatus, { text: MessageDescriptor; tone: Tone }> = {
  draft: {
    tone: 'secondary',
    ...defineMessages({
      text: { id: 'buyer-journey.tagging.status.draft', defaultMessage: 'Draft' },
    }),
  },
  published: {
    tone: 'success',
    ...defineMessages({
      text: { id: 'buyer-journey.tagging.status.published', defaultMessage: 'Published' },
    }),
  },
  modified: {
    tone: 'primary',
    ...defineMessages({
      text: { id: 'buyer-journey.tagging.status.modified', defaultMessage: 'Modified' },
    }),
  },
};

/** Whether an entry is live, in the words of the Content Manager. */
export function StatusBadge({ status }: { status: EntryStatus }) {
  const intl = useIntl();
  const { text, tone } = STATUSES[status];
  return <ToneBadge tone={tone}>{intl.formatMessage(text)}</ToneBadge>;
}

/** Title of an entry, or a word where it has none. */
export function useEntryTitle(): (entry: { title: string | null }) => string {
  const intl = useIntl();
  return ({ title }) =>
    title ?? intl.formatMessage({ id: 'buyer-journey.entry.untitled', defaultMessage: 'Untitled' });
}
