import { useIntl } from 'react-intl';

import type { ItemKind } from '../../../contracts/sales-sourced/items';

/** Puts the kind of an item into a word. */
export function useKindText(): (kind: ItemKind) => string {
  const intl = useIntl();
  const texts: Record<ItemKind, () => string> = {
    question: () =>
      intl.formatMessage({ id: 'buyer-journey.capture.kind.question', defaultMessage: 'Question' }),
    objection: () =>
      intl.formatMessage({
        id: 'buyer-journey.capture.kind.objection',
        defaultMessage: 'Objection',
      }),
    story: () =>
      intl.formatMessage({ id: 'buyer-journey.capture.kind.story', defaultMessage: 'Story' }),
    loss: () =>
      intl.formatMessage({ id: 'buyer-journey.capture.kind.loss', defaultMessage: 'Loss' }),
    request: () =>
      intl.formatMessage({ id: 'buyer-journey.capture.kind.request', defaultMessage: 'Request' }),
  };
  return (kind) => texts[kind]();
}
