import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useBeforeUnload, useBlocker } from 'react-router-dom';

/** Asks before the page is left with something typed in it. */
export function UnsavedGuard({ when }: { when: boolean }) {
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
            id: 'buyer-journey.personas.leave',
            defaultMessage: 'Leave without saving?',
          })}
        </Dialog.Header>
        <Dialog.Body icon={<WarningCircle aria-hidden fill="danger600" />}>
          {intl.formatMessage({
            id: 'buyer-journey.personas.leave.hint',
            defaultMessage: 'What you typed into the profile is not saved yet.',
          })}
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {intl.formatMessage({
                id: 'buyer-journey.personas.leave.stay',
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
              id: 'buyer-journey.personas.leave.go',
              defaultMessage: 'Leave',
            })}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
