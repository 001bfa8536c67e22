import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl';

/** By the code of the colours that stages are offered. */
const NAMES: Partial<Record<string, MessageDescriptor>> = defineMessages({
  '#0c75af': { id: 'buyer-journey.color.blue', defaultMessage: 'Blue' },
  '#4945ff': { id: 'buyer-journey.color.indigo', defaultMessage: 'Indigo' },
  '#7b3fe4': { id: 'buyer-journey.color.violet', defaultMessage: 'Violet' },
  '#b72b8a': { id: 'buyer-journey.color.magenta', defaultMessage: 'Magenta' },
  '#d9822f': { id: 'buyer-journey.color.orange', defaultMessage: 'Orange' },
  '#5cb176': { id: 'buyer-journey.color.lightGreen', defaultMessage: 'Light green' },
  '#328048': { id: 'buyer-journey.color.green', defaultMessage: 'Green' },
  '#666687': { id: 'buyer-journey.color.grey', defaultMessage: 'Grey' },
});

/** What a colour is called; its code where it has no name. */
export function useColorName(): (color: string) => string {
  const intl = useIntl();
  return (color) => {
    const name = NAMES[color];
    return name ? intl.formatMessage(name) : color;
  };
}
