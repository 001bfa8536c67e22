import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useBeforeUnload, useBlocker } from 'react-router-dom';

interface UnsavedGuardProps {
  when: boolean;
  /** What would be lost, in a sentence. */
  hint: string;
}

/** Asks before the page is left with something in it that is not saved: to another page of the admin, or for good. */
export function UnsavedGuard({ when, hint }: UnsavedGuardProps) {
  const intl = useIntl();
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
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) blocker.reset();
      }}
    >
      <Dialog.Content>
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
          <Button
            fullWidth
            variant="danger-light"
            onClick={() => {
              blocker.proceed();
            }}
          >
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
