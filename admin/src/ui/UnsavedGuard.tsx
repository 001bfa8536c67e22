import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useBeforeUnload, useBlocker } from 'react-router-dom';

import { useReturnFocus } from './return-focus';

interface UnsavedGuardProps {
  when: boolean;
  /** What would be lost, in a sentence. */
  hint: string;
}

/** Asks before the page is left with something in it that is not saved: to another page of the admin, or for good. */
export function UnsavedGuard({ when, hint }: UnsavedGuardProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      when && currentLocation.pathname !== nextLocation.pathname
  );
  useBeforeUnload(
    useCallback(
      (event) => {
        if (when) event.preventDefault();
      },
      [when]
    )
  );
  if (blocker.state !== 'blocked') return null;
  return (
    <LeaveDialog
      hint={hint}
      onStay={() => {
        blocker.reset();
      }}
      onLeave={() => {
        blocker.proceed();
      }}
    />
  );
}

interface LeaveDialogProps {
  hint: string;
  onStay: () => void;
  onLeave: () => void;
}

function LeaveDialog({ hint, onStay, onLeave }: LeaveDialogProps) {
  const intl = useIntl();
  const onCloseAutoFocus = useReturnFocus(() => document.querySelector('main'));
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) onStay();
      }}
    >
      <Dialog.Content onCloseAutoFocus={onCloseAutoFocus}>
        <Dialog.Header>
          {intl.formatMessage({
            id: 'buyer-journey.unsaved',
            defaultMessage: 'Leave without saving?',
          })}
        </Dialog.Header>
        <Dialog.Body icon={<WarningCircle aria-hidden fill="danger600" />}>{hint}</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {intl.formatMessage({
                id: 'buyer-journey.unsaved.stay',
                defaultMessage: 'Stay',
              })}
            </Button>
          </Dialog.Cancel>
          <Button fullWidth variant="danger-light" onClick={onLeave}>
            {intl.formatMessage({
              id: 'buyer-journey.unsaved.leave',
              defaultMessage: 'Leave',
            })}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
