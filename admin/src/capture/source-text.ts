import { useIntl } from 'react-intl';

import type { ItemSource } from '../../../contracts/sales-sourced/items';

/** Puts into a word where the buyer said it. */
export function useSourceText(): (source: ItemSource) => string {
  const intl = useIntl();
  const texts: Record<ItemSource, () => string> = {
    call: () =>
      intl.formatMessage({ id: 'buyer-journey.capture.source.call', defaultMessage: 'Call' }),
    email: () =>
      intl.formatMessage({ id: 'buyer-journey.capture.source.email', defaultMessage: 'E-mail' }),
    meeting: () =>
      intl.formatMessage({ id: 'buyer-journey.capture.source.meeting', defaultMessage: 'Meeting' }),
    event: () =>
      intl.formatMessage({ id: 'buyer-journey.capture.source.event', defaultMessage: 'Event' }),
    chat: () =>
      intl.formatMessage({ id: 'buyer-journey.capture.source.chat', defaultMessage: 'Chat' }),
    other: () =>
      intl.formatMessage({ id: 'buyer-journey.capture.source.other', defaultMessage: 'Other' }),
  };
  return (source) => texts[source]();
}
