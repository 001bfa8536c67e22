import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { DialogFrame } from '../../ui/DialogFrame';
import { Meter } from '../../ui/Meter';

interface EntriesProgressProps {
  /** Of the rows, 0..1. */
  share: number;
  returnFocus: () => HTMLElement | null;
  onCancel: () => void;
}

/** How far the download of the entries is, and a way to end it. */
export function EntriesProgress({ share, returnFocus, onCancel }: EntriesProgressProps) {
  const intl = useIntl();
  const title = intl.formatMessage({
    id: 'buyer-journey.export.running',
    defaultMessage: 'Exporting entries',
  });
  return (
    <DialogFrame
      title={title}
      closeLabel={intl.formatMessage({ id: 'buyer-journey.cancel', defaultMessage: 'Cancel' })}
      returnFocus={returnFocus}
      onClose={onCancel}
    >
      <Meter label={title} done={share} all={1} />
      <Typography tag="p">
        {intl.formatMessage(
          { id: 'buyer-journey.export.read', defaultMessage: '{share} of the entries read' },
          { share: intl.formatNumber(Math.floor(share * 100) / 100, { style: 'percent' }) }
        )}
      </Typography>
    </DialogFrame>
  );
}
