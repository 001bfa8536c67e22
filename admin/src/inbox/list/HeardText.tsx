import { useIntl } from 'react-intl';

/** How often an item was heard. */
export function HeardText({ heard }: { heard: number }) {
  const intl = useIntl();
  return (
    <>
      {intl.formatMessage(
        { id: 'buyer-journey.inbox.heard', defaultMessage: '{heard, number} heard' },
        { heard }
      )}
    </>
  );
}
