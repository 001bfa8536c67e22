import { Button } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';

import { DialogFrame } from '../ui/DialogFrame';
import { PersonaPresetChooser } from './PersonaPresetChooser';

const BUTTON = 'buyer-journey-persona-preset';

/** Leads to the personas of the preset. */
export function PersonaPresetButton() {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
  };
  return (
    <>
      <Button
        id={BUTTON}
        variant="secondary"
        onClick={() => {
          setOpen(true);
        }}
      >
        {intl.formatMessage({
          id: 'buyer-journey.personas.preset',
          defaultMessage: 'Use a typical buying group',
        })}
      </Button>
      {isOpen && (
        <DialogFrame
          title={intl.formatMessage({
            id: 'buyer-journey.personas.preset.title',
            defaultMessage: 'A typical buying group',
          })}
          onClose={close}
          returnFocus={() => document.getElementById(BUTTON)}
        >
          <PersonaPresetChooser onApplied={close} />
        </DialogFrame>
      )}
    </>
  );
}
