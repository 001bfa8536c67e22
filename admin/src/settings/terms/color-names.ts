import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';

import type { StageColor } from '../../../../contracts/taxonomy';

const NAMES: Record<StageColor, MessageDescriptor> = defineMessages({
  blue: { id: 'buyer-journey.color.blue', defaultMessage: 'Blue' },
  indigo: { id: 'buyer-journey.color.indigo', defaultMessage: 'Indigo' },
  violet: { id: 'buyer-journey.color.violet', defaultMessage: 'Violet' },
  magenta: { id: 'buyer-journey.color.magenta', defaultMessage: 'Magenta' },
  orange: { id: 'buyer-journey.color.orange', defaultMessage: 'Orange' },
  lightGreen: { id: 'buyer-journey.color.lightGreen', defaultMessage: 'Light green' },
  green: { id: 'buyer-journey.color.green', defaultMessage: 'Green' },
  grey: { id: 'buyer-journey.color.grey', defaultMessage: 'Grey' },
});

/** What the colours are called that stages are offered. */
export function useColorName(): (color: StageColor) => string {
  const intl = useIntl();
  return (color) => intl.formatMessage(NAMES[color]);
}
