import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import type { ItemEvent } from '../../../../contracts/sales-sourced/detail';
import { useItemTexts } from '../item-texts';
import { useEventNote, useEventText } from './event-text';
import { Part } from './Part';

/** What was done with an item: who, what, when. */
export function HistoryPart({ history }: { history: ItemEvent[] }) {
  const intl = useIntl();
  if (history.length === 0) return null;
  return (
    <Part
      title={intl.formatMessage({ id: 'buyer-journey.inbox.history', defaultMessage: 'History' })}
    >
      <Box tag="ol">
        {history.map((event) => (
          <HistoryStep key={event.id} event={event} />
        ))}
      </Box>
    </Part>
  );
}

function HistoryStep({ event }: { event: ItemEvent }) {
  const texts = useItemTexts();
  const text = useEventText()(event);
  const note = useEventNote()(event);
  return (
    <Box tag="li" paddingBottom={2}>
      <Typography tag="p" textColor="neutral800">
        {text}
      </Typography>
      {note && (
        <Typography
          tag="p"
          textColor="neutral700"
          style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}
        >
          {note}
        </Typography>
      )}
      <Typography tag="p" variant="pi" textColor="neutral600">
        {[event.by?.name, texts.moment(event.at)].filter(Boolean).join(' · ')}
      </Typography>
    </Box>
  );
}
