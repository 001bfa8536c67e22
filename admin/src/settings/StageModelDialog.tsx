import { useIsMutating } from '@tanstack/react-query';
import { useIntl } from 'react-intl';

import { StageModelChooser } from '../taxonomy/StageModelChooser';
import { DialogFrame } from '../ui/DialogFrame';

interface StageModelDialogProps {
  /** Gets what was done, in words, and the lists that undo it. */
  onSwitched: (text: string, lists: Blob[]) => void;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** The stage models, to add one or change over to one. */
export function StageModelDialog({ onSwitched, onClose, returnFocus }: StageModelDialogProps) {
  const intl = useIntl();
  const isWriting = useIsMutating() > 0;
  return (
    <DialogFrame
      title={intl.formatMessage({
        id: 'buyer-journey.settings.stages.model',
        defaultMessage: 'Use a stage model',
      })}
      onClose={onClose}
      isBusy={isWriting}
      returnFocus={returnFocus}
    >
      <StageModelChooser onApplied={onClose} onSwitched={onSwitched} />
    </DialogFrame>
  );
}
