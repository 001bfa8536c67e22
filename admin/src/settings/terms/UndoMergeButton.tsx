import { Button } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import { UndoMergeDialog } from './UndoMergeDialog';

const ID = 'buyer-journey-undo-merge';

/** Takes a merge of stages or personas back that is no longer on this page. */
export function UndoMergeButton({ onUndone }: { onUndone: () => void }) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        id={ID}
        variant="ghost"
        startIcon={<ArrowClockwise />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {intl.formatMessage({
          id: 'buyer-journey.term.undo.open',
          defaultMessage: 'Undo a merge…',
        })}
      </Button>
      {isOpen && (
        <UndoMergeDialog
          onUndone={onUndone}
          onClose={() => {
            setOpen(false);
          }}
          returnFocus={() => document.getElementById(ID)}
        />
      )}
    </>
  );
}
